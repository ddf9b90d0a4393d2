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
    let unsent = context.topology.events.filter { event in
      !sent.contains(event.name.value) && event.source?.value.hasPrefix("aws.") != true
    }
    return unsent.map { event in
      Self.finding(
        "nothing sends '\(event.name.value)'", at: event.name.range,
        help: "name it where it is sent: `emits: [{event: \(event.name.value), to: bus/NAME}]`")
    }
  }
}
