extension SourceText {
  /// Where the line that holds `offset` starts.
  func lineStart(of offset: Int) -> Int {
    var i = min(offset, bytes.count)
    while i > start, !isBreak(bytes[i - 1]) { i -= 1 }
    return max(i, start)
  }

  /// Where the line that holds `offset` ends, before its line break.
  func lineEnd(of offset: Int) -> Int {
    var i = min(offset, bytes.count)
    while i < bytes.count, !isBreak(bytes[i]) { i += 1 }
    return i
  }

  /// The first byte of the line of `offset` that is no blank; the line's end if all are.
  func firstOnLine(of offset: Int) -> Int {
    var i = lineStart(of: offset)
    while byte(at: i) == 0x20 || byte(at: i) == 0x09 { i += 1 }
    return i
  }

  /// Bytes between the start of the line and `offset`.
  func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  func isFirstOnLine(_ offset: Int) -> Bool { firstOnLine(of: offset) >= offset }

  /// Where the content of the nearest earlier line starts that is neither empty nor a comment.
  func previousContent(before offset: Int) -> Int? {
    var i = lineStart(of: offset)
    while i > start {
      i = lineStart(of: i - 1)
      let first = firstOnLine(of: i)
      if !isBreak(byte(at: first)), byte(at: first) != 0, byte(at: first) != 0x23 { return first }
    }
    return nil
  }

  /// The character at `offset` as text; control characters by their number.
  func character(at offset: Int) -> String {
    let first = byte(at: offset)
    if first < 0x20 || first == 0x7F { return "0x\(hex(first))" }
    return String(decoding: bytes[offset..<characterEnd(offset)], as: UTF8.self)
  }

  func characterEnd(_ offset: Int) -> Int {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// The rest of the line from `offset`, shortened to be quoted in a message.
  func excerpt(from offset: Int) -> String {
    let end = trimmedEnd(offset, lineEnd(of: offset))
    let text = String(decoding: bytes[min(offset, end)..<end], as: UTF8.self)
    return text.unicodeScalars.count <= 40
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…"
  }

  /// The `:` of an entry like `key:value`, on the line of `offset`, that lacks the space after it.
  func colonWithoutSpace(onLineOf offset: Int) -> Int? {
    var i = firstOnLine(of: offset)
    while byte(at: i) == 0x2D, byte(at: i + 1) == 0x20 { i += 2 }
    let key = i
    while isAnchorByte(byte(at: i)) || byte(at: i) == 0x2E { i += 1 }
    let next = byte(at: i + 1)
    guard i > key, byte(at: i) == 0x3A, next > 0x20, next != 0x3A, next != 0x2F else { return nil }
    return i
  }

  /// True where the text opens a mapping with a quoted key, or a list that starts like JSON.
  var looksLikeJSON: Bool {
    let first = skippingSpace(from: start)
    let next = byte(at: skippingSpace(from: first + 1))
    switch byte(at: first) {
    case 0x7B: return next == 0x22 || next == 0x7D
    case 0x5B: return next == 0x22 || next == 0x7B || next == 0x5B || next == 0x5D || isDigit(next)
    default: return false
    }
  }
}
