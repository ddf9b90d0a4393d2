import Diagnostics
import EventPattern
import Topology

struct WildcardRules: Rule {
  static let id = "pattern/wildcard-rules"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A bus takes no more than thirty rules with wildcards."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let limit = context.limits[.wildcardRulesPerBus]
    return context.topology.buses.compactMap { bus in
      let rules = bus.rules.filter { $0.pattern?.pattern?.hasWildcard ?? false }
      guard !bus.info.isExternal, bus.generation == .classic, rules.count > limit else {
        return nil
      }
      return Self.finding(
        "'\(bus.id)' has \(rules.count) rules with wildcards, more than the quota of \(limit)",
        at: rules[limit].name.range, about: bus.id,
        related: [.init("'\(bus.id)' is declared here", at: bus.info.nameRange)],
        help: "use 'prefix' or 'suffix' where they will do, or move rules to another bus")
    }
  }
}

extension EventPattern {
  fileprivate var hasWildcard: Bool {
    alternatives.contains { $0.fields.contains { $0.tests.contains(where: isWildcard) } }
  }

  private func isWildcard(_ test: ValueTest) -> Bool {
    switch test {
    case .wildcard, .anythingBut(.wildcard): true
    default: false
    }
  }
}
