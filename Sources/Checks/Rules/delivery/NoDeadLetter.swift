import Diagnostics
import Topology

/// A target whose failures are dropped after the retries, where that is not `CertainLoss`.
struct NoDeadLetter: Rule {
  static let id = "delivery/no-dead-letter"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Events that a rule, schedule or pipe cannot deliver are dropped."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return context.handovers.compactMap { handover in
      guard handover.deadLetter == nil, !handover.to.value.isUnknown, hasExit(handover, topology),
        CertainLoss.danger(of: handover, in: topology) == nil
      else { return nil }
      let target = handover.to.value.label
      let message = "\(handover.sender) drops what it cannot deliver to '\(target)'"
      return Self.finding(
        message, severity(handover), at: handover.range, about: handover.from, edge: handover.edge,
        help: "keep it in a standard queue of the same region: `deadLetter: queue/NAME`")
    }
  }

  private func hasExit(_ handover: Handover, _ topology: Topology) -> Bool {
    switch handover.kind {
    case .rule, .customBus, .schedule: return true
    case .subscription: return false
    case .pipe:
      let source = topology.pipes[handover.from.name]?.source
      return source.map { Integration(pipeFrom: $0.value) == .pipeFromStream } ?? false
    }
  }

  /// A queue, topic or bus of the same account takes nearly everything that it may take.
  private func severity(_ handover: Handover) -> Severity {
    switch handover.to.value.kind {
    case .queue, .topic, .bus: .info
    default: Self.severity
    }
  }
}
