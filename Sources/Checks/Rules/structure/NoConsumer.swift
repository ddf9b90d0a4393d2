import Diagnostics
import RoutingGraph
import Topology

struct NoConsumer: Rule {
  static let id = "structure/no-consumer"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Nothing takes events from this bus, topic, queue or stream."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let graph = context.graph
    guard graph.kindsOutOfUnknown.isEmpty, !context.topology.isPartial else { return [] }
    return graph.nodes.indices.compactMap { node in
      guard let id = graph.nodes[node].resource, let range = graph.nodes[node].range,
        let what = Self.words[id.kind], !graph.nodes[node].isExternal,
        !graph.outgoing[node].contains(where: { graph.edges[$0].kind != .deadLetter }),
        !isExcused(id, node, in: context)
      else { return nil }
      return Self.finding(
        "'\(id)' has no \(what), so its events end there", at: range, about: id,
        help: "declare who takes them, or mark it `external: true` if that is said elsewhere")
    }
  }

  private static let words: [ResourceKind: String] = [
    .bus: "rule with a target", .topic: "subscription", .queue: "consumer", .stream: "consumer",
  ]

  /// An archive keeps the events of a bus; who drains dead letters is the matter of another check, and
  /// a queue that stands only as one is not waiting for a consumer.
  private func isExcused(_ id: ResourceID, _ node: Int, in context: CheckContext) -> Bool {
    let graph = context.graph
    switch id.kind {
    case .bus:
      guard let bus = context.topology.buses[id.name] else { return true }
      return bus.archive != nil || bus.rules.contains { $0.isEnabled && $0.targets.isEmpty }
    case .queue:
      let incoming = graph.incoming[node].map { graph.edges[$0].kind }
      let exits: Set<RoutingGraph.EdgeKind> = [.deadLetter, .destination]
      if incoming.isEmpty { return !exits.isDisjoint(with: graph.kindsIntoUnknown) }
      return incoming.allSatisfy(exits.contains)
    default: return false
    }
  }
}
