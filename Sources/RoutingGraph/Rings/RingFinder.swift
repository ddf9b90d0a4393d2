import EventPattern
import Topology

/// Finds rings in the graph whose vertices are components and flows: a component feeds flows, a flow
/// reaches components.
struct RingFinder {
  /// A component that feeds a flow, or a flow that reaches a component by a way of edges.
  private struct Arc {
    var to: Int
    /// The edge out of a component, or the last step of a flow's way; nil where a flow enters at the
    /// component itself.
    var edge: Int?
    var step: Int?
    var certainty = EventFlows.Certainty.certain
  }

  private let flows: EventFlows
  private let nodes: Int
  private var arcs: [[Arc]] = []
  /// Deliveries (vertex, index of arc) that are on a ring already.
  private var covered: Set<[Int]> = []

  /// Rings in all; a topology that has more is told of these.
  private static let limit = 500

  init(flows: EventFlows) {
    self.flows = flows
    nodes = flows.graph.nodes.count
  }

  /// First rings of which every hop is certain, then those that rest on an assumption.
  mutating func all() -> [Ring] {
    collectArcs()
    var found = rings { $0.certainty.isCertain }
    found += rings { !$0.certainty.isUnknown }
    return found
  }

  /// Vertices: a component's calls at `n`, its asynchronous ones at `n + nodes` (only they are reported
  /// to Lambda's destinations), a flow at `2 * nodes + f`.
  private mutating func collectArcs() {
    let graph = flows.graph
    arcs = Array(repeating: [], count: 2 * nodes + flows.flows.count)
    for node in graph.nodes.indices where graph.isComponent(node) {
      arcs[node + nodes].append(Arc(to: node))
    }
    for (index, flow) in flows.flows.enumerated() where !flow.isFailure {
      let vertex = 2 * nodes + index
      for edge in flow.entries where graph.isComponent(graph.edges[edge].from) {
        let sender = graph.edges[edge].from
        let isReport = graph.edges[edge].kind == .destination
        arcs[isReport ? sender + nodes : sender].append(Arc(to: vertex, edge: edge))
      }
      if graph.isComponent(flow.entry) { arcs[vertex].append(Arc(to: flow.entry + nodes)) }
      for step in flow.steps {
        let taken = flows.steps[step]
        let edge = graph.edges[taken.edge]
        guard !taken.isFailure, !taken.isLost, graph.isComponent(edge.to) else { continue }
        arcs[vertex].append(
          Arc(
            to: edge.kind == .trigger ? edge.to : edge.to + nodes, step: step,
            certainty: taken.certainty))
      }
    }
  }

  private mutating func rings(where counts: (Arc) -> Bool) -> [Ring] {
    let open = arcs.map { arcs in arcs.indices.filter { counts(arcs[$0]) } }
    let parts = stronglyConnectedComponents(count: arcs.count) { vertex in
      open[vertex].map { arcs[vertex][$0].to }
    }
    var part = Array(repeating: 0, count: arcs.count)
    for (index, members) in parts.enumerated() {
      for member in members { part[member] = index }
    }
    var found: [Ring] = []
    for flow in 2 * nodes..<max(arcs.count, 2 * nodes) {
      for index in open[flow] where part[arcs[flow][index].to] == part[flow] {
        guard found.count < Self.limit, !covered.contains([flow, index]) else { continue }
        guard let way = shortest(from: arcs[flow][index].to, to: flow, open, part) else { continue }
        found.append(ring([(flow, index)] + way))
      }
    }
    return found
  }

  /// Breadth first within one strongly connected part.
  private func shortest(
    from start: Int, to goal: Int, _ open: [[Int]], _ part: [Int]
  ) -> [(vertex: Int, arc: Int)]? {
    var before: [Int: (vertex: Int, arc: Int)] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count, before[goal] == nil {
      let vertex = queue[next]
      next += 1
      for index in open[vertex] {
        let to = arcs[vertex][index].to
        guard part[to] == part[goal], to != start, before[to] == nil else { continue }
        before[to] = (vertex, index)
        queue.append(to)
      }
    }
    var way: [(vertex: Int, arc: Int)] = []
    var vertex = goal
    while vertex != start {
      guard let last = before[vertex] else { return nil }
      way.append(last)
      vertex = last.vertex
    }
    return way.reversed()
  }

  private mutating func ring(_ way: [(vertex: Int, arc: Int)]) -> Ring {
    var ring = Ring(edges: [], certainty: .certain, events: nil, gain: 1)
    for (vertex, index) in way {
      let arc = arcs[vertex][index]
      ring.certainty = ring.certainty.and(arc.certainty)
      if let edge = arc.edge {
        ring.edges.append(edge)
        ring.gain *= flows.graph.edges[edge].declaredRatio ?? 1
      }
      guard vertex >= 2 * nodes else { continue }
      covered.insert([vertex, index])
      ring.events = ring.events ?? events(of: vertex - 2 * nodes, at: arc.step)
      if let step = arc.step { ring.edges += flows.way(to: step) }
    }
    ring.turnToFirst(in: flows.graph)
    return ring
  }

  /// What goes the way to `step`, where anything is known of it.
  private func events(of flow: Int, at step: Int?) -> EventSet? {
    var next = step
    while let current = next {
      if case .exact(let set) = flows.steps[current].filter { return set }
      next = flows.steps[current].parent
    }
    let content = flows.flows[flow].content
    return content.shape == nil ? nil : content.set
  }
}

extension RoutingGraph.Edge {
  /// Events out for each call, where an emission says so.
  package var declaredRatio: Double? {
    if case .ratio(let ratio)? = declaration.emission?.volume { ratio } else { nil }
  }
}
