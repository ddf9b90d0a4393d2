/// The grammar of RFC 8259 read off the page: whether bytes are one JSON object in UTF-8.
struct RFC8259 {
  private let bytes: [UInt8]
  private var i = 0

  static func isObject(_ bytes: [UInt8]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    var reader = RFC8259(bytes: bytes)
    reader.space()
    guard reader.peek == UInt8(ascii: "{"), reader.value() else { return false }
    reader.space()
    return reader.i == bytes.count
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var peek: UInt8? { i < bytes.count ? bytes[i] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard let peek, peek == character.asciiValue else { return false }
    i += 1
    return true
  }

  private mutating func space() {
    while let peek, [0x20, 0x09, 0x0A, 0x0D].contains(peek) { i += 1 }
  }

  private mutating func value() -> Bool {
    switch peek.map({ Character(Unicode.Scalar($0)) }) {
    case "{": return items("{", "}") { $0.member() }
    case "[": return items("[", "]") { $0.value() }
    case "\"": return string()
    case "t": return word("true")
    case "f": return word("false")
    case "n": return word("null")
    default: return number()
    }
  }

  private mutating func items(
    _ open: Character, _ close: Character, _ item: (inout RFC8259) -> Bool
  ) -> Bool {
    guard take(open) else { return false }
    space()
    if take(close) { return true }
    while true {
      space()
      guard item(&self) else { return false }
      space()
      if take(close) { return true }
      guard take(",") else { return false }
    }
  }

  private mutating func member() -> Bool {
    guard string() else { return false }
    space()
    guard take(":") else { return false }
    space()
    return value()
  }

  private mutating func word(_ word: String) -> Bool {
    for character in word where !take(character) { return false }
    return true
  }

  private mutating func digits() -> Bool {
    let start = i
    while let peek, 0x30...0x39 ~= peek { i += 1 }
    return i > start
  }

  private mutating func number() -> Bool {
    _ = take("-")
    if !take("0"), !digits() { return false }
    if take("."), !digits() { return false }
    guard take("e") || take("E") else { return true }
    if !take("+") { _ = take("-") }
    return digits()
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let byte = peek {
      i += 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte < 0x20 { return false }
      if byte == UInt8(ascii: "\\"), !escape() { return false }
    }
    return false
  }

  private mutating func escape() -> Bool {
    guard let byte = peek else { return false }
    i += 1
    guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
    for _ in 0..<4 {
      guard let digit = peek, Character(Unicode.Scalar(digit)).isHexDigit else { return false }
      i += 1
    }
    return true
  }
}
