import Diagnostics
import RoutingGraph
import Testing
import Topology
import YAMLTree

/// A topology written as text, with its graph.
struct Example {
  let topology: Topology
  let graph: RoutingGraph

  init(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var sources = SourceMap()
    var problems: [Diagnostic] = []
    let file = SourceFile(path: "topology.yaml", bytes: Array(text.utf8))
    let tree = YAMLTree.read(file, id: sources.add(file), diagnostics: &problems)
    topology = Topology.read(tree?.documents ?? [], diagnostics: &problems)
    graph = RoutingGraph(topology)
    #expect(problems.map(\.message) == [], sourceLocation: sourceLocation)
  }

  var flows: EventFlows { EventFlows(topology, graph: graph) }
  var volumes: Volumes { Volumes(flows, topology) }

  /// The events on every edge that carries any: `edge: Event, …`, `?` for what no catalogue names.
  var families: [String] {
    let flows = flows
    return graph.edges.indices.compactMap { index in
      let live = flows.stepsOnEdge[index].filter { !flows.steps[$0].isLost }
      let entered = flows.flowOfEdge[index].map { [flows.flows[$0].content.event] } ?? []
      let events = entered + live.map { flows.steps[$0].content.event }
      guard !events.isEmpty else { return nil }
      let names = Set(events.map { $0 ?? "?" }).sorted()
      return "\(graph.line(of: graph.edges[index])): \(names.joined(separator: ", "))"
    }
  }

  /// Expected events a month on every edge that has any.
  var monthly: [String] {
    let volumes = volumes
    return graph.edges.indices.compactMap { index in
      let count = volumes.onEdge(index).perMonth.expected.rounded()
      return count == 0 ? nil : "\(graph.line(of: graph.edges[index])): \(Int(count))"
    }
  }

  /// The nodes of every ring, and what it rests on where that is not certain.
  var rings: [String] {
    flows.rings().map { ring in
      let names = ring.nodes(in: graph).map { graph.nodes[$0].label }
      let way = (names + names.prefix(1)).joined(separator: " -> ")
      switch ring.certainty {
      case .certain: return way
      case .assumed(let why): return "\(way), as \(why)"
      case .unknown(let why): return "\(way)? \(why)"
      }
    }
  }
}
