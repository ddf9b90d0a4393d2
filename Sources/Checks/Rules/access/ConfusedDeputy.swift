import AccessPolicy
import Diagnostics
import Topology

struct ConfusedDeputy: Rule {
  static let id = "access/confused-deputy"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A service is let in on behalf of any account that asks it."

  private static let kinds: Set<ResourceKind> = [
    .queue, .topic, .function, .bucket, .stream, .logGroup, .api,
  ]
  /// Says who calls where a service has no ARN to give.
  private static let tokens: Set<String> = ["lambda:eventsourcetoken"]

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.attachedPolicies.flatMap { policy -> [Diagnostic] in
      guard policy.kind == .resource, Self.kinds.contains(policy.owner.id.kind) else { return [] }
      return policy.statements.compactMap { finding($0, policy) }
    }
  }

  private func finding(_ statement: PolicyStatement, _ policy: AttachedPolicy) -> Diagnostic? {
    guard statement.effect == .allow, let principals = statement.principals,
      !principals.isInverted, !statement.conditions.contains(where: tellsCaller),
      let service = principals.entries.first(where: { $0.kind == .service && !$0.isEveryone })
    else { return nil }
    let id = policy.owner.id
    let account = policy.owner.account?.value ?? "ACCOUNT"
    return Self.finding(
      "'\(service.value.value)' may use '\(id)' (\(AttachedPolicy.text(statement.actions))) on behalf"
        + " of any account",
      at: service.value.range, about: id,
      help:
        "say on whose behalf: `Condition: {StringEquals: {aws:SourceAccount: \"\(account)\"}}`, or"
        + " with 'aws:SourceArn' which rule, topic or bucket")
  }

  private func tellsCaller(_ condition: PolicyStatement.Condition) -> Bool {
    condition.restrictsCaller || Self.tokens.contains(condition.key.value.lowercased())
  }
}
