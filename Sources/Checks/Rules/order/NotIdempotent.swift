import Diagnostics
import RoutingGraph
import Topology

struct NotIdempotent: Rule {
  static let id = "order/not-idempotent"
  static let severity = Severity.warning
  static let profile = Profile.strict
  static let summary = "A function that must see an event once is behind routes that deliver twice."

  /// Routes on which a service tries again when it is not sure: all but calls that wait for an answer.
  private static let repeating: Set<RoutingGraph.EdgeKind> = [
    .rule, .subscription, .trigger, .pipe, .schedule, .notification, .destination,
  ]

  func check(_ context: CheckContext) -> [Diagnostic] {
    let graph = context.graph
    return context.topology.functions.compactMap { function in
      guard function.isIdempotent == false, !function.info.isExternal,
        let node = graph.index(of: function.id)
      else { return nil }
      let routes = graph.incoming[node].map { graph.edges[$0] }
        .filter { $0.isEnabled && Self.repeating.contains($0.kind) }
      guard let first = routes.first else { return nil }
      return Self.finding(
        "'\(function.id)' is not idempotent, but '\(graph.nodes[first.from].label)' delivers at least"
          + " once, so sometimes twice",
        at: function.info.nameRange, about: function.id,
        edge: Diagnostic.Edge(
          from: graph.nodes[first.from].label, rule: first.via, to: function.id.description),
        related: routes.map { .init("events come this way", at: $0.range) },
        help: "keep the ids of events that were worked on, and pass over those that come again")
    }
  }
}
