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
  /// The scalar's meaning; nil for a mapping or sequence. Quoted, block and `!!str` scalars are
  /// strings, and so is everything with a tag that the core schema does not know.
  package var scalar: Scalar? {
    guard kind == .scalar else { return nil }
    return Scalar(plainType, text)
  }

  /// The text where the scalar is a string (not a number, boolean or null); else nil.
  package var string: String? {
    kind == .scalar && plainType == .string ? text : nil
  }

  /// True for a scalar that reads `null`, `~` or nothing.
  package var isNull: Bool { kind == .scalar && plainType == .null }

  package var boolean: Bool? {
    guard kind == .scalar else { return nil }
    return switch plainType {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The value of an integer of any base that fits; else nil.
  package var integer: Int? {
    guard kind == .scalar, plainType == .integer else { return nil }
    let text = self.text
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
    return Int(text)
  }

  /// The characters of a number as written, else nil.
  package var number: String? {
    guard kind == .scalar, plainType == .integer || plainType == .float else { return nil }
    return text
  }

  /// What the scalar's own characters make of it, given its style and tag.
  var plainType: PlainType {
    switch tag {
    case nil where style == .plain: return PlainType(utf8)
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
      "tag:yaml.org,2002:null":
      return PlainType(utf8)
    default: return .string
    }
  }
}

extension Scalar {
  /// Reads a plain scalar by the YAML 1.2 core schema: `no`, `on` and `yes` are strings.
  package init(plain text: String) {
    self.init(PlainType(Array(text.utf8)[...]), text)
  }

  fileprivate init(_ type: PlainType, _ text: String) {
    self =
      switch type {
      case .null: .null
      case .true: .boolean(true)
      case .false: .boolean(false)
      case .integer: .integer(text)
      case .float: .float(text)
      case .string: .string(text)
      }
  }
}
