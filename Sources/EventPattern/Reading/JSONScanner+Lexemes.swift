import YAMLTree

extension JSONScanner {
  /// Whether a quoted text is a key or a value; they differ in their messages, and in that keys
  /// keep lone surrogates apart while values turn them into `?`.
  enum Quoted { case key, value }

  mutating func readName() throws(PatternFault) -> [UInt8] {
    guard byte == UInt8(ascii: "\"") else {
      throw unexpected("was expecting double-quote to start field name")
    }
    position += 1
    let name = try readQuoted(.key)
    let length = name.count > Self.nameLimit ? String(decoding: name, as: UTF8.self).utf16.count : 0
    if length > Self.nameLimit { throw tooLong("Name", length, Self.nameLimit, "getMaxNameLength") }
    return name
  }

  /// Reads up to the closing quote; `position` is behind the opening one.
  mutating func readQuoted(_ use: Quoted) throws(PatternFault) -> [UInt8] {
    var text: [UInt8] = []
    var highSurrogate: UInt32?
    while let byte {
      if byte == UInt8(ascii: "\\") {
        let unit = try readEscape()
        append(unit, to: &text, after: &highSurrogate, use)
        continue
      }
      flush(&highSurrogate, to: &text, use)
      if byte < 0x20 { throw unquotedControl(use) }
      position += 1
      if byte == UInt8(ascii: "\"") { return text }
      text.append(byte)
    }
    throw endOfInput(
      use == .key ? " in field name" : ": was expecting closing quote for a string value")
  }

  /// Adds one UTF-16 unit from an escape, joining surrogate pairs.
  private func append(
    _ unit: UInt32, to text: inout [UInt8], after high: inout UInt32?, _ use: Quoted
  ) {
    if (0xDC00...0xDFFF).contains(unit), let first = high {
      high = nil
      appendUTF8(0x10000 + ((first - 0xD800) << 10) + (unit - 0xDC00), to: &text)
      return
    }
    flush(&high, to: &text, use)
    if (0xD800...0xDBFF).contains(unit) {
      high = unit
    } else if (0xDC00...0xDFFF).contains(unit) {
      high = unit
      flush(&high, to: &text, use)
    } else {
      appendUTF8(unit, to: &text)
    }
  }

  private func flush(_ surrogate: inout UInt32?, to text: inout [UInt8], _ use: Quoted) {
    guard let unit = surrogate else { return }
    surrogate = nil
    if use == .key { appendUTF8(unit, to: &text) } else { text.append(UInt8(ascii: "?")) }
  }

  private mutating func readEscape() throws(PatternFault) -> UInt32 {
    position += 1
    guard let letter = byte else { throw endOfInput(" in character escape sequence") }
    position += 1
    switch letter {
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): return UInt32(letter)
    case UInt8(ascii: "u"): return try readHexDigits()
    default:
      position -= 1
      throw syntax("Unrecognized character escape \(characterDescription())")
    }
  }

  private mutating func readHexDigits() throws(PatternFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = byte else { throw endOfInput(" in character escape sequence") }
      guard let value = hexValue(digit) else {
        throw unexpected("expected a hex-digit for character escape sequence")
      }
      unit = unit << 4 | UInt32(value)
      position += 1
    }
    return unit
  }

  /// Reads `true`, `false` or `null`, which must not run on into further letters or digits.
  mutating func word(_ word: String, _ token: Token) throws(PatternFault) -> Token {
    let start = position
    for letter in word.utf8 {
      guard byte == letter else { throw unrecognizedToken(from: start) }
      position += 1
    }
    if continuesIdentifier() { throw unrecognizedToken(from: start) }
    return token
  }

  mutating func skipSpace() throws(PatternFault) {
    while let byte {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case 0..<0x20: throw illegalSpace()
      case UInt8(ascii: "/"): throw unexpected(Self.comment)
      default: return
      }
    }
  }

  /// In an object or array: passes over the comma before any entry but the first.
  mutating func expectComma() throws(PatternFault) {
    guard let context = contexts.last else { return }
    contexts[contexts.count - 1].hasEntries = true
    guard context.hasEntries else { return }
    guard byte == UInt8(ascii: ",") else {
      throw unexpected("was expecting comma to separate \(containerName) entries")
    }
    position += 1
    try skipSpace()
    if byte == nil { throw endOfInput(" within/between \(containerName) entries") }
  }

  mutating func expectColon() throws(PatternFault) {
    try skipSpace()
    guard let byte else { throw endOfInput(" within/between \(containerName) entries") }
    guard byte == UInt8(ascii: ":") else {
      throw unexpected("was expecting a colon to separate field name and value")
    }
    position += 1
    try skipSpace()
    if self.byte == nil { throw endOfInput(" within/between \(containerName) entries") }
  }
}
