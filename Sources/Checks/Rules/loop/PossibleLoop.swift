import Diagnostics
import RoutingGraph

struct PossibleLoop: Rule {
  static let id = "loop/possible-loop"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Events may go round: whether they do, the declarations leave open."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.rings.map { RingStory($0, in: context) }.filter { $0.kind == .possible }
      .map { story in
        story.finding(
          Self.self, "events may go round, as \(Self.doubt(of: story.ring)): \(story.way)",
          help: "declare what is sent, or filter so that own events are passed over")
      }
  }

  private static func doubt(of ring: Ring) -> String {
    if case .assumed(let why) = ring.certainty { why } else { "nothing rules it out" }
  }
}
