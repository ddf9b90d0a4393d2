import Diagnostics
import EventPattern
import Topology

/// Follows every flow from its entry along all carriers, narrowing at each filter.
struct FlowWalker {
  let topology: Topology
  let graph: RoutingGraph
  let stepLimit: Int
  let declarations: [String: EventDeclaration]
  private(set) var flows: [EventFlows.Flow] = []
  private(set) var steps: [EventFlows.Step] = []
  private(set) var isComplete = true
  private var onWay: [Bool]
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
    onWay = Array(repeating: false, count: graph.nodes.count)
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
  private func carriesOn(_ node: Int) -> Bool {
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

  /// What nobody in the topology sends, and yet may come: events of AWS services on the default bus,
  /// and something unknown wherever carriers have no sender at all.
  private mutating func collectSeeds() {
    let unfed = unfedCarriers()
    for node in graph.nodes.indices where !graph.isComponent(node) && !graph.outgoing[node].isEmpty
    {
      if unfed[node] || graph.nodes[node].isExternal || graph.nodes[node].resource == nil {
        addSeed(node, unknownEvents(at: node))
      } else if graph.nodes[node].resource == .defaultBus {
        let range = graph.edges[graph.outgoing[node][0]].range
        addSeed(node, EventSet(ServiceEvents.anyEvent(at: range)))
      }
    }
  }

  /// By node: whether it and all carriers that lead to it are without a sender.
  private func unfedCarriers() -> [Bool] {
    var isFed = graph.nodes.map { _ in false }
    for flow in flows { isFed[flow.entry] = true }
    let feeds = graph.nodes.indices.map { node in
      graph.incoming[node].filter { graph.edges[$0].isEnabled && carriesOn(graph.edges[$0].from) }
        .map { graph.edges[$0].from }
    }
    var unfed = isFed
    for part in stronglyConnectedComponents(count: feeds.count, successors: { feeds[$0] }) {
      let members = Set(part)
      let isAlone = part.allSatisfy { node in
        !isFed[node] && feeds[node].allSatisfy { members.contains($0) }
      }
      for node in part { unfed[node] = isAlone }
    }
    return unfed
  }

  /// Anything; on a bus that lets no other account in, anything of its own account.
  private func unknownEvents(at node: Int) -> EventSet {
    guard let id = graph.nodes[node].resource, let range = graph.nodes[node].range,
      let account = graph.nodes[node].account, !graph.nodes[node].isExternal,
      topology.buses[id.name]?.policy.isEmpty == true, id.kind == .bus
    else { return .everything }
    return EventSet(EventPattern(one: "account", .exactly(UTF8Text(account)), at: range))
  }

  private mutating func addSeed(_ node: Int, _ set: EventSet) {
    let body: EventFlows.Content.Body = graph.isBus(node) ? .envelope : .opaque
    flows.append(
      .init(
        entry: node, entries: [], content: .init(event: nil, set: set, shape: nil, body: body)))
  }

  private struct Frame {
    var node: Int
    /// The step that led here; nil at the entry.
    var step: Int?
    var nextEdge = 0
  }

  /// Depth first with a stack of its own, so that a long chain cannot exhaust the program's.
  private mutating func walk(_ flow: Int) {
    var frames = [Frame(node: flows[flow].entry, step: nil)]
    let screen = Screen(flows[flow].content.shape)
    onWay[flows[flow].entry] = true
    while let frame = frames.last {
      let edges = graph.outgoing[frame.node]
      guard frame.nextEdge < edges.count, steps.count < stepLimit else {
        if steps.count >= stepLimit { isComplete = false }
        onWay[frame.node] = false
        frames.removeLast()
        continue
      }
      frames[frames.count - 1].nextEdge += 1
      let edge = edges[frame.nextEdge]
      if frame.step == nil, screens[edge]?.excludes(screen) == true { continue }
      guard let step = take(edge, after: frame.step, in: flow) else { continue }
      steps.append(step)
      let next = graph.edges[edge].to
      if step.closesRing || !carriesOn(next) { continue }
      onWay[next] = true
      frames.append(Frame(node: next, step: steps.count - 1))
    }
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
    step.certainty = passed.certainty
    if let parent {
      step.certainty = steps[parent].certainty.and(passed.certainty)
      step.busHops = steps[parent].busHops
      step.isLost = steps[parent].isLost
      step.isFailure = steps[parent].isFailure
    }
    step.isFailure = step.isFailure || edge.kind == .deadLetter
    step.closesRing = onWay[edge.to] && carriesOn(edge.to)
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
