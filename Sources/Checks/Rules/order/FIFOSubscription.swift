import Diagnostics
import Topology

struct FIFOSubscription: Rule {
  static let id = "order/fifo-subscription"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "FIFO topics deliver to queues only, and standard topics to no FIFO queue."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return context.handovers.compactMap { handover in
      guard handover.kind == .subscription, let topic = topology.topics[handover.from.name],
        let message = refusal(topic, handover.to, topology)
      else { return nil }
      return Self.finding(
        message, at: handover.to.range, about: topic.id, edge: handover.edge,
        related: [.init("'\(topic.id)' is declared here", at: topic.info.nameRange)],
        help: topology.isFIFO(topic) == true
          ? "put a queue between: the topic delivers to it, and the subscriber reads it"
          : "make the topic FIFO, or subscribe a standard queue")
    }
  }

  private func refusal(_ topic: Topic, _ endpoint: Reference, _ topology: Topology) -> String? {
    let name = endpoint.value.label
    guard let isFIFO = topology.isFIFO(topic) else { return nil }
    if isFIFO {
      guard !isQueue(endpoint.value) else { return nil }
      return "the FIFO topic '\(topic.id)' cannot deliver to '\(name)': only to queues"
    }
    guard endpoint.value.kind == .queue, topology.isFIFO(endpoint) == true else { return nil }
    return "the standard topic '\(topic.id)' cannot deliver to the FIFO queue '\(name)'"
  }

  /// Also where it may be one.
  private func isQueue(_ endpoint: ReferenceTarget) -> Bool {
    switch endpoint {
    case .endpoint: false
    case .unknown: true
    case .resource, .arn: endpoint.kind == .queue || endpoint.kind == nil
    }
  }
}
