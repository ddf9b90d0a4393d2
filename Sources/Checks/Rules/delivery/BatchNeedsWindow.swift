import Diagnostics
import Topology

struct BatchNeedsWindow: Rule {
  static let id = "delivery/batch-needs-window"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "More than ten messages of a queue at once need a window to gather them in."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    let limit = Setting.batchSizeFIFO.range.upperBound
    return topology.triggers.compactMap { function, trigger in
      guard trigger.from.value.kind == .queue, topology.isFIFO(trigger.from) == false,
        let size = trigger.batchSize, size.value > limit,
        (trigger.batchWindow?.value ?? .zero) < .seconds(1)
      else { return nil }
      return Self.finding(
        "'\(function.id)' asks for \(size.value) messages of '\(trigger.from.value.label)' at once and"
          + " gives no time to gather more than \(limit)",
        at: size.range, about: function.id, edge: trigger.edge(into: function.id),
        help: "Lambda refuses it: add `batchWindow: 1s` or more")
    }
  }
}
