extension SourceText {
  /// Where the content of a node starts whose tag and anchor start at `start`.
  ///
  /// `end` is where the node's event ends, which for a block collection is its start.
  func skippingProperties(from start: Int, to end: Int) -> Int {
    var i = start
    var last = start
    while i < bytes.count {
      let first = character(at: i)
      if first == 0x23 {
        while i < bytes.count, !isBreak(character(at: i)) { i += width }
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
    let isVerbatim = character(at: start) == 0x21 && character(at: start + width) == 0x3C
    var i = start
    while i < bytes.count {
      let byte = character(at: i)
      if isSpace(byte) { break }
      if !isVerbatim, [0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) { break }
      i += width
    }
    return i
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
