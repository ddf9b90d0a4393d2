import Diagnostics
import Topology

struct TriggerFilters: Rule {
  static let id = "pattern/trigger-filters"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A trigger has more filters than its account may have without asking."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let limit = context.limits[.triggerFilters]
    return context.topology.triggers.compactMap { function, trigger in
      guard trigger.filters.count > limit else { return nil }
      return Self.finding(
        "'\(function.id)' reads '\(trigger.from.value.label)' through \(trigger.filters.count) filters,"
          + " more than the quota of \(limit)",
        at: trigger.filters[limit].range, about: function.id,
        edge: trigger.edge(into: function.id),
        help: "join filters that differ in one field into one with several values")
    }
  }
}
