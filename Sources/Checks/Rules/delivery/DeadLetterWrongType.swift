import Diagnostics
import Topology

struct DeadLetterWrongType: Rule {
  static let id = "delivery/dead-letter-wrong-type"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "The dead-letter queue is FIFO where it must be standard, or the reverse."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let topology = context.topology
    return context.failureExits.compactMap { exit in
      guard let fact = FailureExitFact.of(exit.integration),
        let isFIFO = topology.isFIFO(exit.exit), let wanted = wanted(fact, exit), isFIFO != wanted
      else { return nil }
      let message =
        "'\(exit.exit.value.label)' is \(word(isFIFO)), but \(reason(fact, exit)) needs a"
        + " \(word(wanted)) dead-letter queue"
      return Self.finding(
        message, at: exit.exit.range, about: exit.owner, edge: exit.edge,
        related: declaration(of: exit.exit, in: topology),
        help: "the type of a queue cannot be changed: point to another, made \(word(wanted))")
    }
  }

  /// Whether the exit must be FIFO; nil where either will do or it is not known.
  private func wanted(_ fact: FailureExitFact, _ exit: FailureExit) -> Bool? {
    switch fact.type {
    case .standard: false
    case .sameAsSource: exit.isFIFO
    case .any: nil
    }
  }

  private func reason(_ fact: FailureExitFact, _ exit: FailureExit) -> String {
    switch fact.type {
    case .sameAsSource: "the \(exit.isFIFO == true ? "FIFO" : "standard") '\(exit.owner)'"
    case .standard, .any: exit.integration.rawValue
    }
  }

  private func word(_ isFIFO: Bool) -> String { isFIFO ? "FIFO" : "standard" }
}

/// Where the resource that `reference` names is declared, to be shown beside a finding.
func declaration(of reference: Reference, in topology: Topology) -> [Diagnostic.Related] {
  topology.info(reference).map { [.init("'\($0.id)' is declared here", at: $0.nameRange)] } ?? []
}
