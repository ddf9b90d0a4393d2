package import Diagnostics
package import Topology

/// How many events take each route: declared rates, weighed at every filter, multiplied by what each
/// component sends on, cycles solved exactly.
package struct Volumes: Sendable {
  /// Deliveries by edge and event.
  package internal(set) var edges: [[EventVolume]]
  /// Events that arrive, by node; for a producer or schedule 0.
  package internal(set) var deliveries: [Volume]
  /// Calls, runs or requests by node: what arrives, in batches where an event source mapping makes them.
  package internal(set) var invocations: [Volume]
  /// What the archives of buses keep, by node and event; nothing for a bus without one.
  package internal(set) var archived: [Int: [EventVolume]] = [:]
  /// What was taken for granted, in the order of the edges.
  package internal(set) var assumptions: [Assumption] = []
  /// Cycles that send on at least as much as they receive; their feedback is left out of all volumes.
  package internal(set) var amplifications: [Amplification] = []

  package struct EventVolume: Sendable {
    /// The catalogue's name of the event that it began as, which says how large it is.
    package var event: String?
    package var volume: Volume
  }

  package struct Assumption: Hashable, Sendable {
    package var message: String
    package var range: SourceRange?
  }

  package struct Amplification: Sendable {
    /// Components of the cycle, in node order.
    package var nodes: [Int]
    /// Events out of a turn for each into it; infinite volumes follow from 1 on.
    package var gain: Double
    /// It happens only at the upper end of what is declared.
    package var onlyAtWorst: Bool
  }

  package init(_ flows: EventFlows, _ topology: Topology) {
    var solver = VolumeSolver(flows: flows, topology: topology)
    self = solver.solve()
  }

  init(edges: Int, nodes: Int) {
    self.edges = Array(repeating: [], count: edges)
    deliveries = Array(repeating: .zero, count: nodes)
    invocations = Array(repeating: .zero, count: nodes)
  }

  /// All that takes an edge.
  package func onEdge(_ edge: Int) -> Volume {
    edges[edge].reduce(.zero) { $0 + $1.volume }
  }

  /// Deliveries by rules and subscriptions for each event that producers send; nil where they send
  /// none.
  package func amplification(in graph: RoutingGraph) -> Double? {
    var sent = 0.0
    var delivered = 0.0
    for (index, edge) in graph.edges.enumerated() {
      let volume = onEdge(index).expected
      if edge.kind == .rule || edge.kind == .subscription { delivered += volume }
      if graph.nodes[edge.from].resource?.kind == .producer { sent += volume }
    }
    return sent > 0 ? delivered / sent : nil
  }

  mutating func add(_ volume: Volume, of event: String?, to edge: Int) {
    edges[edge].add(volume, of: event)
  }
}

extension [Volumes.EventVolume] {
  mutating func add(_ volume: Volume, of event: String?) {
    if let known = firstIndex(where: { $0.event == event }) {
      self[known].volume += volume
    } else {
      append(Element(event: event, volume: volume))
    }
  }
}
