import Diagnostics
import Topology

struct RuleDisabled: Rule {
  static let id = "structure/rule-disabled"
  static let severity = Severity.info
  static let profile = Profile.recommended
  static let summary = "A rule that is switched off hands on nothing."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.buses.flatMap { bus in
      bus.rules.filter { !$0.isEnabled }.map { rule in
        Self.finding(
          "rule '\(rule.name.value)' of '\(bus.id)' is switched off", at: rule.name.range,
          about: bus.id, help: "switch it on, or remove it if nobody misses its events")
      }
    }
  }
}
