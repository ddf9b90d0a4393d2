import Diagnostics
import Topology

struct StateWithoutNext: Rule {
  static let id = "structure/state-without-next"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary =
    "A state neither leads on nor ends, and Step Functions refuses the definition."

  /// The types that must say where the run goes on; the others decide or end by themselves.
  private static let leading: Set<String> = ["Task", "Pass", "Wait", "Parallel", "Map"]

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.stateMachines.filter { !$0.info.isExternal }.flatMap { machine in
      (machine.definition?.states ?? []).filter {
        Self.leading.contains($0.type.value) && $0.next == nil && !$0.isEnd
      }
      .map { state in
        Self.finding(
          "state '\(state.name.value)' of '\(machine.id)' says neither `Next` nor `End`",
          at: state.name.range, about: machine.id,
          help: "say where it leads: `Next: STATE`, or `End: true`")
      }
    }
  }
}
