import Diagnostics

extension JSONReader {
  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?`, kept as written.
  mutating func number() throws(Refusal) {
    var i = position
    func at(_ i: Int) -> UInt8 { i < bytes.count ? bytes[i] : 0 }
    if at(i) == 0x2D { i += 1 }
    guard isDigit(at(i)) else { throw badNumber("a digit must follow '-'", at: i) }
    if at(i) == 0x30, isDigit(at(i + 1)) {
      throw badNumber("a number must not start with '0'", at: i)
    }
    while isDigit(at(i)) { i += 1 }
    if at(i) == 0x2E {
      i += 1
      guard isDigit(at(i)) else { throw badNumber("a digit must follow '.'", at: i) }
      while isDigit(at(i)) { i += 1 }
    }
    if at(i) | 0x20 == 0x65 {
      i += 1
      if at(i) == 0x2B || at(i) == 0x2D { i += 1 }
      guard isDigit(at(i)) else { throw badNumber("an exponent needs a digit", at: i) }
      while isDigit(at(i)) { i += 1 }
    }
    try plain(to: i)
  }

  private func badNumber(_ message: String, at place: Int) -> Refusal {
    refusal(message, place, place + 1, help: "put it in double quotes if it is a text")
  }

  /// A string in double quotes; half of a surrogate pair becomes U+FFFD.
  mutating func string() throws(Refusal) {
    let bytes = self.bytes
    let start = position
    let before = builder.text.count
    var i = start + 1
    var run = i
    while true {
      let byte = i < bytes.count ? bytes[i] : 0
      if byte == 0x22 { break }
      if byte < 0x20 { throw badStringByte(start, i) }
      if byte == 0x5C {
        builder.text.append(contentsOf: bytes[run..<i])
        i = try escape(at: i, start)
        run = i
      } else {
        i += 1
      }
    }
    builder.text.append(contentsOf: bytes[run..<i])
    position = i + 1
    try builder.scalar(
      style: .doubleQuoted, from: start, to: position, count: builder.text.count - before)
  }

  private func badStringByte(_ start: Int, _ place: Int) -> Refusal {
    guard place < bytes.count, !isBreak(bytes[place]) else { return unclosedString(start, place) }
    return refusal(
      bytes[place] == 0x09
        ? "a tab stands inside a string" : "control character 0x\(hex(bytes[place])) in a string",
      place, place + 1, help: "write it as '\\t' or '\\u00\(hex(bytes[place]))'")
  }

  /// Takes the escape at `start` and gives the place after it.
  private mutating func escape(at start: Int, _ string: Int) throws(Refusal) -> Int {
    guard start + 1 < bytes.count else { throw unclosedString(string, start + 1) }
    switch bytes[start + 1] {
    case 0x22, 0x5C, 0x2F: builder.text.append(bytes[start + 1])
    case 0x62: builder.text.append(0x08)
    case 0x66: builder.text.append(0x0C)
    case 0x6E: builder.text.append(0x0A)
    case 0x72: builder.text.append(0x0D)
    case 0x74: builder.text.append(0x09)
    case 0x75: return try unicodeEscape(at: start)
    default: throw unknownEscape(at: start)
    }
    return start + 2
  }

  private mutating func unicodeEscape(at start: Int) throws(Refusal) -> Int {
    guard var code = hexQuad(at: start + 2) else {
      throw refusal("four hexadecimal digits must follow '\\u'", start, start + 2)
    }
    var end = start + 6
    if code & 0xFC00 == 0xD800, bytes[end...].starts(with: [0x5C, 0x75]),
      let low = hexQuad(at: end + 2), low & 0xFC00 == 0xDC00
    {
      code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
      end += 6
    }
    builder.text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    return end
  }

  private func hexQuad(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      guard let digit = hexValue(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
