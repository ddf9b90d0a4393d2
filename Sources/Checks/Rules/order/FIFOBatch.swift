import Diagnostics
import Topology

struct FIFOBatch: Rule {
  static let id = "order/fifo-batch"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A function takes at most ten messages of a FIFO queue, and waits for none."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return topology.triggers.flatMap { function, trigger -> [Diagnostic] in
      guard trigger.from.value.kind == .queue, topology.isFIFO(trigger.from) == true else {
        return []
      }
      return [size(function, trigger), window(function, trigger)].compactMap { $0 }
    }
  }

  private func size(_ function: Function, _ trigger: Trigger) -> Diagnostic? {
    let limit = Setting.batchSizeFIFO.range.upperBound
    guard let size = trigger.batchSize, size.value > limit else { return nil }
    var finding = Self.finding(
      "'\(function.id)' asks for batches of \(size.value), but a FIFO queue such as"
        + " '\(trigger.from.value.label)' gives \(limit) at most",
      at: size.range, about: function.id, edge: trigger.edge(into: function.id),
      help: "set `batchSize: \(limit)` or less")
    finding.fix = .init(
      title: "take \(limit)", edits: [.init(range: size.range, replacement: "\(limit)")])
    return finding
  }

  private func window(_ function: Function, _ trigger: Trigger) -> Diagnostic? {
    guard let window = trigger.batchWindow, window.value > .zero else { return nil }
    return Self.finding(
      "'\(function.id)' waits \(window.value.text) for a batch, which the FIFO queue"
        + " '\(trigger.from.value.label)' does not allow",
      at: window.range, about: function.id, edge: trigger.edge(into: function.id),
      help: "remove 'batchWindow'")
  }
}
