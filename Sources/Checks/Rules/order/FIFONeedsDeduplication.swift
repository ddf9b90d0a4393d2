import Diagnostics
import Topology

struct FIFONeedsDeduplication: Rule {
  static let id = "order/fifo-needs-deduplication"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "EventBridge gives no deduplication id, so the queue must make one."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.handovers.compactMap { handover in
      guard handover.isRuleOrSchedule, let queue = context.topology.queue(handover.to),
        queue.isFIFO, !queue.contentBasedDeduplication
      else { return nil }
      return Self.finding(
        "\(handover.sender) gives '\(queue.id)' no deduplication id, and the queue makes none of the"
          + " content, so it refuses every event",
        at: handover.to.range, about: handover.from, edge: handover.edge,
        related: declaration(of: handover.to, in: context.topology),
        help: "set `contentBasedDeduplication: true` on '\(queue.id)'")
    }
  }
}
