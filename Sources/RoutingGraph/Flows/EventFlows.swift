package import EventPattern
package import Topology

/// Which events take which way: for every place where events enter, the tree of routes that they can
/// follow, each step with the set of events that gets that far.
///
/// Buses, topics, queues, streams, tables, buckets and pipes carry an event on; functions, state
/// machines, APIs and environments end its way and send events of their own, so a way through one is
/// two flows. Sets only ever narrow along a way, which makes chained and overlapping rules exact.
package struct EventFlows: Sendable {
  package let graph: RoutingGraph
  package internal(set) var flows: [Flow] = []
  /// Parents stand before their children.
  package internal(set) var steps: [Step] = []
  /// False where the bound on steps was hit, and ways are missing.
  package internal(set) var isComplete = true
  /// Indices into `steps` by edge.
  package internal(set) var stepsOnEdge: [[Int]]
  /// The flow that each edge feeds, for those that lead out of a component.
  package internal(set) var flowOfEdge: [Int: Int] = [:]

  /// Steps in all; a thousand events that twenty rules each take stay below.
  package static let stepLimit = 50_000

  package init(_ topology: Topology, graph: RoutingGraph, stepLimit: Int = Self.stepLimit) {
    self.graph = graph
    stepsOnEdge = Array(repeating: [], count: graph.edges.count)
    var walker = FlowWalker(topology: topology, graph: graph, stepLimit: stepLimit)
    walker.walkAll()
    flows = walker.flows
    steps = walker.steps
    isComplete = walker.isComplete
    for (index, flow) in flows.enumerated() {
      for edge in flow.entries { flowOfEdge[edge] = index }
    }
    for (index, step) in steps.enumerated() { stepsOnEdge[step.edge].append(index) }
  }

  /// Events of one kind that enter at one node.
  package struct Flow: Sendable {
    /// The node where they enter.
    package var entry: Int
    /// The edges that bring them; none where the node's own events, or undeclared ones, are meant.
    package var entries: [Int]
    package var content: Content
    /// They exist only because something failed: a dead letter, an onFailure record.
    package var isFailure = false
    /// Its ways, as a range of `steps`.
    package var steps = 0..<0
  }

  /// One edge on the way of a flow.
  package struct Step: Sendable {
    package var flow: Int
    package var edge: Int
    /// The step before it; nil at the flow's entry.
    package var parent: Int?
    /// What arrives.
    package var content: Content
    /// How this edge narrowed it.
    package var filter = Filter.none
    /// The pattern that narrowed it, as a pattern of the event itself.
    var pattern: EventPattern?
    /// How sure it is that any event gets this far.
    package var certainty = Certainty.certain
    /// Deliveries from bus to bus so far, which a classic bus allows once.
    package var busHops = 0
    /// Behind a second hop from bus to bus, so that no event really gets here.
    package var isLost = false
    /// Behind a delivery that failed.
    package var isFailure = false
    /// Leads back to a node of this very way.
    package var closesRing = false
  }

  package enum Filter: Sendable {
    case none
    /// These and no others of the events before it.
    case exact(EventSet)
    /// The filter reads a message whose form had to be assumed; the content's set is not narrowed.
    case assumed(EventSet)
    /// It cannot be told what the filter lets through.
    case unread
  }

  /// Whether events get somewhere; the worst along a way counts.
  package enum Certainty: Hashable, Sendable {
    case certain
    /// They do if what the files leave open is so: an undeclared event, an undeclared field.
    case assumed(String)
    /// It cannot be said: a pattern that cannot be read, a question not decided.
    case unknown(String)

    package func and(_ other: Certainty) -> Certainty { other.rank > rank ? other : self }

    package var isCertain: Bool { self == .certain }
    package var isUnknown: Bool { rank == 2 }

    private var rank: Int {
      switch self {
      case .certain: 0
      case .assumed: 1
      case .unknown: 2
      }
    }
  }

  /// What is known of the events on an edge.
  package struct Content: Sendable {
    /// The catalogue's name of the event that it began as.
    package var event: String?
    /// No other events than these; `.everything` where nothing is known.
    package var set: EventSet
    /// What weighs them; nil where nothing is known.
    package var shape: ValueShape?
    package var body: Body

    package enum Body: Hashable, Sendable {
      /// The message is the event as EventBridge writes it.
      case envelope
      /// The message was sent straight to a topic, queue or stream, and is taken to be the detail.
      case detail
      /// A transformer, an envelope of another service, a record: what filters see is not known.
      case opaque
    }

    /// Nothing is known of it but where it began.
    package func madeOpaque() -> Content {
      Content(event: event, set: .everything, shape: nil, body: .opaque)
    }
  }
}

extension RoutingGraph {
  /// Whether what arrives ends here: what the node sends are events of its own.
  package func isComponent(_ node: Int) -> Bool {
    switch nodes[node].resource?.kind {
    case .function, .stateMachine, .api, .environment, .producer, .schedule, .alarm: true
    default: false
    }
  }

  /// A node for what files cannot tell.
  package func isUnknown(_ node: Int) -> Bool {
    let label = nodes[node].label
    return nodes[node].resource == nil
      && (label == ReferenceTarget.unknown(reason: "").label
        || label.hasPrefix(ReferenceTarget.unknownPrefix))
  }

  /// A bus of the topology, or an ARN that names one.
  package func isBus(_ node: Int) -> Bool {
    guard let id = nodes[node].resource else {
      return nodes[node].label.contains(":event-bus/")
    }
    return id.kind == .bus
  }
}
