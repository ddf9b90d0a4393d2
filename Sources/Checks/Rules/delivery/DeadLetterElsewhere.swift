import Diagnostics
import Topology

struct DeadLetterElsewhere: Rule {
  static let id = "delivery/dead-letter-elsewhere"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The dead-letter queue is in a region or account where it cannot be reached."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return context.failureExits.compactMap { exit in
      guard let fact = FailureExitFact.of(exit.integration),
        let difference = difference(fact, exit.home, topology.home(of: exit.exit))
      else { return nil }
      let message =
        "\(exit.sender) is in \(difference.own), but its dead-letter queue '\(exit.exit.value.label)'"
        + " is in \(difference.other)"
      return Self.finding(
        message, at: exit.exit.range, about: exit.owner, edge: exit.edge,
        related: declaration(of: exit.exit, in: topology),
        help: "\(exit.integration.rawValue) needs it in the same \(difference.what)")
    }
  }

  private func difference(_ fact: FailureExitFact, _ own: Home, _ other: Home)
    -> (what: String, own: String, other: String)?
  {
    if fact.isSameRegion, own.isOtherRegion(than: other), let a = own.region, let b = other.region {
      return (fact.isSameAccount ? "account and region" : "region", a, b)
    }
    if fact.isSameAccount, own.isOtherAccount(than: other), let a = own.account,
      let b = other.account
    {
      return ("account and region", "account \(a)", "account \(b)")
    }
    return nil
  }
}
