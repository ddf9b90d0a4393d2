import Diagnostics
import EventPattern
package import Topology

extension RoutingGraph {
  /// The graph of all that `topology` declares; references that resolve to nothing have no edge.
  package init(_ topology: Topology) {
    var builder = GraphBuilder(topology: topology)
    builder.addComponents()
    builder.addRouting()
    builder.addData()
    builder.addServiceEvents()
    self = builder.graph()
  }
}

/// Collects routes by what they name; nodes are numbered once all are known.
struct GraphBuilder {
  struct Draft {
    var from: ReferenceTarget
    var to: ReferenceTarget
    var edge: RoutingGraph.Edge
  }

  let topology: Topology
  private let declared: [ResourceID: any Resource]
  private(set) var drafts: [Draft] = []

  init(topology: Topology) {
    self.topology = topology
    declared = Dictionary(
      topology.resources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds a route; `settle` fills in what its kind has beyond the ends.
  mutating func connect(
    _ from: ReferenceTarget, _ kind: RoutingGraph.EdgeKind, _ to: ReferenceTarget,
    at range: SourceRange, settle: (inout RoutingGraph.Edge) -> Void = { _ in }
  ) {
    guard exists(from), exists(to) else { return }
    var edge = RoutingGraph.Edge(from: 0, to: 0, kind: kind, range: range)
    settle(&edge)
    drafts.append(Draft(from: from, to: to, edge: edge))
  }

  /// Adds the way that refused events take from `sender`, if there is one.
  mutating func addDeadLetter(
    _ sender: ResourceID, _ queue: Reference?, via: String? = nil, of pattern: PatternUse? = nil
  ) {
    guard let queue else { return }
    connect(.resource(sender), .deadLetter, queue.value, at: queue.range) {
      $0.via = via
      $0.pattern = pattern
    }
  }

  /// Whether a node can stand for it: a name that resolves to nothing was reported by the reader.
  func exists(_ target: ReferenceTarget) -> Bool {
    guard let id = target.resource else { return true }
    return declared[id] != nil || id == .defaultBus
  }

  func graph() -> RoutingGraph {
    let nodes = numberedNodes()
    let positions = Dictionary(
      nodes.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = drafts.enumerated().sorted { a, b in
      (a.element.edge.range, a.offset) < (b.element.edge.range, b.offset)
    }
    let edges: [RoutingGraph.Edge] = ordered.compactMap { _, draft in
      guard let from = positions[draft.from.label], let to = positions[draft.to.label] else {
        return nil
      }
      var edge = draft.edge
      edge.from = from
      edge.to = to
      return edge
    }
    return RoutingGraph(nodes: nodes, edges: edges)
  }

  private func numberedNodes() -> [RoutingGraph.Node] {
    var inside = declared.values.map { resource in
      var node = RoutingGraph.Node(
        label: resource.id.description, resource: resource.id, range: resource.info.nameRange)
      node.account = resource.info.account?.value
      node.region = resource.info.region?.value
      node.isExternal = resource.info.isExternal
      return (id: resource.id, node: node)
    }
    var outside: Set<String> = []
    var namesDefaultBus = false
    for target in drafts.lazy.flatMap({ [$0.from, $0.to] }) {
      if target.resource == nil { outside.insert(target.label) }
      if target.resource == .defaultBus { namesDefaultBus = true }
    }
    if namesDefaultBus, declared[.defaultBus] == nil {
      let label = ResourceID.defaultBus.description
      inside.append(
        (.defaultBus, RoutingGraph.Node(label: label, resource: .defaultBus, range: nil)))
    }
    inside.sort { $0.id < $1.id }
    return inside.map(\.node)
      + outside.sorted().map { RoutingGraph.Node(label: $0, resource: nil, range: nil) }
  }
}

extension ResourceID {
  /// The account's own bus, which exists without being declared.
  package static let defaultBus = ResourceID(.bus, "default")
}

extension [PatternUse] {
  /// Filters of one mapping are alternatives; nil where there are none and all passes.
  var union: PatternUse? {
    guard let first else { return nil }
    guard count > 1 else { return first }
    var joined: EventPattern?
    for use in self {
      guard case .known(let pattern) = use else { return use }
      joined?.alternatives += pattern.alternatives
      joined?.byteCount += pattern.byteCount
      if joined == nil { joined = pattern }
    }
    return joined.map { .known($0) }
  }
}
