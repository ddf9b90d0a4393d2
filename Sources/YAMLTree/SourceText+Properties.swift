extension SourceText {
  /// Where the content of a node starts whose tag and anchor start at `start`.
  ///
  /// An empty scalar has no content; then it is the end of the last property.
  func skippingProperties(from start: Int, to end: Int) -> Int {
    var i = start
    var last = start
    while i < bytes.count {
      let first = bytes[i]
      if first == 0x23 {
        while i < bytes.count, !isBreak(bytes[i]) { i += 1 }
      } else if first == 0x21 || first == 0x26 {
        i = endOfProperty(at: i)
        last = i
      } else {
        break
      }
      i = skippingSpace(from: i)
    }
    return i <= end ? i : last
  }

  private func endOfProperty(at start: Int) -> Int {
    let isAnchor = byte(at: start) == 0x26
    let isVerbatim = !isAnchor && byte(at: start + 1) == 0x3C
    var i = start + 1
    while i < bytes.count, !isSpace(bytes[i]) {
      if isAnchor, !isAnchorByte(bytes[i]) { break }
      if !isVerbatim, isFlowIndicator(bytes[i]) { break }
      i += 1
    }
    return i
  }

  /// Where an empty value stands that libyaml puts at `offset`: just after its indicator, or at
  /// `previous`, the end of its key, where it has none.
  func placeOfEmptyScalar(near offset: Int, after previous: Int) -> Int {
    var i = offset
    while i > previous, byte(at: i - 1) == 0x20 { i -= 1 }
    let isIndicator = i > previous && [0x3A, 0x2D, 0x3F, 0x2C].contains(byte(at: i - 1))
    return isIndicator ? i : min(previous, offset)
  }
}

/// `,`, `[`, `]`, `{` or `}`.
func isFlowIndicator(_ byte: UInt8) -> Bool {
  byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
}

/// A letter, a digit, `_` or `-`: what libyaml takes in the name of an anchor.
func isAnchorByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
  default: false
  }
}
