import Diagnostics
import RoutingGraph

struct EventLoop: Rule {
  static let id = "loop/event-loop"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary =
    "What a consumer sends to a bus is taken by a rule that leads back to the same consumer."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.rings.map { RingStory($0, in: context) }.filter { $0.kind == .event }.map { story in
      story.finding(
        Self.self, "events go round without end: \(story.way)",
        help: story.guardSentence
          + "; narrow the rule so that it does not take what the consumer sends")
    }
  }
}
