import Diagnostics
import Topology

struct BatchFailures: Rule {
  static let id = "delivery/batch-failures"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "One bad message makes the function work on the whole batch again."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.triggers.compactMap { function, trigger in
      guard trigger.from.value.kind == .queue, !trigger.reportBatchItemFailures else { return nil }
      let size = trigger.batchSize?.value ?? Setting.batchSizeQueue.standard ?? 1
      guard size > 1 else { return nil }
      return Self.finding(
        "one bad message of '\(trigger.from.value.label)' sends up to \(size) back to the queue with it",
        at: trigger.batchSize?.range ?? trigger.range, about: function.id,
        edge: trigger.edge(into: function.id),
        help: "return the ids that failed and set `reportBatchItemFailures: true`")
    }
  }
}
