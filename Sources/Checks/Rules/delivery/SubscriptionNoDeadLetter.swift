import Diagnostics
import Topology

struct SubscriptionNoDeadLetter: Rule {
  static let id = "delivery/subscription-no-dead-letter"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Messages that a subscriber of a topic refuses are dropped."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.handovers.compactMap { handover in
      guard handover.kind == .subscription, handover.deadLetter == nil, isMachine(handover.to)
      else { return nil }
      let message = "\(handover.sender) drops what '\(handover.to.value.label)' refuses"
      return Self.finding(
        message, at: handover.range, about: handover.from, edge: handover.edge,
        help: "keep it in a queue of the same account and region: `deadLetter: queue/NAME`")
    }
  }

  /// People are told again by other means; machines are not.
  private func isMachine(_ endpoint: Reference) -> Bool {
    switch endpoint.value {
    case .resource, .arn: true
    case .endpoint(let text): text.hasPrefix("http://") || text.hasPrefix("https://")
    case .unknown: false
    }
  }
}
