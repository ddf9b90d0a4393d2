import Diagnostics
import EventPattern
import Topology

struct PatternSize: Rule {
  static let id = "pattern/size"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A pattern is longer than its account may have without asking."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let limit = context.limits[.patternSize]
    return context.topology.buses.filter { $0.generation == .classic }.flatMap { bus in
      bus.rules.compactMap { rule in
        guard let pattern = rule.pattern?.pattern, pattern.byteCount > limit else { return nil }
        return Self.finding(
          "the pattern of rule '\(rule.name.value)' has \(pattern.byteCount) characters, more"
            + " than the quota of \(limit)",
          at: pattern.range, about: bus.id,
          help: "ask for a higher quota, or let 'prefix', 'suffix' or 'anything-but' stand for long"
            + " lists")
      }
    }
  }
}
