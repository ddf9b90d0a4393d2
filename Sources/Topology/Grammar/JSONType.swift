import Diagnostics
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
      case .integer, .float: jsonNumber == nil ? .unspeakable : .number
      case .string, nil: .string
      }
    }
  }

  /// A number's characters as JSON writes it; nil for anything else and for what JSON cannot say.
  package var jsonNumber: [UInt8]? {
    guard number != nil else { return nil }
    var ignored: [Diagnostic] = []
    return json(diagnostics: &ignored)?.bytes
  }

  /// The value of a number; nil for anything else and for what is past the range of doubles.
  package var numericValue: Double? {
    guard let jsonNumber, let value = Double(String(decoding: jsonNumber, as: UTF8.self)) else {
      return nil
    }
    return value.isFinite ? value : nil
  }

  /// A number without a fraction, of at most 2^53; `30.0` is one.
  var wholeNumber: Int? {
    guard let value = numericValue, value == value.rounded(), abs(value) <= 0x1p53 else {
      return nil
    }
    return Int(value)
  }
}
