import Diagnostics
import Topology

struct EncryptedBusNoDeadLetter: Rule {
  static let id = "delivery/encrypted-bus-no-dead-letter"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Events that a bus cannot decrypt are dropped."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.buses.compactMap { bus in
      guard !bus.info.isExternal, bus.generation == .classic, bus.deadLetter == nil,
        case .key(let key)? = bus.info.encryption?.value
      else { return nil }
      return Self.finding(
        "'\(bus.id)' is encrypted with '\(key.value.label)' and drops events whenever the key cannot be"
          + " used",
        at: bus.info.encryption?.range ?? bus.info.nameRange, about: bus.id,
        help: "keep them: `deadLetter: queue/NAME` on the bus itself")
    }
  }
}
