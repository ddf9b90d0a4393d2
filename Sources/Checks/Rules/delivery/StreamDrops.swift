import Diagnostics
import Topology

struct StreamDrops: Rule {
  static let id = "delivery/stream-drops"
  static let severity = Severity.warning
  static let profile = Profile.essential
  static let summary = "Records that a function cannot work on are dropped after the last retry."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.triggers.compactMap { function, trigger in
      guard trigger.isStream, trigger.isEnabled, trigger.onFailure == nil, let bound = trigger.bound
      else { return nil }
      let source = trigger.from.value.label
      let message =
        "records of '\(source)' that '\(function.id)' fails on are dropped \(bound.text), and nothing"
        + " keeps them"
      return Self.finding(
        message, at: bound.range, about: function.id, edge: trigger.edge(into: function.id),
        help: "say where they go: `onFailure: queue/NAME`")
    }
  }
}

extension Trigger {
  /// Lambda tries a batch of these sources again until it succeeds, is given up or expires.
  var isStream: Bool { Integration(triggerFrom: from.value) == .streamTrigger }

  /// What makes Lambda give up a batch, where anything but its expiry does.
  fileprivate var bound: (text: String, range: SourceRange)? {
    if let attempts = maximumRetryAttempts, attempts.value >= 0 {
      return ("after \(attempts.value) retries", attempts.range)
    }
    if let age = maximumRecordAge, age.value >= .zero {
      return ("at the age of \(age.value.text)", age.range)
    }
    return nil
  }

  func edge(into function: ResourceID) -> Diagnostic.Edge {
    Diagnostic.Edge(from: from.value.label, to: function.description)
  }
}
