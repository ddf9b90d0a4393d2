import Diagnostics
import Topology

struct UnreachableState: Rule {
  static let id = "structure/unreachable-state"
  static let severity = Severity.warning
  static let profile = Profile.essential
  static let summary = "No way leads to a state of a state machine."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.stateMachines.filter { !$0.info.isExternal }.flatMap { machine in
      (machine.definition?.states ?? []).filter { !$0.isReachable }.map { state in
        Self.finding(
          "no way leads to state '\(state.name.value)' of '\(machine.id)'", at: state.name.range,
          about: machine.id, help: "name it in a `Next`, `Default` or `Catch`, or remove it")
      }
    }
  }
}
