import Diagnostics
import RoutingGraph

struct MessageLoop: Rule {
  static let id = "loop/message-loop"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A consumer of a queue, topic or stream sends to what it consumes."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.rings.map { RingStory($0, in: context) }.filter { $0.kind == .message }.map { story in
      story.finding(
        Self.self, "messages go round without end: \(story.way)",
        help: story.guardSentence + "; send to another queue or topic than the one that is read")
    }
  }
}
