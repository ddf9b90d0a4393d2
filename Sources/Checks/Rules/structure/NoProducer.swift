import Diagnostics
import RoutingGraph
import Topology

struct NoProducer: Rule {
  static let id = "structure/no-producer"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Nothing sends to this bus, topic, queue or stream."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let graph = context.graph
    guard graph.declaresEmissions, !context.topology.isPartial, graph.kindsIntoUnknown.isEmpty
    else { return [] }
    return graph.nodes.indices.compactMap { node in
      guard let id = graph.nodes[node].resource, let range = graph.nodes[node].range,
        Self.kinds.contains(id.kind), id != .defaultBus, !graph.nodes[node].isExternal,
        graph.incoming[node].isEmpty, !context.topology.isOpenToOthers(id)
      else { return nil }
      return Self.finding(
        "nothing sends to '\(id)'", at: range, about: id,
        help: "declare its producer with `emits`, or remove it")
    }
  }

  private static let kinds: Set<ResourceKind> = [.bus, .topic, .queue, .stream]
}
