import Diagnostics
import RoutingGraph
import Topology

struct AsyncNoFailureExit: Rule {
  static let id = "delivery/async-no-failure-exit"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary =
    "An event that an asynchronous function fails on is dropped after two retries."

  /// The kinds of route over which a service calls a function without waiting for its answer.
  private static let asynchronous: Set<RoutingGraph.EdgeKind> = [
    .rule, .subscription, .schedule, .notification, .destination,
  ]

  func check(_ context: CheckContext) -> [Diagnostic] {
    let graph = context.graph
    return context.topology.functions.compactMap { function in
      guard !function.info.isExternal, function.onFailure == nil, function.deadLetter == nil,
        let node = graph.index(of: function.id),
        let edge = graph.incoming[node].map({ graph.edges[$0] }).first(where: isAsynchronous(graph))
      else { return nil }
      let message =
        "'\(function.id)' is called by '\(graph.nodes[edge.from].label)' without waiting, and drops"
        + " the event when it fails"
      return Self.finding(
        message, at: function.info.nameRange, about: function.id,
        related: [.init("it is called here", at: edge.range)],
        help: "say where the event goes: `onFailure: queue/NAME`")
    }
  }

  private func isAsynchronous(_ graph: RoutingGraph) -> (RoutingGraph.Edge) -> Bool {
    { edge in
      // DynamoDB's stream reaches a function by a trigger, which waits.
      edge.isEnabled && Self.asynchronous.contains(edge.kind)
        && graph.nodes[edge.from].resource?.kind != .table
    }
  }
}
