import Diagnostics
import Topology

struct FIFODeadLetter: Rule {
  static let id = "order/fifo-dead-letter"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "A message that is moved aside leaves a gap in the order of its group."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.queues.compactMap { queue in
      guard !queue.info.isExternal, queue.isFIFO, let redrive = queue.deadLetter else { return nil }
      return Self.finding(
        "when '\(queue.id)' moves a message to '\(redrive.queue.value.label)', those behind it in its"
          + " group go on without it",
        at: redrive.queue.range, about: queue.id,
        edge: Diagnostic.Edge(from: queue.id.description, to: redrive.queue.value.label),
        help:
          "keep it where a gap does less harm than a stop; else remove it and let the group wait")
    }
  }
}
