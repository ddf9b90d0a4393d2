import Diagnostics
import Topology

struct FIFONeedsGroup: Rule {
  static let id = "order/fifo-needs-group"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A FIFO queue takes no event without a message group."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return context.handovers.compactMap { handover in
      guard handover.isRuleOrSchedule, handover.messageGroupId == nil,
        handover.to.value.kind == .queue, topology.isFIFO(handover.to) == true
      else { return nil }
      let queue = handover.to.value.label
      return Self.finding(
        "\(handover.sender) gives '\(queue)' no message group, so the queue refuses every event",
        at: handover.range, about: handover.from, edge: handover.edge,
        related: declaration(of: handover.to, in: topology),
        help: "name what must stay in order: `messageGroupId: $.detail.id`")
    }
  }
}

extension Handover {
  /// Senders that hand on a message group only where the target names one.
  var isRuleOrSchedule: Bool { kind == .rule || kind == .schedule }
}
