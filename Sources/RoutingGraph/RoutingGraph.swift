package import Diagnostics
package import EventPattern
package import Topology

/// The routes of a topology: who hands events to whom, by which rule, and where they go on failure.
package struct RoutingGraph: Sendable {
  /// In output order: by kind, then name; things outside the topology last.
  package private(set) var nodes: [Node]
  /// In output order: by the place they were declared.
  package private(set) var edges: [Edge]
  /// Indices into `edges` by node.
  package private(set) var outgoing: [[Int]]
  package private(set) var incoming: [[Int]]
  private var positions: [String: Int]

  package init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
    outgoing = Array(repeating: [], count: nodes.count)
    incoming = Array(repeating: [], count: nodes.count)
    for (index, edge) in edges.enumerated() {
      outgoing[edge.from].append(index)
      incoming[edge.to].append(index)
    }
    positions = Dictionary(
      nodes.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func index(of label: String) -> Int? { positions[label] }
  package func index(of id: ResourceID) -> Int? { positions[id.description] }

  /// A declared resource, or something outside the topology that a route names.
  package struct Node: Sendable {
    /// `queue/express`, an ARN, an endpoint.
    package var label: String
    /// Nil for things outside the topology.
    package var resource: ResourceID?
    package var range: SourceRange?

    package init(label: String, resource: ResourceID?, range: SourceRange?) {
      self.label = label
      self.resource = resource
      self.range = range
    }
  }

  package enum EdgeKind: String, CaseIterable, Sendable {
    /// A producer, function, state machine, API or DAG sends (`emits`, routes, service integrations).
    case emit
    /// A bus rule's target.
    case rule
    case subscription
    /// A function reads (event source mapping).
    case trigger
    case pipe
    case schedule
    /// S3, DynamoDB Streams to their consumers, CloudWatch alarms to theirs, log subscription filters.
    case notification
    /// Firehose to its destination.
    case delivery
    /// Lambda's onSuccess and onFailure destinations.
    case destination
    /// Where an event goes when its target refuses it.
    case deadLetter
  }

  package struct Edge: Sendable {
    package var from: Int
    package var to: Int
    package var kind: EdgeKind
    /// The rule, subscription or mapping that makes the route, where it has a name.
    package var via: String?
    /// What lets events through; nil lets all through.
    package var pattern: PatternUse?
    /// The catalogue's event for an `emit`.
    package var event: String?
    /// Where an event goes when the target refuses it.
    package var deadLetter: Reference?
    package var range: SourceRange

    package init(from: Int, to: Int, kind: EdgeKind, range: SourceRange) {
      self.from = from
      self.to = to
      self.kind = kind
      self.range = range
    }
  }
}
