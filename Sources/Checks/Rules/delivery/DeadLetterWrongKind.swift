import Diagnostics
import Topology

struct DeadLetterWrongKind: Rule {
  static let id = "delivery/dead-letter-wrong-kind"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The failure exit is not of a kind that the service can send to."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.failureExits.compactMap { exit in
      guard let fact = FailureExitFact.of(exit.integration), !fact.kinds.isEmpty,
        let kind = exit.exit.value.kind, !fact.kinds.contains(kind)
      else { return nil }
      let allowed = alternatives(fact.kinds.map(\.rawValue))
      return Self.finding(
        "\(exit.sender) cannot send what fails to '\(exit.exit.value.label)': only to \(allowed)",
        at: exit.exit.range, about: exit.owner, edge: exit.edge,
        help: "\(exit.integration.rawValue) takes \(allowed) as its failure exit")
    }
  }
}

/// `a queue`, `a queue or a topic`, `a queue, a topic or a bucket`.
func alternatives(_ kinds: [String]) -> String {
  let named = kinds.map { (($0.first.map("aeiou".contains) ?? false) ? "an " : "a ") + $0 }
  guard let last = named.last else { return "nothing" }
  if named.count == 1 { return last }
  return named.dropLast().joined(separator: ", ") + " or " + last
}
