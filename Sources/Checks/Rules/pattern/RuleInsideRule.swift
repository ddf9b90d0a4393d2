import Diagnostics
import EventPattern
import Topology

struct RuleInsideRule: Rule {
  static let id = "pattern/rule-inside-rule"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "All events of a rule reach its target by another rule as well."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.inclusions.filter { !$0.isEqual }.map { pair in
      let target = pair.inner.target.value.label
      var finding = Self.finding(
        "every event of rule '\(pair.inner.rule)' of '\(pair.bus)' also matches rule"
          + " '\(pair.outer.rule)', and both send it to '\(target)'",
        at: pair.inner.target.range, about: pair.bus, edge: pair.inner.edge(pair.bus),
        related: [.init("'\(pair.outer.rule)' sends it there too", at: pair.outer.target.range)],
        help: "remove the target from '\(pair.inner.rule)', or keep its events out of"
          + " '\(pair.outer.rule)' with 'anything-but'")
      finding.witness = pair.witness
      return finding
    }
  }
}
