import Diagnostics
import Topology

struct FIFOTopicTarget: Rule {
  static let id = "order/fifo-topic-target"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A rule cannot send to a FIFO topic."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return topology.ruleHandovers.compactMap { handover in
      guard handover.kind == .rule, handover.to.value.kind == .topic,
        topology.isFIFO(handover.to) == true
      else { return nil }
      return Self.finding(
        "\(handover.sender) sends to the FIFO topic '\(handover.to.value.label)', which EventBridge"
          + " does not support",
        at: handover.to.range, about: handover.from, edge: handover.edge,
        related: declaration(of: handover.to, in: topology),
        help: "send to a FIFO queue with a message group, or publish from a function")
    }
  }
}
