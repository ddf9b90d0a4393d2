/// What a scalar means under the YAML 1.2 core schema; numbers keep their text.
package enum Scalar: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// Decimal, `0o` or `0x` digits with an optional sign, as written.
  case integer(String)
  /// A fraction, an exponent, `.inf` or `.nan`, as written.
  case float(String)
  case string(String)
}

extension YAMLNode {
  /// The scalar's meaning; nil for a mapping or sequence. Quoted, block and `!!str` scalars are strings.
  package var scalar: Scalar? {
    guard kind == .scalar else { return nil }
    let text = self.text
    guard style == .plain, tag == nil else { return .string(text) }
    return Scalar(plain: text)
  }

  /// The text where the scalar is a string (not a number, boolean or null); else nil.
  package var string: String? {
    if case .string(let text)? = scalar { text } else { nil }
  }
}

extension Scalar {
  /// Reads a plain scalar by the YAML 1.2 core schema: `no`, `on` and `yes` are strings.
  package init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    default: self = Scalar.number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> Scalar? {
    let bytes = Array(text.utf8)
    if bytes.starts(with: Array("0x".utf8)), bytes.count > 2 {
      return bytes.dropFirst(2).allSatisfy(isHexDigit) ? .integer(text) : nil
    }
    if bytes.starts(with: Array("0o".utf8)), bytes.count > 2 {
      return bytes.dropFirst(2).allSatisfy { (0x30...0x37).contains($0) } ? .integer(text) : nil
    }
    var i = 0
    if i < bytes.count, bytes[i] == 0x2B || bytes[i] == 0x2D { i += 1 }
    let unsigned = bytes[i...]
    if [".inf", ".Inf", ".INF"].contains(String(decoding: unsigned, as: UTF8.self)) {
      return .float(text)
    }
    if [".nan", ".NaN", ".NAN"].contains(text) { return .float(text) }
    return decimal(text, unsigned)
  }

  /// `[0-9]+`, or `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
  private static func decimal(_ text: String, _ bytes: ArraySlice<UInt8>) -> Scalar? {
    var i = bytes.startIndex
    func skipDigits() -> Int {
      let start = i
      while i < bytes.endIndex, (0x30...0x39).contains(bytes[i]) { i += 1 }
      return i - start
    }
    let whole = skipDigits()
    if i == bytes.endIndex { return whole > 0 ? .integer(text) : nil }
    if bytes[i] == 0x2E {
      i += 1
      if skipDigits() == 0, whole == 0 { return nil }
    } else if whole == 0 {
      return nil
    }
    if i < bytes.endIndex, bytes[i] | 0x20 == 0x65 {
      i += 1
      if i < bytes.endIndex, bytes[i] == 0x2B || bytes[i] == 0x2D { i += 1 }
      if skipDigits() == 0 { return nil }
    }
    return i == bytes.endIndex ? .float(text) : nil
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
