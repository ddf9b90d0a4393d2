import Diagnostics
import EventPattern
import RoutingGraph
import Topology

struct EventPartlyUnrouted: Rule {
  static let id = "reach/event-partly-unrouted"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "Rules take some of the events of a kind and leave others."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let flows = context.flows
    return flows.flows.compactMap { flow in
      guard let event = flow.content.event, let bus = EventUnrouted.bus(of: flow, in: context),
        bus.archive == nil, let first = flow.entries.first
      else { return nil }
      let taken = flow.steps.filter { flows.steps[$0].parent == nil }
      guard !taken.isEmpty, let rest = Self.rest(of: flow, taken.map { flows.steps[$0] }),
        rest.isEmpty == .no
      else { return nil }
      let edge = flows.graph.edges[first]
      var finding = Self.finding(
        "no rule of '\(bus.id)' takes some events '\(event)'", at: edge.range,
        edge: .init(from: flows.graph.nodes[edge.from].label, to: bus.id.description),
        help: "add a rule for the rest, or one that takes all for the record")
      finding.witness = rest.confirmedWitness
      return finding
    }
  }

  /// What is left when all rules have taken theirs; nil where that cannot be told.
  private static func rest(
    of flow: EventFlows.Flow, _ steps: [EventFlows.Step]
  ) -> EventSet? {
    var rest = flow.content.set
    for step in steps where !step.isFailure {
      guard case .exact(let set) = step.filter else { return nil }
      rest = rest.subtracting(set)
    }
    return rest
  }
}
