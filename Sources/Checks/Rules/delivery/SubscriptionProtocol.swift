import Diagnostics
import Topology

struct SubscriptionProtocol: Rule {
  static let id = "delivery/subscription-protocol"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The protocol of a subscription does not fit its endpoint."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.topics.flatMap { topic in
      topic.subscriptions.compactMap { finding($0, topic) }
    }
  }

  private func finding(_ subscription: Subscription, _ topic: Topic) -> Diagnostic? {
    guard let stated = subscription.protocol, let allowed = protocols(of: subscription.to.value),
      !allowed.contains(stated.value)
    else { return nil }
    let endpoint = subscription.to.value.label
    var finding = Self.finding(
      "protocol '\(stated.value)' cannot reach '\(endpoint)'", at: stated.range, about: topic.id,
      edge: Diagnostic.Edge(from: topic.id.description, to: endpoint),
      help: allowed.isEmpty
        ? "SNS delivers to queues, functions, Firehose, HTTP endpoints, e-mail and telephones"
        : "write `protocol: \(allowed[0])`")
    if let first = allowed.first {
      finding.fix = .init(
        title: "use '\(first)'", edits: [.init(range: stated.range, replacement: first)])
    }
    return finding
  }

  /// The protocols that reach `endpoint`, likeliest first; nil where that is not known.
  private func protocols(of endpoint: ReferenceTarget) -> [String]? {
    switch endpoint {
    case .unknown: return nil
    case .endpoint(let text):
      if text.hasPrefix("https://") { return ["https"] }
      if text.hasPrefix("http://") { return ["http"] }
      if text.contains("@") { return ["email", "email-json"] }
      return text.hasPrefix("+") ? ["sms"] : nil
    case .resource, .arn:
      switch endpoint.kind {
      case .queue: return ["sqs"]
      case .function: return ["lambda"]
      case .deliveryStream: return ["firehose"]
      case .topic, nil: return nil
      default: return []
      }
    }
  }
}
