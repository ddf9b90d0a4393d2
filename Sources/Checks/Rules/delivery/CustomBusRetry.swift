import Diagnostics
import Topology

struct CustomBusRetry: Rule {
  static let id = "delivery/custom-bus-retry"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A subscriber of a custom bus gives up after five minutes, not after a day."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.ruleHandovers.compactMap { handover in
      guard handover.kind == .customBus, handover.retry == RetryPolicy() else { return nil }
      let attempts = Setting.subscriberAttempts
      let age = Setting.subscriberAge
      return Self.finding(
        "\(handover.sender) gives up on '\(handover.to.value.label)' after"
          + " \(attempts.text(attempts.standard ?? 0)) retries or \(age.text(age.standard ?? 0))",
        at: handover.range, about: handover.from, edge: handover.edge,
        help:
          "say how long to try: `retry: {attempts: 185, maxAge: 24h}` is what a classic bus does")
    }
  }
}
