import Diagnostics
import Topology

struct StreamBlocks: Rule {
  static let id = "delivery/stream-blocks"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "One bad record holds up its shard until it expires."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.triggers.compactMap { function, trigger in
      guard [.stream, .table].contains(trigger.from.value.kind), trigger.isEndless else {
        return nil
      }
      let message =
        "a batch of '\(trigger.from.value.label)' that '\(function.id)' fails on is tried again until"
        + " it expires, and holds up all behind it"
      return Self.finding(
        message, at: trigger.range, about: function.id, edge: trigger.edge(into: function.id),
        help: "bound the retries: `maximumRetryAttempts: 5`, `bisectBatchOnFunctionError: true` and"
          + " `onFailure: queue/NAME`")
    }
  }
}

extension Trigger {
  fileprivate var isEndless: Bool {
    (maximumRetryAttempts?.value ?? -1) < 0 && (maximumRecordAge?.value ?? .seconds(-1)) < .zero
  }
}
