import Diagnostics
import Topology

struct UnsupportedFailureExit: Rule {
  static let id = "delivery/unsupported-failure-exit"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A failure exit stands where the service has none."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.failureExits.compactMap { exit in
      guard let fact = FailureExitFact.of(exit.integration), fact.kinds.isEmpty else { return nil }
      let source = source(of: exit, context.topology)
      return Self.finding(
        "\(exit.integration.rawValue) has no failure exit: '\(exit.exit.value.label)' would never get"
          + " anything from '\(exit.owner)'",
        at: exit.exit.range, about: exit.owner, edge: exit.edge, help: help(source))
    }
  }

  private func source(of exit: FailureExit, _ topology: Topology) -> Reference? {
    exit.owner.kind == .pipe ? topology.pipes[exit.owner.name]?.source : exit.refuser
  }

  private func help(_ source: Reference?) -> String {
    guard let source, source.value.kind == .queue else {
      return "remove it, and catch what fails in the function"
    }
    return "remove it, and give '\(source.value.label)' its own:"
      + " `deadLetter: {queue: queue/NAME, maxReceiveCount: 5}`"
  }
}
