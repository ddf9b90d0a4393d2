import Diagnostics
import Topology

struct VisibilityBelowTimeout: Rule {
  static let id = "delivery/visibility-below-timeout"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "Messages come back to the queue while the function still works on them."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.queueReadings.compactMap { reading in
      guard reading.visibility < reading.timeout else { return nil }
      let message =
        "'\(reading.queue.id)' hides a message for \(reading.visibility.text), but"
        + " '\(reading.function.id)' may work on it for \(reading.timeout.text)"
      var finding = Self.finding(
        message, at: reading.place, about: reading.queue.id,
        edge: reading.trigger.edge(into: reading.function.id), related: reading.related,
        help: "Lambda refuses such a trigger: `visibilityTimeout: \(reading.advised.text)` for the"
          + " queue is six times the timeout")
      finding.fix = reading.fix
      return finding
    }
  }
}

/// A function that reads a queue, and what both say of time.
struct QueueReading {
  /// What AWS advises: room for five attempts at a throttled batch.
  static let factor = 6

  var queue: Queue
  var function: Function
  var trigger: Trigger

  var visibility: Duration {
    queue.visibilityTimeout?.value ?? .seconds(Setting.visibilityTimeout.standard ?? 0)
  }
  var timeout: Duration {
    function.timeout?.value ?? .seconds(Setting.functionTimeout.standard ?? 0)
  }
  /// Six times the timeout and the batch window beside.
  var advised: Duration { timeout * Self.factor + (trigger.batchWindow?.value ?? .zero) }

  /// The setting that is wrong, or the queue where it is not written.
  var place: SourceRange { queue.visibilityTimeout?.range ?? queue.info.nameRange }

  var related: [Diagnostic.Related] {
    [
      .init(
        "'\(function.id)' may run for \(timeout.text)",
        at: function.timeout?.range ?? function.info.nameRange),
      .init("it reads the queue here", at: trigger.range),
    ]
  }

  var fix: Diagnostic.Fix? {
    queue.visibilityTimeout.map {
      .init(
        title: "hide messages for \(advised.text)",
        edits: [.init(range: $0.range, replacement: advised.text)])
    }
  }
}

extension Topology {
  /// Every function that reads a queue, both known.
  var queueReadings: [QueueReading] {
    triggers.compactMap { function, trigger in
      guard let queue = queue(trigger.from), !queue.info.unknownKeys.contains("visibilityTimeout"),
        !function.info.unknownKeys.contains("timeout")
      else { return nil }
      return QueueReading(queue: queue, function: function, trigger: trigger)
    }
  }
}
