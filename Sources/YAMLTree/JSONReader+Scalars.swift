import Diagnostics

extension JSONReader {
  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?`, kept as written.
  mutating func number() throws(Refusal) {
    var i = position
    func at(_ i: Int) -> UInt8 { i < bytes.count ? bytes[i] : 0 }
    func isDigit(_ i: Int) -> Bool { (0x30...0x39).contains(at(i)) }
    if at(i) == 0x2D { i += 1 }
    guard isDigit(i) else { throw refusal("a digit must follow '-'", i, i + 1) }
    if at(i) == 0x30, isDigit(i + 1) {
      throw refusal("a number must not start with '0'", i, i + 1, help: "write it without the zero")
    }
    while isDigit(i) { i += 1 }
    if at(i) == 0x2E {
      i += 1
      guard isDigit(i) else { throw refusal("a digit must follow '.'", i, i + 1) }
      while isDigit(i) { i += 1 }
    }
    if at(i) | 0x20 == 0x65 {
      i += 1
      if at(i) == 0x2B || at(i) == 0x2D { i += 1 }
      guard isDigit(i) else { throw refusal("a digit must follow the exponent", i, i + 1) }
      while isDigit(i) { i += 1 }
    }
    try plain(to: i)
  }

  /// A string in double quotes; a lone surrogate becomes U+FFFD.
  mutating func string() throws(Refusal) {
    let start = position
    let before = builder.text.count
    position += 1
    var run = position
    while true {
      let byte = self.byte
      if byte == 0x22 { break }
      if byte < 0x20 { throw badStringByte(start) }
      if byte == 0x5C {
        builder.text.append(contentsOf: bytes[run..<position])
        try escape()
        run = position
      } else {
        position += 1
      }
    }
    builder.text.append(contentsOf: bytes[run..<position])
    position += 1
    try builder.scalar(
      style: .doubleQuoted, from: start, to: position, count: builder.text.count - before)
  }

  private func badStringByte(_ start: Int) -> Refusal {
    if position >= bytes.count || byte == 0x0A || byte == 0x0D {
      return refusal("the string has no closing '\"'", start, start + 1)
    }
    return refusal(
      "control character 0x\(hex(byte)) in a string", position, position + 1,
      help: "write it as an escape")
  }

  private mutating func escape() throws(Refusal) {
    let start = position
    position += 1
    let byte = self.byte
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: builder.text.append(byte)
    case 0x62: builder.text.append(0x08)
    case 0x66: builder.text.append(0x0C)
    case 0x6E: builder.text.append(0x0A)
    case 0x72: builder.text.append(0x0D)
    case 0x74: builder.text.append(0x09)
    case 0x75: try unicodeEscape(start)
    default: throw refusal("unknown escape in a string", start, start + 2)
    }
  }

  private mutating func unicodeEscape(_ start: Int) throws(Refusal) {
    guard var code = hexQuad(at: position) else {
      throw refusal("four hexadecimal digits must follow '\\u'", start, start + 2)
    }
    position += 4
    if code & 0xFC00 == 0xD800, bytes[position...].starts(with: [0x5C, 0x75]),
      let low = hexQuad(at: position + 2), low & 0xFC00 == 0xDC00
    {
      code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
      position += 6
    }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      builder.text.append(unit)
    }
  }

  private func hexQuad(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for i in start..<start + 4 {
      let digit: UInt8
      switch bytes[i] {
      case 0x30...0x39: digit = bytes[i] - 0x30
      case 0x41...0x46: digit = bytes[i] - 0x37
      case 0x61...0x66: digit = bytes[i] - 0x57
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
