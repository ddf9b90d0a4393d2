import Diagnostics
import Topology

struct QueueNoDeadLetter: Rule {
  static let id = "delivery/queue-no-dead-letter"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A message that its consumer cannot work on comes back until it expires."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    let targets = context.failureExits.map(\.exit.value)
    // Any queue may be the dead-letter queue that cannot be told.
    if targets.contains(where: \.isUnknown) { return [] }
    let exits = Set(targets.compactMap(\.resource))
    return topology.queues.compactMap { queue in
      guard !queue.info.isExternal, queue.deadLetter == nil, !exits.contains(queue.id),
        let reader = context.readers(of: queue.id).first
      else { return nil }
      let message =
        "'\(queue.id)' has no dead-letter queue: what '\(reader.id)' cannot work on comes back until"
        + " it expires"
      return Self.finding(
        message, at: queue.info.nameRange, about: queue.id,
        related: [.init("it is read here", at: reader.range)],
        help: "move it aside: `deadLetter: {queue: queue/\(queue.name)-dlq, maxReceiveCount: 5}`")
    }
  }
}
