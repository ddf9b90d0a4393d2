import Diagnostics
import Topology

struct VisibilityShort: Rule {
  static let id = "delivery/visibility-short"
  static let severity = Severity.warning
  static let profile = Profile.strict
  static let summary = "A throttled batch comes back before the function had its chance at it."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.queueReadings.compactMap { reading in
      guard reading.visibility >= reading.timeout, reading.visibility < reading.advised else {
        return nil
      }
      let message =
        "'\(reading.queue.id)' hides a message for \(reading.visibility.text), less than the"
        + " \(reading.advised.text) that six tries of '\(reading.function.id)' take"
      var finding = Self.finding(
        message, at: reading.place, about: reading.queue.id,
        edge: reading.trigger.edge(into: reading.function.id), related: reading.related,
        help: "six times the function's timeout and the batch window: `visibilityTimeout:"
          + " \(reading.advised.text)`")
      finding.fix = reading.fix
      return finding
    }
  }
}
