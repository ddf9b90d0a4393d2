import Diagnostics
import Topology

struct InputToOtherAccount: Rule {
  static let id = "delivery/input-to-other-account"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The input of a bus in another account cannot be changed."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.ruleHandovers.compactMap { handover in
      guard let input = handover.input, handover.kind == .rule, handover.to.value.kind == .bus
      else { return nil }
      let home = context.topology.home(of: handover.to)
      guard home.isOtherAccount(than: handover.home), let account = home.account else { return nil }
      return Self.finding(
        "\(handover.sender) changes the input of '\(handover.to.value.label)', which is a bus of"
          + " account \(account)",
        at: input.range, about: handover.from, edge: handover.edge,
        help:
          "EventBridge sends the whole event to another account's bus: change it in a rule there")
    }
  }
}
