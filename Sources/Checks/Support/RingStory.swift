import Diagnostics
import EventPattern
import RoutingGraph
import Topology

/// Which of the checks of loops tells a ring; each ring is told by one of them.
enum RingKind {
  /// Buses that forward to one another.
  case buses
  /// A declared ratio below 1 makes it die out.
  case decaying
  /// It closes only if something undeclared is so.
  case possible
  /// A state machine started by its own status.
  case status
  case event, table, bucket
  /// Queues, topics, streams, or functions that call one another.
  case message
}

/// One ring, told hop by hop.
struct RingStory {
  let ring: Ring
  let context: CheckContext
  private var graph: RoutingGraph { context.graph }

  init(_ ring: Ring, in context: CheckContext) {
    self.ring = ring
    self.context = context
  }

  var kind: RingKind {
    let nodes = ring.nodes(in: graph)
    if nodes.allSatisfy({ graph.isBus($0) }) { return .buses }
    if ring.gain < 1 { return .decaying }
    if !ring.certainty.isCertain { return .possible }
    if ring.edges.contains(where: isOwnStatus) { return .status }
    if nodes.contains(where: { graph.isBus($0) }) { return .event }
    let kinds = Set(nodes.compactMap { graph.nodes[$0].resource?.kind })
    if kinds.contains(.table) { return .table }
    return kinds.contains(.bucket) ? .bucket : .message
  }

  private func isOwnStatus(_ edge: Int) -> Bool {
    graph.edges[edge].kind == .notification
      && graph.nodes[graph.edges[edge].from].resource?.kind == .stateMachine
  }

  /// The names round the ring, the first again at the end.
  var path: [String] {
    let names = ring.nodes(in: graph).map { graph.nodes[$0].label }
    return names + names.prefix(1)
  }

  var way: String { path.way }

  /// A finding at the first hop, with the others as related places.
  func finding(_ rule: any FindingKind.Type, _ message: String, help: String) -> Diagnostic {
    let first = graph.edges[ring.edges[0]]
    let edge = Diagnostic.Edge(
      from: graph.nodes[first.from].label, rule: first.via, to: graph.nodes[first.to].label)
    var finding = rule.finding(
      message, at: first.range, edge: edge, related: ring.edges.dropFirst().map { hop($0) },
      help: help)
    finding.path = path
    finding.witness = ring.events?.confirmedWitness
    return finding
  }

  private func hop(_ index: Int) -> Diagnostic.Related {
    .init(HopStory(graph.edges[index], in: graph).sentence, at: graph.edges[index].range)
  }

  /// What stops events on the ring, if anything does: Lambda follows them through Lambda itself, SQS,
  /// SNS and S3, and cuts the chain after about 16 calls.
  var guardSentence: String {
    let ids = ring.nodes(in: graph).compactMap { graph.nodes[$0].resource }
    let functions = ids.filter { $0.kind == .function }
    guard let first = functions.first else { return "nothing stops it" }
    let seen: Set<ResourceKind> = [.function, .queue, .topic, .bucket]
    guard let blind = ids.first(where: { !seen.contains($0.kind) }) else {
      let open = functions.contains {
        context.topology.functions[$0.name]?.recursiveLoopAllowed ?? false
      }
      return open
        ? "its recursion guard is switched off, so nothing stops it"
        : "Lambda's recursion guard cuts it at '\(first)' after about 16 turns, and the event is lost"
    }
    return "Lambda's recursion guard does not see through '\(blind)', so nothing stops it"
  }
}

/// One hop in words.
struct HopStory {
  let edge: RoutingGraph.Edge
  let from: String
  let to: String

  init(_ edge: RoutingGraph.Edge, in graph: RoutingGraph) {
    self.edge = edge
    from = graph.nodes[edge.from].label
    to = graph.nodes[edge.to].label
  }

  var sentence: String {
    switch edge.kind {
    case .emit: "'\(from)' sends \(edge.event.map { "'\($0)'" } ?? "events") to '\(to)'"
    case .rule: "rule '\(edge.via ?? "")' of '\(from)' hands it to '\(to)'"
    case .subscription: "'\(from)' delivers it to '\(to)'"
    case .trigger: "'\(to)' reads '\(from)'"
    case .pipe: "'\(from)' passes it to '\(to)'"
    case .schedule: "'\(from)' starts '\(to)'"
    case .notification: "'\(from)' tells '\(to)' of it"
    case .delivery: "'\(from)' writes it to '\(to)'"
    case .destination: "'\(from)' reports the call to '\(to)'"
    case .deadLetter: "'\(from)' puts what is refused into '\(to)'"
    }
  }
}
