@testable import EventPattern
@testable import PatternOracle

extension JSONValue {
  /// The document as the algebra reads it; nil where it holds a number that the service rounds.
  init?(_ tree: JSONTree) {
    switch tree {
    case .null: self = .scalar(.null)
    case .bool(let value): self = .scalar(.boolean(value))
    case .string(let units): self = .scalar(.string(UTF8Text(PatternOracle.utf8(units))))
    case .number(let text):
      guard let value = PatternOracle.exactDouble(text) else { return nil }
      self = .scalar(.number(PatternNumber(value)))
    case .array(let elements):
      let values = elements.compactMap { JSONValue($0) }
      guard values.count == elements.count else { return nil }
      self = .array(values)
    case .object(let members):
      let values = members.compactMap { member in
        JSONValue(member.value).map {
          Member(name: UTF8Text(PatternOracle.utf8(member.key)), value: $0)
        }
      }
      guard values.count == members.count else { return nil }
      self = .object(values)
    }
  }
}

extension EventSet {
  /// Whether an event is a member; nil where it is not decided.
  func admits(_ event: JSONValue) -> Bool? {
    var answer: Bool? = false
    for term in terms {
      switch term.admits(event) {
      case true?: return true
      case nil: answer = nil
      case false?: break
      }
    }
    return answer
  }
}
