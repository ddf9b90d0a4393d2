import Diagnostics
import EventPattern
import RoutingGraph
import Topology

struct EventUnrouted: Rule {
  static let id = "reach/event-unrouted"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "An event is sent to a bus where no rule takes it."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let graph = context.graph
    return context.flows.flows.flatMap { flow -> [Diagnostic] in
      guard let event = flow.content.event, let bus = Self.bus(of: flow, in: context),
        !flow.steps.contains(where: { context.flows.steps[$0].parent == nil }),
        !bus.rules.isEmpty, bus.archive == nil
      else { return [] }
      return flow.entries.map { index in
        Self.finding(
          "no rule of '\(bus.id)' takes '\(event)'", at: graph.edges[index].range,
          edge: .init(from: graph.nodes[graph.edges[index].from].label, to: bus.id.description),
          help: "add a rule for it, or do not send it")
      }
    }
  }

  /// The bus that a flow enters, where its rules are known.
  static func bus(of flow: EventFlows.Flow, in context: CheckContext) -> Bus? {
    guard let id = context.graph.nodes[flow.entry].resource, id.kind == .bus else { return nil }
    return context.topology.buses[id.name].flatMap { $0.info.isExternal ? nil : $0 }
  }
}
