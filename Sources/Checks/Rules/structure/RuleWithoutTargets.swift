import Diagnostics
import Topology

struct RuleWithoutTargets: Rule {
  static let id = "structure/rule-without-targets"
  static let severity = Severity.warning
  static let profile = Profile.essential
  static let summary = "A rule without targets takes events and hands them to nobody."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.buses.flatMap { bus in
      bus.rules.filter { $0.targets.isEmpty && $0.isEnabled }.map { rule in
        Self.finding(
          "rule '\(rule.name.value)' of '\(bus.id)' has no targets", at: rule.name.range,
          about: bus.id, help: "say where its events go: `targets: [{to: queue/NAME}]`")
      }
    }
  }
}
