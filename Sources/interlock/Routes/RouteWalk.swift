import Diagnostics
import EventMatcher
import RoutingGraph
import Topology

/// Where one event goes: over buses, topics, queues, streams and pipes, up to what works on it.
struct RouteWalk {
  /// What of the event is still to be seen where it is.
  enum Content: Hashable {
    case whole
    /// Inside the envelope that SNS puts around what it delivers.
    case wrapped
    /// Changed by a transformer, an enrichment or a pipe.
    case changed
  }

  private struct Stop: Hashable {
    var node: Int
    var content: Content
    /// Whether it came from another bus.
    var isForwarded: Bool
  }

  let topology: Topology
  let graph: RoutingGraph

  /// Reached nodes with the node that each was first reached from.
  private(set) var reached: [Int: Int?] = [:]
  /// Edges whose filter looks at what cannot be told.
  private(set) var undecided: Set<Int> = []
  /// Edges whose filter does not let the event through.
  private(set) var refused: Set<Int> = []
  /// Edges that a classic bus does not deliver over, since the event came from another bus.
  private(set) var secondHops: Set<Int> = []

  init(_ topology: Topology, _ graph: RoutingGraph) {
    self.topology = topology
    self.graph = graph
  }

  mutating func send(to start: Int, _ views: inout EventViews) throws(EventError) {
    reached[start] = .some(nil)
    var open = [Stop(node: start, content: .whole, isForwarded: false)]
    var seen = Set(open)
    while let stop = open.popLast() {
      for index in graph.outgoing[stop.node] where isFollowed(graph.edges[index]) {
        guard try isOpen(index, from: stop, &views) else { continue }
        let next = after(graph.edges[index], stop)
        if reached[next.node] == nil { reached[next.node] = .some(stop.node) }
        if seen.insert(next).inserted { open.append(next) }
      }
    }
  }

  /// The nodes on the way to a reached one, it included.
  func path(to node: Int) -> [String] {
    var path = [node]
    while let last = path.last, let before = reached[last] ?? nil { path.append(before) }
    return path.reversed().map { graph.nodes[$0].label }
  }

  /// Components end the way: what they send is another event.
  private func isFollowed(_ edge: RoutingGraph.Edge) -> Bool {
    guard edge.isEnabled else { return false }
    switch edge.kind {
    case .rule, .subscription, .trigger, .pipe, .delivery: return true
    case .emit, .schedule, .notification, .destination, .deadLetter: return false
    }
  }

  private mutating func isOpen(
    _ index: Int, from stop: Stop, _ views: inout EventViews
  ) throws(EventError) -> Bool {
    let edge = graph.edges[index]
    if stop.isForwarded, isBus(edge.to), isClassic(stop.node) {
      secondHops.insert(index)
      return false
    }
    guard edge.pattern != nil else { return true }
    guard edge.pattern?.pattern != nil, let view = view(of: edge, stop.content) else {
      undecided.insert(index)
      return false
    }
    if try views.passes(index, as: view) { return true }
    refused.insert(index)
    return false
  }

  /// What the filter on `edge` sees; nil where that cannot be told.
  private func view(of edge: RoutingGraph.Edge, _ content: Content) -> EventViews.View? {
    if edge.kind == .subscription,
      edge.declaration.subscription?.filterScope?.value != .messageBody
    {
      return .attributes
    }
    guard content == .whole else { return nil }
    guard edge.kind == .trigger || edge.kind == .pipe else { return .event }
    switch graph.nodes[edge.from].resource?.kind {
    case .queue: return .record("body")
    case .stream, .broker: return .record("data")
    case .cluster: return .record("value")
    default: return nil
    }
  }

  private func after(_ edge: RoutingGraph.Edge, _ stop: Stop) -> Stop {
    var content = stop.content
    if edge.declaration.target?.input != nil || isPipe(edge.to) || isPipe(edge.from) {
      content = .changed
    } else if let subscription = edge.declaration.subscription, !subscription.rawMessageDelivery,
      content == .whole
    {
      content = .wrapped
    }
    return Stop(
      node: edge.to, content: content, isForwarded: isBus(edge.from) && isBus(edge.to))
  }

  private func isBus(_ node: Int) -> Bool { graph.nodes[node].resource?.kind == .bus }
  private func isPipe(_ node: Int) -> Bool { graph.nodes[node].resource?.kind == .pipe }

  private func isClassic(_ node: Int) -> Bool {
    graph.nodes[node].resource.flatMap { topology.buses[$0.name] }?.generation != .custom
  }
}
