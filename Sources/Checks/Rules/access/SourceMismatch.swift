import AccessPolicy
import Diagnostics
import Topology

struct SourceMismatch: Rule {
  static let id = "access/source-mismatch"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A service is let in on behalf of something that is not its own."

  /// The service in the ARNs on behalf of which a principal comes.
  private static let services: [String: Set<String>] = [
    "events.amazonaws.com": ["events"],
    "sns.amazonaws.com": ["sns"],
    "s3.amazonaws.com": ["s3"],
    "scheduler.amazonaws.com": ["scheduler"],
    "pipes.amazonaws.com": ["pipes"],
    "apigateway.amazonaws.com": ["execute-api", "apigateway"],
    "states.amazonaws.com": ["states"],
  ]

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.attachedPolicies.filter { $0.kind == .resource }.flatMap { policy in
      policy.statements.compactMap { finding($0, policy.owner.id) }
    }
  }

  private func finding(_ statement: PolicyStatement, _ owner: ResourceID) -> Diagnostic? {
    guard statement.effect == .allow, let principals = statement.principals,
      !principals.isInverted, let allowed = sources(of: principals.entries),
      let condition = statement.conditions.first(where: isSource),
      let value = condition.values.first,
      condition.values.allSatisfy({ isForeign($0.value, allowed) })
    else { return nil }
    let names = principals.entries.map { "'\($0.value.value)'" }.joined(separator: ", ")
    return Self.finding(
      "\(names) never comes to '\(owner)' on behalf of '\(value.value)', so the statement allows nothing",
      at: value.range, about: owner,
      related: [.init("the principal", at: principals.range)],
      help: "the ARN must be of \(allowed.sorted().joined(separator: " or "))")
  }

  /// Nil where one of the principals may come for something that is not known.
  private func sources(of principals: [PolicyStatement.Principal]) -> Set<String>? {
    var allowed: Set<String> = []
    for principal in principals {
      guard principal.kind == .service, let own = Self.services[principal.value.value] else {
        return nil
      }
      allowed.formUnion(own)
    }
    return allowed.isEmpty ? nil : allowed
  }

  private func isSource(_ condition: PolicyStatement.Condition) -> Bool {
    condition.key.value.lowercased() == "aws:sourcearn"
      && ConditionOperator(condition.operator.value).isPositive && !condition.values.isEmpty
  }

  private func isForeign(_ text: String, _ allowed: Set<String>) -> Bool {
    guard let arn = ARN(text), !Wildcards.hasWildcard(String(arn.service)), !text.contains("${")
    else { return false }
    return !allowed.contains(String(arn.service))
  }
}
