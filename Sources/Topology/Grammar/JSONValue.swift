import YAMLTree

/// JSON to be printed; the members of an object keep their order.
indirect enum JSONValue {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// Indented text; arrays and objects without structure inside stand on one line where it is
  /// short.
  func text(indent: Int = 0) -> String {
    let flat = flatText
    if !hasStructure, flat.utf8.count + indent <= 100 { return flat }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .array(let elements):
      let lines = elements.map { inner + $0.text(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + outer + "]"
    case .object(let members):
      let lines = members.map { key, value in
        inner + Self.quoted(key) + ": " + value.text(indent: indent + 2)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + outer + "}"
    default: return flat
    }
  }

  private var hasStructure: Bool {
    switch self {
    case .object(let members):
      members.count > 3
        || members.contains { _, value in
          if case .object(let inner) = value { !inner.isEmpty } else { value.hasStructure }
        }
    case .array(let elements): elements.contains(where: \.hasStructure)
    default: false
    }
  }

  private var flatText: String {
    switch self {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let value):
      return value == value.rounded() && abs(value) <= 0x1p53 ? "\(Int(value))" : "\(value)"
    case .string(let text): return Self.quoted(text)
    case .array(let elements): return "[" + elements.map(\.flatText).joined(separator: ", ") + "]"
    case .object(let members):
      let parts = members.map { Self.quoted($0) + ": " + $1.flatText }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendJSONString(text.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
