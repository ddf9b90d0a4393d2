import Diagnostics
import Topology

struct RulesPerBus: Rule {
  static let id = "pattern/rules-per-bus"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A bus has more rules than its account may have without asking."

  private static let smallRegions: Set<String> = ["af-south-1", "eu-south-1"]

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.buses.compactMap { bus in
      let isSmall = bus.info.region.map { Self.smallRegions.contains($0.value) } ?? false
      let quota = isSmall ? Quota.rulesPerBusInSmallRegions : .rulesPerBus
      let limit = context.limits[quota]
      guard !bus.info.isExternal, bus.generation == .classic, bus.rules.count > limit else {
        return nil
      }
      return Self.finding(
        "'\(bus.id)' has \(bus.rules.count) rules, more than the quota of \(limit)",
        at: bus.rules[limit].name.range, about: bus.id,
        related: [.init("'\(bus.id)' is declared here", at: bus.info.nameRange)],
        help: "ask for a higher quota, or spread the rules over buses")
    }
  }
}
