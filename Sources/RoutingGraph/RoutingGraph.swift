package import Diagnostics
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
    /// `queue/express`, an ARN, an endpoint; `unknown` stands for all that files cannot tell.
    package var label: String
    /// Nil for things outside the topology.
    package var resource: ResourceID?
    /// The key that names it; nil for the default bus where it is only referred to.
    package var range: SourceRange?
    /// Its own or the file's default, where either is said.
    package var account: String?
    package var region: String?
    /// Declared elsewhere: what it sends on is not known.
    package var isExternal = false

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
    /// A function reads (event source mapping) from a queue, stream, table, cluster or broker.
    case trigger
    /// From a pipe's source to the pipe, from there to its enrichment and its target.
    case pipe
    /// The scheduler's target, or that of a bus rule with a schedule.
    case schedule
    /// A service tells of its own: S3, a table's Kinesis stream, CloudWatch alarms, log subscription
    /// filters, Step Functions status changes.
    case notification
    /// Firehose from its source, to its transform and its destination.
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
    /// The rule, state, route, DAG or mapping that makes the route, where it has a name.
    package var via: String?
    /// What lets events through; nil lets all through.
    package var pattern: PatternUse?
    /// The catalogue's event for an `emit`.
    package var event: String?
    /// Where an event goes when the target refuses it.
    package var deadLetter: Reference?
    /// A disabled rule, trigger or schedule hands nothing on.
    package var isEnabled = true
    package var declaration = Declaration.implied
    package var range: SourceRange

    package init(from: Int, to: Int, kind: EdgeKind, range: SourceRange) {
      self.from = from
      self.to = to
      self.kind = kind
      self.range = range
    }
  }

  /// What in the topology an edge was made from.
  package enum Declaration: Sendable {
    case emission(Emission)
    /// Of a rule, pipe or schedule.
    case target(DeliveryTarget)
    case subscription(Subscription)
    case trigger(Trigger)
    case notification(Bucket.Notification)
    case route(API.Route)
    /// A service does it by itself, or a plain reference says it.
    case implied

    package var target: DeliveryTarget? {
      if case .target(let target) = self { target } else { nil }
    }
    package var emission: Emission? {
      if case .emission(let emission) = self { emission } else { nil }
    }
    package var trigger: Trigger? {
      if case .trigger(let trigger) = self { trigger } else { nil }
    }
    package var subscription: Subscription? {
      if case .subscription(let subscription) = self { subscription } else { nil }
    }
  }
}
