/// The type that the YAML 1.2 core schema gives to the characters of a plain scalar.
enum PlainType {
  case null, `true`, `false`, integer, float, string

  init(_ text: ArraySlice<UInt8>) {
    guard let first = text.first else {
      self = .null
      return
    }
    switch first {
    case 0x2B, 0x2D, 0x2E, 0x30...0x39: self = Self.number(text)
    case 0x7E where text.count == 1: self = .null
    case 0x6E, 0x4E, 0x74, 0x54, 0x66, 0x46: self = Self.word(text)
    default: self = .string
    }
  }

  private static func word(_ text: ArraySlice<UInt8>) -> PlainType {
    guard text.count <= 5 else { return .string }
    return switch String(decoding: text, as: UTF8.self) {
    case "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .true
    case "false", "False", "FALSE": .false
    default: .string
    }
  }

  private static func number(_ text: ArraySlice<UInt8>) -> PlainType {
    var i = text.startIndex
    if text.count > 2, text[i] == 0x30 {
      if text[i + 1] == 0x78 { return text[(i + 2)...].allSatisfy(isHexDigit) ? .integer : .string }
      if text[i + 1] == 0x6F {
        return text[(i + 2)...].allSatisfy(isOctalDigit) ? .integer : .string
      }
    }
    let isSigned = text[i] == 0x2B || text[i] == 0x2D
    if isSigned { i += 1 }
    guard i < text.endIndex else { return .string }
    if text[i] == 0x2E, text.endIndex - i == 4 {
      switch String(decoding: text[i...], as: UTF8.self) {
      case ".inf", ".Inf", ".INF": return .float
      case ".nan", ".NaN", ".NAN": return isSigned ? .string : .float
      default: break
      }
    }
    return decimal(text[i...])
  }

  /// `[0-9]+`, or `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
  private static func decimal(_ text: ArraySlice<UInt8>) -> PlainType {
    var i = text.startIndex
    func skipDigits() -> Int {
      let start = i
      while i < text.endIndex, isDigit(text[i]) { i += 1 }
      return i - start
    }
    let whole = skipDigits()
    if i == text.endIndex { return whole > 0 ? .integer : .string }
    if text[i] == 0x2E {
      i += 1
      if skipDigits() == 0, whole == 0 { return .string }
    } else if whole == 0 {
      return .string
    }
    if i < text.endIndex, text[i] | 0x20 == 0x65 {
      i += 1
      if i < text.endIndex, text[i] == 0x2B || text[i] == 0x2D { i += 1 }
      if skipDigits() == 0 { return .string }
    }
    return i == text.endIndex ? .float : .string
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

func isOctalDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x37 }

func isHexDigit(_ byte: UInt8) -> Bool { hexValue(byte) != nil }

package func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
