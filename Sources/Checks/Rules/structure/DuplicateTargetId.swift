import Diagnostics
import Topology

struct DuplicateTargetId: Rule {
  static let id = "structure/duplicate-target-id"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "Of two targets with one id in a rule, the second replaces the first."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.buses.flatMap { bus in
      bus.rules.flatMap { check($0, of: bus) }
    }
  }

  private func check(_ rule: RoutingRule, of bus: Bus) -> [Diagnostic] {
    var first: [String: DeliveryTarget] = [:]
    return rule.targets.compactMap { target in
      guard let id = target.targetId else { return nil }
      guard let other = first[id.value] else {
        first[id.value] = target
        return nil
      }
      return Self.finding(
        "target id '\(id.value)' stands twice in rule '\(rule.name.value)':"
          + " '\(target.to.value.label)' replaces '\(other.to.value.label)'",
        at: id.range,
        edge: .init(from: bus.id.description, rule: rule.name.value, to: target.to.value.label),
        related: [.init("the target that is lost", at: other.targetId?.range ?? other.range)],
        help: "give each target an id of its own")
    }
  }
}
