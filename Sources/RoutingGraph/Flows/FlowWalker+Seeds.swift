import Diagnostics
import EventPattern
import Topology

extension FlowWalker {
  /// What nobody in the topology sends, and yet may come: events of AWS services on the default bus,
  /// and something unknown wherever carriers have no sender at all.
  mutating func collectSeeds() {
    let unfed = unfedCarriers()
    for node in graph.nodes.indices where !graph.isComponent(node) && !graph.outgoing[node].isEmpty
    {
      if unfed[node] || graph.nodes[node].isExternal || graph.nodes[node].resource == nil {
        addSeed(node, unknownEvents(at: node))
      } else if graph.nodes[node].resource == .defaultBus {
        let range = graph.edges[graph.outgoing[node][0]].range
        addSeed(node, EventSet(ServiceEvents.anyEvent(at: range)))
      }
    }
  }

  /// By node: whether it and all carriers that lead to it are without a sender.
  private func unfedCarriers() -> [Bool] {
    var isFed = graph.nodes.map { _ in false }
    for flow in flows { isFed[flow.entry] = true }
    let feeds = graph.nodes.indices.map { node in
      graph.incoming[node].filter { graph.edges[$0].isEnabled && carriesOn(graph.edges[$0].from) }
        .map { graph.edges[$0].from }
    }
    var unfed = isFed
    for part in stronglyConnectedComponents(count: feeds.count, successors: { feeds[$0] }) {
      let members = Set(part)
      let isAlone = part.allSatisfy { node in
        !isFed[node] && feeds[node].allSatisfy { members.contains($0) }
      }
      for node in part { unfed[node] = isAlone }
    }
    return unfed
  }

  /// Anything; on a bus that lets no other account in, anything of its own account.
  private func unknownEvents(at node: Int) -> EventSet {
    guard let id = graph.nodes[node].resource, let range = graph.nodes[node].range,
      let account = graph.nodes[node].account, !graph.nodes[node].isExternal,
      topology.buses[id.name]?.policy.isEmpty == true, id.kind == .bus
    else { return .everything }
    return EventSet(EventPattern(one: "account", anyOf: [.exactly(UTF8Text(account))], at: range))
  }

  private mutating func addSeed(_ node: Int, _ set: EventSet) {
    let body: EventFlows.Content.Body = graph.isBus(node) ? .envelope : .opaque
    flows.append(
      .init(
        entry: node, entries: [], content: .init(event: nil, set: set, shape: nil, body: body)))
  }
}
