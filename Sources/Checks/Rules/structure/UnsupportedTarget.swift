import Diagnostics
import Topology

struct UnsupportedTarget: Rule {
  static let id = "structure/unsupported-target"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The service cannot send to this kind of target."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.handovers.compactMap { handover in
      guard let sender = sender(handover.kind), let reason = refusal(handover) else { return nil }
      return Self.finding(
        "\(sender) cannot send to '\(handover.to.value.label)'", at: handover.to.range,
        edge: handover.edge, help: reason)
    }
  }

  private func sender(_ kind: Handover.Kind) -> String? {
    switch kind {
    case .rule: "a rule"
    case .schedule: "EventBridge Scheduler"
    case .pipe: "a pipe"
    // The newer bus calls any action of the API; subscriptions have a check of their own.
    case .customBus, .subscription: nil
    }
  }

  /// What to do instead; nil where the target is supported or not known.
  private func refusal(_ handover: Handover) -> String? {
    if case .endpoint = handover.to.value {
      return "declare an API destination with a connection: `destinations: {NAME: {endpoint: …}}`"
    }
    guard let kind = handover.to.value.kind, !Self.targets(of: handover.kind).contains(kind) else {
      return nil
    }
    switch kind {
    case .role: return "a role is what a target is called with: `role: role/NAME` beside `to`"
    case .destination: return "let a rule of a bus call the API destination"
    default: return "let a function stand between that writes to it"
    }
  }

  private static func targets(of kind: Handover.Kind) -> Set<ResourceKind> {
    switch kind {
    case .rule:
      [
        .function, .topic, .queue, .logGroup, .bus, .api, .destination, .stream, .deliveryStream,
        .stateMachine,
      ]
    case .pipe:
      [
        .function, .topic, .queue, .logGroup, .bus, .api, .destination, .stream, .deliveryStream,
        .stateMachine,
      ]
    // Universal targets reach whatever has an API.
    case .schedule: Set(ResourceKind.allCases).subtracting([.role, .key, .destination, .producer])
    case .customBus, .subscription: Set(ResourceKind.allCases)
    }
  }
}
