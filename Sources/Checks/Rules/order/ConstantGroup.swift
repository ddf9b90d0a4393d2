import Diagnostics
import Topology

struct ConstantGroup: Rule {
  static let id = "order/constant-group"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "One message group for all events lets only one consumer work at a time."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.handovers.compactMap { handover in
      guard let group = handover.messageGroupId, handover.kind != .schedule,
        !group.value.hasPrefix("$"), !group.value.hasPrefix("<"),
        handover.to.value.kind == .queue, context.topology.isFIFO(handover.to) == true
      else { return nil }
      return Self.finding(
        "all events of \(handover.sender) are in the message group '\(group.value)', so"
          + " '\(handover.to.value.label)' gives them to one consumer at a time",
        at: group.range, about: handover.from, edge: handover.edge,
        help: "take the group from what must stay in order: `messageGroupId: $.detail.id`")
    }
  }
}
