import Diagnostics
import RoutingGraph
import Topology

struct EventNeverSent: Rule {
  static let id = "reach/event-never-sent"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "The catalogue declares an event that nothing sends."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let sent = Set(context.graph.edges.compactMap(\.event))
    guard !sent.isEmpty else { return [] }
    return context.topology.events.filter { !sent.contains($0.name.value) }.map { event in
      Self.finding(
        "nothing sends '\(event.name.value)'", at: event.name.range,
        help: "name it where it is sent: `emits: [{event: \(event.name.value), to: bus/NAME}]`")
    }
  }
}
