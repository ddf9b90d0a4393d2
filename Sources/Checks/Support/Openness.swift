import AccessPolicy
import Diagnostics
import RoutingGraph
import Topology

extension RoutingGraph {
  /// The kinds of route that lead into what files cannot tell, so that they may lead anywhere.
  var kindsIntoUnknown: Set<EdgeKind> { kinds(incoming) }
  /// The kinds of route that lead out of it, so that they may come from anywhere.
  var kindsOutOfUnknown: Set<EdgeKind> { kinds(outgoing) }

  private func kinds(_ edgesByNode: [[Int]]) -> Set<EdgeKind> {
    Set(
      nodes.indices.filter(isUnknown).flatMap { node in edgesByNode[node].map { edges[$0].kind } })
  }

  /// Whether anything says what it sends: templates do not, and there every sender is unknown.
  var declaresEmissions: Bool {
    edges.contains { $0.kind == .emit && $0.declaration.emission != nil }
  }
}

extension Topology {
  /// Whether the policy of a bus, topic, queue or stream lets in principals that the topology does not
  /// declare: another account, a service, everyone.
  func isOpenToOthers(_ id: ResourceID) -> Bool {
    policy(of: id).contains { statement in
      statement.effect == .allow
        && (statement.principals.map { admitsOthers($0, to: id) } ?? false)
    }
  }

  private func policy(of id: ResourceID) -> [PolicyStatement] {
    switch id.kind {
    case .bus: buses[id.name]?.policy ?? []
    case .topic: topics[id.name]?.policy ?? []
    case .queue: queues[id.name]?.policy ?? []
    case .stream: streams[id.name]?.policy ?? []
    default: []
    }
  }

  private func admitsOthers(_ principals: PolicyStatement.Principals, to id: ResourceID) -> Bool {
    if principals.isInverted { return true }
    let account = info(id)?.account?.value
    return principals.entries.contains { principal in
      switch principal.kind {
      case .anyone, .federated, .canonicalUser: return true
      case .service: return id.kind != .bus && principal.value.value != "events.amazonaws.com"
      case .aws:
        if ResourceID(reference: principal.value.value) != nil { return false }
        guard let account else { return true }
        return !principal.value.value.contains(account)
      }
    }
  }
}
