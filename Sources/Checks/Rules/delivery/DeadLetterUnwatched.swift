import Diagnostics
import Topology

struct DeadLetterUnwatched: Rule {
  static let id = "delivery/dead-letter-unwatched"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Dead letters are kept where nobody reads them and no alarm tells of them."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    guard !topology.hasUnknownReading, let watched = watchedQueues(topology) else { return [] }
    var told: Set<ResourceID> = []
    return context.failureExits.compactMap { exit in
      guard let queue = topology.queue(exit.exit), !watched.contains(queue.id),
        context.readers(of: queue.id).isEmpty, told.insert(queue.id).inserted
      else { return nil }
      return Self.finding(
        "'\(queue.id)' takes what '\(exit.owner)' gives up, but nobody reads it and no alarm watches it",
        at: queue.info.nameRange, about: queue.id,
        related: [.init("it is a dead-letter queue here", at: exit.exit.range)],
        help: "watch its depth: `alarms: {\(queue.name)-filling: {on: {metric:"
          + " ApproximateNumberOfMessagesVisible, of: queue/\(queue.name)}, threshold: 0}}`")
    }
  }

  /// Queues that an alarm is about or a state machine calls; nil where an alarm may be about any.
  private func watchedQueues(_ topology: Topology) -> Set<ResourceID>? {
    var watched: Set<ResourceID> = []
    for alarm in topology.alarms {
      guard let of = alarm.of else { continue }
      if of.value.isUnknown { return nil }
      if let id = of.value.resource { watched.insert(id) }
    }
    for state in topology.stateMachines.compactMap(\.definition).flatMap(\.states) {
      watched.formUnion(state.calls.compactMap { $0.value.resource })
    }
    return watched
  }
}
