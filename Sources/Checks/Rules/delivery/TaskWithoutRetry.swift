import Diagnostics
import Topology

struct TaskWithoutRetry: Rule {
  static let id = "delivery/task-without-retry"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "One passing fault of a task ends the whole run."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.stateMachines.filter { !$0.info.isExternal }.flatMap { machine in
      (machine.definition?.states ?? []).compactMap { state in
        guard state.type.value == "Task", state.retries.isEmpty, state.catches.isEmpty else {
          return nil
        }
        return Self.finding(
          "task '\(state.name.value)' of '\(machine.id)' has neither 'Retry' nor 'Catch': its first fault"
            + " ends the run",
          at: state.name.range, about: machine.id,
          help: "add `Retry: [{ErrorEquals: [States.ALL], IntervalSeconds: 2, MaxAttempts: 5,"
            + " BackoffRate: 2.0}]`")
      }
    }
  }
}
