import Diagnostics
import RoutingGraph
import Topology

struct Unreachable: Rule {
  static let id = "reach/unreachable"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "No event from any producer gets to this part of the topology."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let graph = context.graph
    guard graph.declaresEmissions, !context.topology.isPartial else { return [] }
    let reached = Self.reached(in: context)
    let parts = stronglyConnectedComponents(count: graph.nodes.count) { node in
      graph.outgoing[node].map { graph.edges[$0].to }
    }
    return parts.compactMap { finding($0, reached, graph) }
  }

  /// The first node of a part that has routes into it, none of them alive; what lies behind another
  /// part that is not reached, or behind a carrier without producers, is not told again.
  private func finding(_ part: [Int], _ reached: [Bool], _ graph: RoutingGraph) -> Diagnostic? {
    let members = Set(part)
    let into = part.flatMap { graph.incoming[$0] }
    let outside = into.filter { !members.contains(graph.edges[$0].from) }
    guard !into.isEmpty, part.allSatisfy({ !reached[$0] }),
      outside.allSatisfy({ reached[graph.edges[$0].from] }),
      let node = part.min(), let id = graph.nodes[node].resource,
      let range = graph.nodes[node].range
    else { return nil }
    let related = outside.prefix(5).map { index in
      let edge = graph.edges[index]
      let why = edge.isEnabled ? "no event takes this route" : "this route is switched off"
      return Diagnostic.Related(why, at: edge.range)
    }
    let message =
      outside.isEmpty
      ? "'\(id)' gets events from itself alone" : "no event from any producer gets to '\(id)'"
    return Self.finding(
      message, at: range, about: id, related: related,
      help: "mend the routes into it, or remove it")
  }

  /// By node: whether something can get there. Carriers that only fill from routes need one.
  private static func reached(in context: CheckContext) -> [Bool] {
    let graph = context.graph
    var reached = graph.nodes.indices.map { node in
      let isFilledByRoutes = graph.nodes[node].resource.map { waiting.contains($0.kind) } ?? false
      return graph.nodes[node].isExternal || graph.nodes[node].resource == .defaultBus
        || (graph.incoming[node].isEmpty && !isFilledByRoutes)
        || graph.nodes[node].resource.map { sources.contains($0.kind) } ?? true
    }
    let alive = Set(
      context.flows.steps.filter { !$0.isLost }.map(\.edge) + context.flows.flowOfEdge.keys)
    var queue = graph.nodes.indices.filter { reached[$0] }
    while let node = queue.popLast() {
      for index in graph.outgoing[node] where alive.contains(index) {
        let next = graph.edges[index].to
        if !reached[next] {
          reached[next] = true
          queue.append(next)
        }
      }
    }
    return reached
  }

  private static let waiting: Set<ResourceKind> = [
    .bus, .topic, .queue, .stream, .cluster, .broker,
  ]
  /// What is written or called from outside without a word in the topology.
  private static let sources: Set<ResourceKind> = [
    .producer, .api, .schedule, .environment, .alarm, .bucket, .table, .logGroup,
  ]
}
