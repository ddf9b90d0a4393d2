import Diagnostics
import EventPattern
import Topology

/// Follows every flow from its entry along all carriers, narrowing at each filter.
struct FlowWalker {
  let topology: Topology
  let graph: RoutingGraph
  let stepLimit: Int
  let declarations: [String: EventDeclaration]
  var flows: [EventFlows.Flow] = []
  private(set) var steps: [EventFlows.Step] = []
  private(set) var isComplete = true
  /// What the filters read so far let through, by edge and by the form of the message.
  var filters: [FilterKey: MessageFilter] = [:]
  /// By edge with a known pattern of EventBridge's own.
  let screens: [Screen?]

  init(topology: Topology, graph: RoutingGraph, stepLimit: Int) {
    self.topology = topology
    self.graph = graph
    self.stepLimit = stepLimit
    declarations = Dictionary(
      topology.events.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    screens = graph.edges.map { edge in
      guard edge.kind == .rule, let pattern = edge.pattern?.pattern else { return nil }
      return Screen(pattern)
    }
  }

  mutating func walkAll() {
    collectEntries()
    collectSeeds()
    for index in flows.indices {
      let start = steps.count
      if carriesOn(flows[index].entry) || flows[index].entries.isEmpty { walk(index) }
      flows[index].steps = start..<steps.count
    }
  }

  /// All that cannot be told is one node, which must not join what has nothing to do with each other.
  func carriesOn(_ node: Int) -> Bool {
    !graph.isComponent(node) && !graph.isUnknown(node)
  }

  private struct EntryKey: Hashable {
    var node: Int
    var event: String?
    var account: String?
    var isFailure: Bool
    /// Told apart where the content is the sender's own.
    var edge: Int?
  }

  /// A flow for each event and node; emissions of one event to one node share it.
  private mutating func collectEntries() {
    var known: [EntryKey: Int] = [:]
    for (index, edge) in graph.edges.enumerated()
    where edge.isEnabled && (graph.isComponent(edge.from) || edge.kind == .schedule) {
      let content = entryContent(of: edge)
      let isFailure =
        edge.kind == .deadLetter || (edge.kind == .destination && edge.via == "onFailure")
      let isOwn = content.event == nil && content.shape != nil
      let key = EntryKey(
        node: edge.to, event: content.event, account: account(of: edge.from), isFailure: isFailure,
        edge: isOwn ? index : nil)
      if let flow = known[key] {
        flows[flow].entries.append(index)
      } else {
        known[key] = flows.count
        flows.append(
          .init(entry: edge.to, entries: [index], content: content, isFailure: isFailure))
      }
    }
  }

  /// Steps of one flow: buses that all forward to one another have more ways than could be followed.
  private static let flowStepLimit = 4_000

  /// Breadth first, so that of too many ways the short ones are known.
  private mutating func walk(_ flow: Int) {
    let screen = Screen(flows[flow].content.shape)
    let limit = min(stepLimit, steps.count + Self.flowStepLimit)
    var next = steps.count
    for edge in graph.outgoing[flows[flow].entry] where screens[edge]?.excludes(screen) != true {
      follow(edge, after: nil, in: flow, limit)
    }
    while next < steps.count {
      let node = graph.edges[steps[next].edge].to
      if !steps[next].closesRing, carriesOn(node) {
        for edge in graph.outgoing[node] { follow(edge, after: next, in: flow, limit) }
      }
      next += 1
    }
  }

  private mutating func follow(_ edge: Int, after parent: Int?, in flow: Int, _ limit: Int) {
    guard steps.count < limit else {
      isComplete = false
      return
    }
    if let step = take(edge, after: parent, in: flow) { steps.append(step) }
  }

  /// Whether the way to `parent` has been at `node`.
  private func isOnWay(_ node: Int, _ parent: Int?, of flow: Int) -> Bool {
    var step = parent
    while let current = step {
      if graph.edges[steps[current].edge].to == node { return true }
      step = steps[current].parent
    }
    return flows[flow].entry == node
  }

  /// The step over `edge`; nil where no event can take it.
  private mutating func take(_ index: Int, after parent: Int?, in flow: Int) -> EventFlows.Step? {
    let edge = graph.edges[index]
    guard edge.isEnabled, edge.kind != .schedule else { return nil }
    let before = parent.map { steps[$0].content } ?? flows[flow].content
    guard let passed = pass(before, through: index) else { return nil }
    var step = EventFlows.Step(
      flow: flow, edge: index, parent: parent, content: content(passed.content, after: edge))
    step.filter = passed.filter
    step.pattern = passed.pattern
    step.certainty = passed.certainty
    if let parent {
      step.certainty = steps[parent].certainty.and(passed.certainty)
      step.busHops = steps[parent].busHops
      step.isLost = steps[parent].isLost
      step.isFailure = steps[parent].isFailure
    }
    step.isFailure = step.isFailure || edge.kind == .deadLetter
    step.closesRing = carriesOn(edge.to) && isOnWay(edge.to, parent, of: flow)
    countHop(over: edge, in: &step)
    return step
  }

  /// A classic bus does not hand on what it received from a bus; the newer generation sends a new event.
  private func countHop(over edge: RoutingGraph.Edge, in step: inout EventFlows.Step) {
    guard graph.isBus(edge.from), graph.isBus(edge.to), edge.kind == .rule else {
      step.busHops = 0
      return
    }
    let name = graph.nodes[edge.from].resource?.name ?? ""
    if topology.buses[name]?.generation == .custom {
      step.busHops = 0
    } else {
      step.isLost = step.isLost || step.busHops >= 1
      step.busHops += 1
    }
  }
}
