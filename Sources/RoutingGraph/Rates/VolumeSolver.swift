import Diagnostics
import EventPattern
import Topology

/// Sets up and solves `x = s + M x`, where `x` holds what each component is called with.
struct VolumeSolver {
  let flows: EventFlows
  let topology: Topology
  var graph: RoutingGraph { flows.graph }
  var volumes: Volumes
  /// The share of its flow's events that takes each step.
  private var shares: [Volume] = []
  private var weights: ShareWeights
  /// What feeds each edge out of a component.
  private var inputs: [Int: EdgeInput] = [:]

  init(flows: EventFlows, topology: Topology) {
    self.flows = flows
    self.topology = topology
    volumes = Volumes(edges: flows.graph.edges.count, nodes: flows.graph.nodes.count)
    weights = ShareWeights(flows: flows)
  }

  mutating func solve() -> Volumes {
    shares = weights.all()
    for flow in flows.flows {
      for edge in flow.entries { inputs[edge] = input(of: edge) }
    }
    noteUndeclaredSeeds()
    let system = linearSystem()
    let (calls, amplifications) = system.solved()
    volumes.amplifications = amplifications.map { found in
      var found = found
      found.nodes = Set(found.nodes.map { $0 % graph.nodes.count }).sorted()
      return found
    }
    for node in graph.nodes.indices where graph.isComponent(node) {
      volumes.invocations[node] = calls[node]
    }
    distribute(calls)
    volumes.assumptions = (weights.assumptions + inputs.values.compactMap(\.assumption))
      .deduplicatedInOrder()
    if !flows.isComplete {
      volumes.assumptions.append(
        .init(
          message: "events have more ways than are followed; the longest are left out", range: nil))
    }
    return volumes
  }

  /// Component `n` has two unknowns: all calls at `n`, and asynchronous ones at `n + nodes`, which are
  /// those that Lambda reports to its destinations.
  private func linearSystem() -> LinearSystem {
    let nodes = graph.nodes.count
    var system = LinearSystem(size: 2 * nodes)
    for flow in flows.flows.indices {
      let into = arrivals(of: flow)
      for edge in flows.flows[flow].entries {
        guard let input = inputs[edge] else { continue }
        let sender = graph.edges[edge].from + (input.isOfAsynchronousCalls ? nodes : 0)
        for (unknown, share) in into {
          system.constants[unknown] += input.constant * share
          if let ratio = input.ratio { system.add(ratio * share, at: unknown, of: sender) }
        }
      }
    }
    return system
  }

  /// Calls of each unknown for one event of a flow.
  private func arrivals(of flow: Int) -> [(unknown: Int, share: Volume)] {
    let nodes = graph.nodes.count
    var found: [Int: Volume] = [:]
    func arrive(_ node: Int, _ share: Volume, by edge: RoutingGraph.Edge?) {
      guard graph.isComponent(node) else { return }
      found[node, default: .zero] += share / (edge.map { batchSize(of: $0) } ?? 1)
      if edge?.kind != .trigger { found[node + nodes, default: .zero] += share }
    }
    arrive(flows.flows[flow].entry, .one, by: nil)
    for step in flows.flows[flow].steps {
      let edge = graph.edges[flows.steps[step].edge]
      arrive(edge.to, shares[step], by: edge)
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Batches are taken as full; a mapping without a declared size takes events one by one.
  private func batchSize(of edge: RoutingGraph.Edge) -> Double {
    Double(max(1, edge.declaration.trigger?.batchSize?.value ?? 1))
  }

  private mutating func distribute(_ calls: [Volume]) {
    let nodes = graph.nodes.count
    for (index, flow) in flows.flows.enumerated() {
      var total = Volume.zero
      for edge in flow.entries {
        guard let input = inputs[edge] else { continue }
        let sender = graph.edges[edge].from + (input.isOfAsynchronousCalls ? nodes : 0)
        let volume = input.constant + (input.ratio.map { $0 * calls[sender] } ?? .zero)
        volumes.add(volume, of: flow.content.event, to: edge)
        total += volume
      }
      for step in flow.steps {
        volumes.add(total * shares[step], of: flow.content.event, to: flows.steps[step].edge)
      }
      if !flow.entries.isEmpty { archive(total, of: index) }
    }
    for (index, edge) in graph.edges.enumerated() {
      volumes.deliveries[edge.to] += volumes.onEdge(index)
    }
    for node in graph.nodes.indices where !graph.isComponent(node) {
      volumes.invocations[node] = volumes.deliveries[node]
    }
  }

  /// Adds what archives keep of a flow, where it enters and wherever it gets to.
  private mutating func archive(_ total: Volume, of index: Int) {
    let flow = flows.flows[index]
    func keep(_ node: Int, after step: Int?) {
      guard let id = graph.nodes[node].resource, id.kind == .bus,
        let archive = topology.buses[id.name]?.archive
      else { return }
      let share = weights.kept(by: archive, of: node, in: index, after: step)
      volumes.archived[node, default: []].add(total * share, of: flow.content.event)
    }
    keep(flow.entry, after: nil)
    for step in flow.steps { keep(graph.edges[flows.steps[step].edge].to, after: step) }
  }

  /// A rule that only undeclared events can take has an unknown volume, not none.
  private mutating func noteUndeclaredSeeds() {
    for (edge, steps) in flows.stepsOnEdge.enumerated() {
      let live = steps.filter { !flows.steps[$0].isFailure && !flows.steps[$0].isLost }
      guard let first = live.first else { continue }
      guard live.allSatisfy({ flows.flows[flows.steps[$0].flow].entries.isEmpty }) else { continue }
      var unknown = Volume.zero
      unknown.isComplete = false
      volumes.add(unknown, of: flows.steps[first].content.event, to: edge)
    }
  }
}

extension [Volumes.Assumption] {
  fileprivate func deduplicatedInOrder() -> Self {
    Set(self).sorted { a, b in
      switch (a.range, b.range) {
      case (let x?, let y?): (x, a.message) < (y, b.message)
      case (nil, nil): a.message < b.message
      case (let x, _): x != nil
      }
    }
  }
}
