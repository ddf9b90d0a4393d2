import AccessPolicy
import Diagnostics
import Topology

struct InverseGrant: Rule {
  static let id = "access/inverse-grant"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A policy allows all but what it names, so all that AWS will ever add."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.attachedPolicies.flatMap { policy in
      policy.statements.filter { $0.effect == .allow }.flatMap { statement in
        [
          finding("NotAction", "actions", statement.actions, statement, policy.owner.id),
          finding("NotResource", "resources", statement.resources, statement, policy.owner.id),
        ].compactMap { $0 }
      }
    }
  }

  private func finding(
    _ key: String, _ what: String, _ matched: PolicyStatement.Matched,
    _ statement: PolicyStatement, _ owner: ResourceID
  ) -> Diagnostic? {
    guard matched.isInverted else { return nil }
    let names = matched.patterns.prefix(3).map { "'\($0.value)'" }.joined(separator: ", ")
    return Self.finding(
      "'\(owner)' allows all \(what) but \(names)",
      at: matched.patterns.first?.range ?? statement.range, about: owner,
      help: "'\(key)' with 'Allow' grants the rest: name what is allowed with '\(key.dropFirst(3))'"
    )
  }
}
