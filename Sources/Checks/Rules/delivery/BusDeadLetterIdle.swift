import Diagnostics
import Topology

struct BusDeadLetterIdle: Rule {
  static let id = "delivery/bus-dead-letter-idle"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "The dead-letter queue of a bus gets nothing unless the bus has a key."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.buses.compactMap { bus in
      guard !bus.info.isExternal, bus.generation == .classic, let exit = bus.deadLetter,
        !hasKey(bus)
      else { return nil }
      return Self.finding(
        "'\(bus.id)' sends only what it cannot decrypt to '\(exit.value.label)', and it has no key of its"
          + " own",
        at: exit.range, about: bus.id,
        edge: Diagnostic.Edge(from: bus.id.description, to: exit.value.label),
        help: "what a target refuses goes to the target's own `deadLetter`, not to the bus's")
    }
  }

  private func hasKey(_ bus: Bus) -> Bool {
    if case .key? = bus.info.encryption?.value { true } else { false }
  }
}
