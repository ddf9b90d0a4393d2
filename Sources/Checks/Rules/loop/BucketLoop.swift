import Diagnostics
import RoutingGraph

struct BucketLoop: Rule {
  static let id = "loop/bucket-loop"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A consumer of a bucket's notifications writes to the same bucket."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.rings.map { RingStory($0, in: context) }.filter { $0.kind == .bucket }.map { story in
      story.finding(
        Self.self, "each object written causes another: \(story.way)",
        help: story.guardSentence
          + "; write to another bucket, or notify of one prefix only and write outside it")
    }
  }
}
