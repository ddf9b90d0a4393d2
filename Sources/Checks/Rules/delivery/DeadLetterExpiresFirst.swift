import Diagnostics
import Topology

struct DeadLetterExpiresFirst: Rule {
  static let id = "delivery/dead-letter-expires-first"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A dead letter keeps its age, so it expires before anybody looks at it."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.queues.compactMap { queue in
      guard !queue.info.isExternal, !queue.isFIFO, let redrive = queue.deadLetter,
        let letters = context.topology.queue(redrive.queue), letters.id != queue.id,
        !queue.info.unknownKeys.contains("retention"),
        !letters.info.unknownKeys.contains("retention")
      else { return nil }
      let (kept, waits) = (letters.keeps, queue.keeps)
      guard kept <= waits else { return nil }
      let message =
        "'\(letters.id)' keeps messages \(kept.text) and '\(queue.id)' \(waits.text): a message that"
        + " waited keeps its age and is soon gone"
      return Self.finding(
        message, at: letters.retention?.range ?? redrive.queue.range, about: letters.id,
        edge: Diagnostic.Edge(from: queue.id.description, to: letters.id.description),
        related: [
          .init(
            "'\(queue.id)' keeps them \(waits.text)",
            at: queue.retention?.range ?? queue.info.nameRange)
        ],
        help: "keep dead letters longest: `retention: 14d` for '\(letters.id)'")
    }
  }
}

extension Queue {
  /// How long messages are kept, by its own word or by default.
  fileprivate var keeps: Duration {
    retention?.value ?? .seconds(Setting.retention.standard ?? 0)
  }
}
