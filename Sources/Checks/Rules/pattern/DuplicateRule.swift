import Diagnostics
import EventPattern
import Topology

struct DuplicateRule: Rule {
  static let id = "pattern/duplicate-rule"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Two rules send the same events to the same target, so each arrives twice."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.inclusions.filter(\.isEqual).map { pair in
      let target = pair.inner.target.value.label
      var finding = Self.finding(
        "rules '\(pair.outer.rule)' and '\(pair.inner.rule)' of '\(pair.bus)' match the same events and"
          + " both send them to '\(target)'",
        at: pair.inner.target.range, about: pair.bus, edge: pair.inner.edge(pair.bus),
        related: [.init("'\(pair.outer.rule)' sends them there too", at: pair.outer.target.range)],
        help: "remove one of the rules, or the target from one of them")
      finding.witness = pair.witness
      return finding
    }
  }
}
