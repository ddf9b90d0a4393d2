import Diagnostics
import RoutingGraph

struct DecayingLoop: Rule {
  static let id = "loop/decaying-loop"
  static let severity = Severity.info
  static let profile = Profile.recommended
  static let summary = "Events go round, and fewer of them with each turn."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.rings.map { RingStory($0, in: context) }.filter { $0.kind == .decaying }
      .map { story in
        story.finding(
          Self.self,
          "of 100 events \(Self.percent(story.ring.gain)) go round once more: \(story.way)",
          help:
            "it ends only as long as the ratio stays below 1; count the turns in the event and stop"
        )
      }
  }

  private static func percent(_ gain: Double) -> String {
    let tenths = (gain * 1_000).rounded()
    return tenths.truncatingRemainder(dividingBy: 10) == 0
      ? "\(Int(tenths / 10))" : "\(tenths / 10)"
  }
}
