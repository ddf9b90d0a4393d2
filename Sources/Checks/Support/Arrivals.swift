import EventPattern
import RoutingGraph
import Topology

/// One kind of event that gets to a node.
struct Arrival {
  var content: EventFlows.Content
  /// The edges by which it enters the topology.
  var entries: [Int]
}

extension EventFlows {
  /// What gets to `node`, directly or over other carriers, one for each way.
  func arrivals(at node: Int) -> [Arrival] {
    var found = flows.filter { $0.entry == node }
      .map { Arrival(content: $0.content, entries: $0.entries) }
    for edge in graph.incoming[node] {
      for index in stepsOnEdge[edge] where !steps[index].isLost {
        let step = steps[index]
        found.append(Arrival(content: step.content, entries: flows[step.flow].entries))
      }
    }
    return found
  }
}

extension ValueShape {
  /// The strings that a property may have, where the shape gives a choice of them.
  func strings(at path: UTF8Text) -> [String] {
    strings(path.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)[...])
  }

  private func strings(_ keys: ArraySlice<ArraySlice<UInt8>>) -> [String] {
    switch self {
    case .choices(let choices) where keys.isEmpty:
      return choices.compactMap { choice in
        if case .string(let text) = choice.value { text.description } else { nil }
      }
    case .object(let object):
      guard let key = keys.first else { return [] }
      let name = UTF8Text(Array(key))
      return object.properties.filter { $0.name == name }
        .flatMap { $0.shape.strings(keys.dropFirst()) }
    case .array(let element): return element.strings(keys)
    case .union(let shapes): return shapes.flatMap { $0.strings(keys) }
    default: return []
    }
  }
}
