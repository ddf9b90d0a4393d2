package import Diagnostics
package import RoutingGraph
import Topology

/// The formats of `graph --format`.
package enum GraphFormat: String, CaseIterable, Sendable {
  case mermaid, dot, json, ascii
}

/// A graph, or a part of it, ready to be drawn; nodes and edges keep the graph's order.
package struct GraphReport: Sendable {
  let graph: RoutingGraph
  let sources: SourceMap
  /// Indices into the graph.
  private(set) var nodes: [Int]
  private(set) var edges: [Int]

  package init(_ graph: RoutingGraph, sources: SourceMap) {
    self.graph = graph
    self.sources = sources
    nodes = Array(graph.nodes.indices)
    edges = Array(graph.edges.indices)
  }

  package func render(_ format: GraphFormat) -> String {
    switch format {
    case .mermaid: mermaid
    case .dot: dot
    case .json: json
    case .ascii: ascii
    }
  }

  /// What is at most `depth` routes away from a node, against their direction too.
  package func focused(on node: Int, depth: Int) -> GraphReport {
    var distance = [node: 0]
    var queue = [node]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      let reached = (distance[current] ?? 0) + 1
      if reached > depth { continue }
      let neighbours =
        graph.outgoing[current].map { graph.edges[$0].to }
        + graph.incoming[current].map { graph.edges[$0].from }
      for neighbour in neighbours where distance[neighbour] == nil {
        distance[neighbour] = reached
        queue.append(neighbour)
      }
    }
    var part = self
    part.nodes = nodes.filter { distance[$0] != nil }
    part.edges = edges.filter {
      distance[graph.edges[$0].from] != nil && distance[graph.edges[$0].to] != nil
    }
    return part
  }

  /// The nodes that a picture shows: what routes nothing and takes nothing is left out unless it could.
  var drawnNodes: [Int] {
    let isConnected = Set(edges.flatMap { [graph.edges[$0].from, graph.edges[$0].to] })
    return nodes.filter { node in
      if isConnected.contains(node) { return true }
      let kind = graph.nodes[node].resource?.kind
      return kind != .role && kind != .key && kind != nil
    }
  }

  /// The edges that a picture shows: one dead-letter line between two nodes stands for all.
  var drawnEdges: [Int] {
    var seen: Set<[Int]> = []
    return edges.filter { index in
      let edge = graph.edges[index]
      return edge.kind != .deadLetter || seen.insert([edge.from, edge.to]).inserted
    }
  }

  /// What stands on an edge: its rule and what the rule lets through.
  func label(of edge: RoutingGraph.Edge) -> String {
    if edge.kind == .deadLetter { return "dead letter" }
    let name = edge.via ?? edge.event
    let pattern = edge.pattern.map { shortForm(of: $0) }
    let words = [name, pattern].compactMap { $0 }
    let text = words.isEmpty ? edge.kind.rawValue : words.joined(separator: ": ")
    let shown = edge.isEnabled ? text : "\(text) (disabled)"
    return shown.count > 72 ? shown.prefix(70) + " …" : shown
  }
}

extension RoutingGraph.Node {
  /// `queue`, or `external` for what no file declares.
  var kindName: String { resource?.kind.rawValue ?? "external" }
}
