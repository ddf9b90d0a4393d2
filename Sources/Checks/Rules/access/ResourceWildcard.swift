import AccessPolicy
import Diagnostics
import Topology

struct ResourceWildcard: Rule {
  static let id = "access/resource-wildcard"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A role may do something to every resource where it could be told which."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.attachedPolicies.filter { $0.kind == .identity }.flatMap { policy in
      policy.statements.compactMap { finding($0, policy.owner.id) }
    }
  }

  private func finding(_ statement: PolicyStatement, _ role: ResourceID) -> Diagnostic? {
    guard statement.effect == .allow, !statement.actions.isInverted,
      !statement.resources.isInverted, statement.conditions.isEmpty,
      let everything = statement.resources.patterns.first(where: { $0.value == "*" }),
      let action = statement.actions.patterns.first(where: { ResourceAction.takes($0.value) })
    else { return nil }
    return Self.finding(
      "'\(role)' may '\(action.value)' on every resource of the account", at: everything.range,
      about: role, help: "name the resource: `Resource: \(ResourceAction.example(action.value))`")
  }
}
