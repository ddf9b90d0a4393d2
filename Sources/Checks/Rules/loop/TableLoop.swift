import Diagnostics
import RoutingGraph

struct TableLoop: Rule {
  static let id = "loop/table-loop"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A consumer of a table's stream writes to the same table."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.rings.map { RingStory($0, in: context) }.filter { $0.kind == .table }.map { story in
      story.finding(
        Self.self, "each item written causes another: \(story.way)",
        help: story.guardSentence
          + "; write to another table, or filter the stream so that own writes are passed over")
    }
  }
}
