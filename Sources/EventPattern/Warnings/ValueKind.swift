/// The types of JSON scalars.
enum ValueKind: String, CaseIterable {
  case string = "a string"
  case number = "a number"
  case boolean = "true or false"
  case null
}

extension ValueTest {
  /// The kinds of values that can pass; addresses count as strings.
  var kinds: Set<ValueKind> {
    switch self {
    case .number, .numeric: [.number]
    case .boolean: [.boolean]
    case .null: [.null]
    case .exists(true), .anythingBut: Set(ValueKind.allCases)
    case .exists(false): []
    default: [.string]
    }
  }
}

extension ValueShape {
  /// The kinds of a scalar's shape.
  var kinds: Set<ValueKind> {
    switch self {
    case .null: [.null]
    case .boolean: [.boolean]
    case .string: [.string]
    case .number: [.number]
    case .choices(let choices): Set(choices.map(\.value.kind))
    default: []
    }
  }
}

extension ScalarValue {
  var kind: ValueKind {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    }
  }

  /// The value as JSON.
  var json: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let number): number.text.description
    case .string(let text): text.quoted
    }
  }
}
