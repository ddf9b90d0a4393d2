import AccessPolicy
import Diagnostics
import Topology

struct TrustWithoutExternalID: Rule {
  static let id = "access/trust-without-external-id"
  static let severity = Severity.warning
  static let profile = Profile.strict
  static let summary = "Another account may assume a role for whoever asks it to."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.attachedPolicies.filter { $0.kind == .trust }.flatMap { policy in
      policy.statements.filter { $0.effect == .allow }.flatMap { findings($0, policy.owner) }
    }
  }

  private func findings(_ statement: PolicyStatement, _ role: ResourceInfo) -> [Diagnostic] {
    guard let principals = statement.principals, !principals.isInverted,
      let own = role.account?.value, !statement.conditions.contains(where: \.restrictsCaller)
    else { return [] }
    return principals.entries.compactMap { principal in
      guard principal.kind == .aws, !principal.isEveryone,
        let account = Self.account(of: principal.value.value), account != own
      else { return nil }
      return Self.finding(
        "account \(account) may assume '\(role.id)' on behalf of anybody",
        at: principal.value.range, about: role.id,
        help:
          "agree on a secret: `Condition: {StringEquals: {sts:ExternalId: SECRET}}`, or bind it to"
          + " the organisation with 'aws:PrincipalOrgID'")
    }
  }

  private static func account(of principal: String) -> String? {
    if let arn = ARN(principal) { return arn.account.isEmpty ? nil : String(arn.account) }
    let isID =
      principal.utf8.count == 12 && principal.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isID ? principal : nil
  }
}
