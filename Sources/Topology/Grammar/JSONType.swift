import YAMLTree

/// What a node is when read as JSON, as an editor's schema check sees it.
package enum JSONType: String, Sendable {
  case null, boolean, number, string, array, object
  /// `.inf` and `.nan`, which JSON cannot say.
  case unspeakable
}

extension YAMLNode {
  package var jsonType: JSONType {
    switch kind {
    case .mapping: .object
    case .sequence: .array
    case .scalar:
      switch scalar {
      case .null: .null
      case .boolean: .boolean
      case .integer: .number
      case .float: number == nil ? .unspeakable : .number
      case .string, nil: .string
      }
    }
  }

  /// The value of a number, as near as a double comes to it; nil for anything else and for what no
  /// double holds.
  package var number: Double? {
    let text: String
    switch scalar {
    case .integer(let digits): text = digits
    case .float(let digits): text = digits
    default: return nil
    }
    let value = Self.octal(text) ?? Self.jsonNumber(text).flatMap { Double($0) }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// A count; nil for anything that is no whole number of at most 2^53.
  var count: Int? {
    guard let number, number == number.rounded(), abs(number) <= 0x1p53 else { return nil }
    return Int(number)
  }

  private static func octal(_ text: String) -> Double? {
    let radix = text.hasPrefix("0o") ? 8 : text.hasPrefix("0x") ? 16 : 10
    guard radix != 10, text.utf8.count <= 18 else { return nil }
    return UInt64(text.dropFirst(2), radix: radix).map { Double($0) }
  }

  /// A decimal YAML number as JSON writes it: no plus sign, no leading zeros, digits on both sides of
  /// the point; nil for `.inf`, `.nan` and other radixes.
  static func jsonNumber(_ text: String) -> String? {
    var rest = Substring(text)
    var result = ""
    if rest.first == "-" { result = "-" }
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    let whole = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(whole.count)
    let digits = whole.drop { $0 == "0" }
    result += digits.isEmpty ? "0" : digits
    guard let mark = rest.first else { return whole.isEmpty ? nil : result }
    guard mark == "." || mark == "e" || mark == "E" else { return nil }
    guard mark == "." else { return result + rest }
    rest = rest.dropFirst()
    let fraction = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(fraction.count)
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    return result + "." + (fraction.isEmpty ? "0" : fraction) + rest
  }
}
