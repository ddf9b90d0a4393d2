/// What EventBridge makes of a pattern and an event, in the simplest way that can be written down.
package enum OracleVerdict: String, Sendable {
  case match, invalid
  case noMatch = "no-match"
  case invalidEvent = "invalid-event"
}

/// The verdict on raw pattern and event text. With `envelope` the event must have the fields that
/// `TestEventPattern` asks for, else be any object.
package func oracleVerdict(
  pattern: String, event: String, envelope: Bool = false
) -> OracleVerdict {
  guard let tree = JSONTree(pattern, wholly: false), let parsed = try? OraclePattern(tree) else {
    return .invalid
  }
  guard let event = JSONTree(event, wholly: true), case .object(let members) = event else {
    return .invalidEvent
  }
  if envelope, !isEnvelope(members) { return .invalidEvent }
  return parsed.matches(event) ? .match : .noMatch
}

/// Only the time's value is looked at; the others may be of any type.
private func isEnvelope(_ members: [JSONTree.Member]) -> Bool {
  let names = ["id", "detail-type", "source", "account", "region"]
  let keys = Set(members.map(\.key))
  guard names.allSatisfy({ keys.contains(Array($0.utf16)) }),
    case .string(let time)? = members.last(where: { $0.key == Array("time".utf16) })?.value
  else { return false }
  let form = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:?\d\d)/.asciiOnlyDigits()
  return String(decoding: time, as: UTF16.self).wholeMatch(of: form) != nil
}
