import AccessPolicy
import Diagnostics
import Topology

struct PassRole: Rule {
  static let id = "access/pass-role"
  static let severity = Severity.error
  static let profile = Profile.recommended
  static let summary = "A role may hand any role to a service, and so do all that any role may."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.attachedPolicies.filter { $0.kind == .identity }.flatMap { policy in
      policy.statements.compactMap { finding($0, policy.owner.id) }
    }
  }

  private func finding(_ statement: PolicyStatement, _ role: ResourceID) -> Diagnostic? {
    guard statement.effect == .allow, !statement.actions.isInverted,
      let action = statement.actions.patterns.first(where: isPassRole)
    else { return nil }
    let passesAny = statement.resources.patterns.contains { isAnyRole($0.value) }
    let isBound = statement.conditions.contains(where: namesService)
    switch (passesAny, isBound) {
    case (true, false):
      return Self.finding(
        "'\(role)' may pass any role to any service, and so do whatever the strongest of them may",
        at: action.range, about: role, help: Self.help)
    case (true, true):
      return Self.finding(
        "'\(role)' may pass any role of the account", .warning, at: action.range, about: role,
        help: "name the roles: `Resource: role/NAME`")
    case (false, false):
      return Self.finding(
        "'\(role)' may pass its roles to any service", .warning, at: action.range, about: role,
        help: "name the service: `Condition: {StringEquals: {iam:PassedToService:"
          + " ecs-tasks.amazonaws.com}}`")
    case (false, true):
      return nil
    }
  }

  private static let help =
    "name the roles and the service: `Resource: role/NAME` and `Condition: {StringEquals:"
    + " {iam:PassedToService: ecs-tasks.amazonaws.com}}`"

  /// `iam:*` and `*` are told by `ActionWildcard`.
  private func isPassRole(_ action: Located<String>) -> Bool {
    action.value.lowercased() == "iam:passrole" || action.value.lowercased() == "iam:pass*"
  }

  private func isAnyRole(_ resource: String) -> Bool {
    resource == "*" || ARN(resource).map { $0.resource == "role/*" || $0.resource == "*" } == true
  }

  private func namesService(_ condition: PolicyStatement.Condition) -> Bool {
    condition.key.value.lowercased() == "iam:passedtoservice"
      && ConditionOperator(condition.operator.value).isPositive
      && !condition.values.contains { $0.value == "*" }
  }
}
