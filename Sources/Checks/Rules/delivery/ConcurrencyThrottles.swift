import Diagnostics
import Topology

struct ConcurrencyThrottles: Rule {
  static let id = "delivery/concurrency-throttles"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Triggers hand over more at a time than the function's concurrency lets run."

  /// Batches that Lambda takes off a queue at a time from the start, where no maximum is set.
  private static let initial = 5

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.functions.compactMap { function in
      guard !function.info.isExternal, let reserved = function.concurrency, reserved.value > 0
      else {
        return nil
      }
      let triggers = function.triggers.filter { $0.isEnabled && $0.from.value.kind == .queue }
      let wanted = triggers.reduce(0) { $0 &+ ($1.maximumConcurrency?.value ?? Self.initial) }
      guard wanted > reserved.value else { return nil }
      return Self.finding(
        "the queues of '\(function.id)' start up to \(wanted) invocations at a time, and \(reserved.value)"
          + " may run: the others are throttled and count as received",
        at: reserved.range, about: function.id,
        related: triggers.map {
          let most =
            $0.maximumConcurrency.map { "\($0.value) at most" } ?? "at least \(Self.initial)"
          return .init("this queue starts \(most)", at: $0.maximumConcurrency?.range ?? $0.range)
        },
        help:
          "bound the triggers (`maximumConcurrency: 2` or more) or reserve more for the function")
    }
  }
}
