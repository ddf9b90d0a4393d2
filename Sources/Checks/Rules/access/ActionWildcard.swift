import AccessPolicy
import Diagnostics
import Topology

struct ActionWildcard: Rule {
  static let id = "access/action-wildcard"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A policy allows every action of a service."

  func check(_ context: CheckContext) -> [Diagnostic] {
    // A key that its account may not administer is lost: `kms:*` is what AWS itself writes there.
    context.topology.attachedPolicies.filter { $0.kind != .key }.flatMap { policy in
      policy.statements.filter { $0.effect == .allow && !$0.actions.isInverted }.flatMap {
        statement in
        statement.actions.patterns.filter { isWhole($0.value) }.map { finding($0, policy.owner.id) }
      }
    }
  }

  private func isWhole(_ action: String) -> Bool { action == "*" || action.hasSuffix(":*") }

  private func finding(_ action: Located<String>, _ owner: ResourceID) -> Diagnostic {
    let what = action.value == "*" ? "every action of every service" : "every action of the service"
    return Self.finding(
      "'\(owner)' allows '\(action.value)': \(what), deleting and changing the policy included",
      at: action.range, about: owner, help: "name the actions that are used")
  }
}
