import Diagnostics
import Topology

struct TargetNeedsRole: Rule {
  static let id = "delivery/target-needs-role"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The sender has no role, and the target lets nobody in without one."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.handovers.compactMap { handover in
      guard handover.role == nil, let need = need(of: handover) else { return nil }
      let target = handover.to.value.label
      return Self.finding(
        "\(handover.sender) names no role for '\(target)': \(need.reason)", at: handover.range,
        about: handover.from, edge: handover.edge,
        help: "name a role that '\(need.principal)' may assume and that allows \(need.action):"
          + " `role: role/NAME`")
    }
  }

  private func need(of handover: Handover)
    -> (reason: String, principal: String, action: String)?
  {
    let access = TargetAccess.of(handover.to.value)
    let action = access?.action ?? "the call"
    switch handover.kind {
    case .rule:
      guard let access, access.needsRole else { return nil }
      return ("EventBridge needs one for \(action)", "events.amazonaws.com", action)
    case .customBus:
      return ("a subscriber of a custom bus always needs one", "events.amazonaws.com", action)
    case .schedule:
      return ("EventBridge Scheduler always needs one", "scheduler.amazonaws.com", action)
    case .pipe:
      return ("a pipe always needs one", "pipes.amazonaws.com", "reading its source and \(action)")
    case .subscription:
      guard handover.to.value.kind == .deliveryStream else { return nil }
      return ("SNS needs one for Firehose", "sns.amazonaws.com", "firehose:PutRecord")
    }
  }
}
