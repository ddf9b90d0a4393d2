import Diagnostics
package import EventPattern

/// A way that leads events back to where they were.
package struct Ring: Sendable {
  /// Indices of edges in the order followed, from the node declared first.
  package var edges: [Int]
  package var certainty: EventFlows.Certainty
  /// Events that go round, where the files narrow them.
  package var events: EventSet?
  /// Events out of a turn for each into it at most, as far as ratios are declared; 1 otherwise.
  package var gain: Double

  package func nodes(in graph: RoutingGraph) -> [Int] { edges.map { graph.edges[$0].from } }
}

extension EventFlows {
  /// Rings that events can take, through carriers alone and through components that send on. There may
  /// be more, but each delivery that is part of any ring is on at least one of these.
  package func rings() -> [Ring] {
    var finder = RingFinder(flows: self)
    var covered: Set<Int> = []
    let carriers = carrierRings().sorted { $0.edges.count < $1.edges.count }
      .filter { ring in
        defer { covered.formUnion(ring.edges) }
        return !covered.isSuperset(of: ring.edges)
      }
    var seen: Set<[Int]> = []
    return (carriers + finder.all()).filter { seen.insert($0.edges.sorted()).inserted }
      .sorted { a, b in
        let (x, y) = (graph.edges[a.edges[0]].range, graph.edges[b.edges[0]].range)
        return x == y ? a.edges.lexicographicallyPrecedes(b.edges) : x < y
      }
  }

  /// Rings of buses, topics, queues and pipes: the narrowed set of the step that closes one goes round
  /// unchanged, as narrowing twice is narrowing once.
  private func carrierRings() -> [Ring] {
    steps.indices.compactMap { index in
      let last = steps[index]
      guard last.closesRing, !last.isFailure, !flows[last.flow].isFailure else { return nil }
      let target = graph.edges[last.edge].to
      var edges: [Int] = []
      var step: Int? = index
      while let current = step {
        edges.append(steps[current].edge)
        if graph.edges[steps[current].edge].from == target { break }
        step = steps[current].parent
      }
      var ring = Ring(edges: edges.reversed(), certainty: last.certainty, events: nil, gain: 1)
      if case .exact(let set) = last.filter { ring.events = set }
      ring.turnToFirst(in: graph)
      return ring
    }
  }

  /// The edges from a flow's entry to `step`.
  func way(to step: Int) -> [Int] {
    var edges: [Int] = []
    var next: Int? = step
    while let current = next {
      edges.append(steps[current].edge)
      next = steps[current].parent
    }
    return edges.reversed()
  }
}

extension Ring {
  /// Starts at the node whose declaration comes first.
  mutating func turnToFirst(in graph: RoutingGraph) {
    let places = edges.map { graph.nodes[graph.edges[$0].from].range }
    let first = edges.indices.min { a, b in
      guard let x = places[a], let y = places[b] else { return places[a] != nil }
      return x < y
    }
    guard let first else { return }
    edges = Array(edges[first...] + edges[..<first])
  }
}
