import Diagnostics
import RoutingGraph
import Topology

struct BusRing: Rule {
  static let id = "loop/bus-ring"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "Event buses forward to one another in a ring."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.rings.map { RingStory($0, in: context) }
      .filter { $0.kind == .buses && !$0.ring.certainty.isUnknown }
      .map { story in
        let isEndless = story.ring.nodes(in: context.graph).allSatisfy { node in
          let name = context.graph.nodes[node].resource?.name ?? ""
          return context.topology.buses[name]?.generation == .custom
        }
        let effect = isEndless ? "events go round without end" : "events are forwarded in a ring"
        return story.finding(
          Self.self, "\(effect): \(story.way)",
          help: isEndless
            ? "each bus sends a new event, so nothing stops it; forward in one direction only"
            : "EventBridge hands an event from bus to bus once and then drops it; forward in one"
              + " direction only")
      }
  }
}
