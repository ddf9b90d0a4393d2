import Diagnostics
import RoutingGraph
import Topology

struct OrderLost: Rule {
  static let id = "order/order-lost"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary =
    "Events that are kept in order pass something standard and are put in order again."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let lines = Lines(context)
    var findings: [Diagnostic] = []
    var told: Set<Int> = []
    for node in context.graph.nodes.indices where lines.kind(of: node) == .ordered {
      for path in lines.breaks(from: node, besides: told) {
        told.insert(path.lost)
        findings.append(finding(path, context.graph))
      }
    }
    return findings
  }

  private func finding(_ path: Lines.Path, _ graph: RoutingGraph) -> Diagnostic {
    let edge = graph.edges[path.lost]
    let names = path.nodes.map { graph.nodes[$0].label }
    let lost = graph.nodes[edge.to].label
    var finding = Self.finding(
      "the order that '\(names[0])' keeps is lost in '\(lost)', which is standard, before"
        + " '\(names[names.count - 1])'",
      at: edge.range, about: graph.nodes[edge.from].resource,
      edge: Diagnostic.Edge(from: graph.nodes[edge.from].label, rule: edge.via, to: lost),
      help: "make '\(lost)' FIFO and hand the message group on, or give up order behind it")
    finding.path = names
    return finding
  }
}

/// Searches the routes between things that keep messages in order.
private struct Lines {
  enum Kind { case ordered, standard, passing, other }

  struct Path {
    var nodes: [Int]
    /// The edge that leads into what is standard.
    var lost: Int
  }

  private let graph: RoutingGraph
  private let kinds: [Kind]

  init(_ context: CheckContext) {
    graph = context.graph
    kinds = context.graph.nodes.map { Self.kind(of: $0, context.topology) }
  }

  func kind(of node: Int) -> Kind { kinds[node] }

  private static func kind(of node: RoutingGraph.Node, _ topology: Topology) -> Kind {
    guard let id = node.resource else { return .other }
    switch id.kind {
    case .queue:
      guard let queue = topology.queues[id.name], !queue.info.isExternal else { return .other }
      return queue.isFIFO ? .ordered : .standard
    case .topic:
      guard let topic = topology.topics[id.name], !topic.info.isExternal else { return .other }
      return topic.isFIFO ? .ordered : .standard
    case .function, .pipe: return .passing
    default: return .other
    }
  }

  /// The shortest path from `start` over each edge that loses order, those of `told` left out, to
  /// something that keeps it.
  func breaks(from start: Int, besides told: Set<Int>) -> [Path] {
    let before = search(from: start, through: .passing)
    return before.order.flatMap { node in
      graph.outgoing[node].compactMap { index -> Path? in
        let edge = graph.edges[index]
        guard !told.contains(index), carries(edge), kinds[edge.to] == .standard,
          let rest = pathToOrdered(from: edge.to)
        else { return nil }
        return Path(nodes: before.path(to: node) + rest, lost: index)
      }
    }
  }

  private func pathToOrdered(from start: Int) -> [Int]? {
    let found = search(from: start, through: .passing, .standard)
    for node in found.order {
      for index in graph.outgoing[node] where carries(graph.edges[index]) {
        let next = graph.edges[index].to
        if kinds[next] == .ordered { return found.path(to: node) + [next] }
      }
    }
    return nil
  }

  private struct Search {
    var order: [Int]
    var previous: [Int: Int]

    func path(to node: Int) -> [Int] {
      var path = [node]
      while let last = path.last, let before = previous[last] { path.append(before) }
      return path.reversed()
    }
  }

  /// Breadth first over the nodes of the given kinds.
  private func search(from start: Int, through allowed: Kind...) -> Search {
    var search = Search(order: [start], previous: [:])
    var seen: Set<Int> = [start]
    var next = 0
    while next < search.order.count {
      let node = search.order[next]
      next += 1
      for index in graph.outgoing[node] where carries(graph.edges[index]) {
        let to = graph.edges[index].to
        guard allowed.contains(kinds[to]), seen.insert(to).inserted else { continue }
        search.previous[to] = node
        search.order.append(to)
      }
    }
    return search
  }

  /// What goes aside on failure has left its order already.
  private func carries(_ edge: RoutingGraph.Edge) -> Bool {
    edge.isEnabled && edge.kind != .deadLetter && edge.kind != .destination
  }
}
