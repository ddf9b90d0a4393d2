import Diagnostics
import Topology

struct TooManyTargets: Rule {
  static let id = "structure/too-many-targets"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "EventBridge refuses a rule with more than five targets."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let limit = context.limits[.targetsPerRule]
    let buses = context.topology.buses.filter { $0.generation == .classic }
    return buses.flatMap { bus in
      bus.rules.filter { $0.targets.count > limit }.map { rule in
        Self.finding(
          "rule '\(rule.name.value)' of '\(bus.id)' has \(rule.targets.count) targets,"
            + " and EventBridge takes \(limit)",
          at: rule.targets[limit].range, about: bus.id,
          help: "say the pattern again in a second rule, or hand the event to a topic that fans out"
        )
      }
    }
  }
}
