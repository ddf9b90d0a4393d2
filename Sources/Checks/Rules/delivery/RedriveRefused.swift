import Diagnostics
import Topology

struct RedriveRefused: Rule {
  static let id = "delivery/redrive-refused"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The dead-letter queue does not allow this queue to use it."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.queues.compactMap { queue in
      guard !queue.info.isExternal, let redrive = queue.deadLetter,
        let letters = context.topology.queue(redrive.queue), let allow = letters.redriveAllow,
        let refusal = refusal(of: queue.id, by: allow)
      else { return nil }
      return Self.finding(
        "'\(letters.id)' \(refusal), so '\(queue.id)' cannot have it as its dead-letter queue",
        at: redrive.queue.range, about: queue.id,
        edge: Diagnostic.Edge(from: queue.id.description, to: letters.id.description),
        related: [.init("'\(letters.id)' is declared here", at: letters.info.nameRange)],
        help: "add 'queue/\(queue.name)' to the queues that '\(letters.id)' allows")
    }
  }

  private func refusal(of queue: ResourceID, by allow: Queue.RedriveAllow) -> String? {
    switch allow {
    case .all: return nil
    case .none: return "allows no queue"
    case .byQueue(let queues):
      // An ARN may be this very queue, and so may what is not known.
      let isCertain = queues.allSatisfy { $0.value.resource != nil }
      let isNamed = queues.contains { $0.value.resource == queue }
      return isCertain && !isNamed ? "allows other queues only" : nil
    }
  }
}
