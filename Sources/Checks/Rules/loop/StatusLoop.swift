import Diagnostics
import RoutingGraph

struct StatusLoop: Rule {
  static let id = "loop/status-loop"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A state machine is started by the status changes of its own runs."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.rings.map { RingStory($0, in: context) }.filter { $0.kind == .status }.map { story in
      story.finding(
        Self.self, "each run starts another: \(story.way)",
        help: "nothing stops it; let the rule take the status of other state machines only:"
          + " `detail: {stateMachineArn: [...]}`")
    }
  }
}
