import Diagnostics
import Topology

/// How many events a component, or a schedule, puts onto an edge.
struct EdgeInput {
  /// Whatever the component is called with.
  var constant = Volume.zero
  /// For each call; nil where the component's calls do not matter.
  var ratio: Volume?
  /// The calls meant are those that Lambda reports to its destinations.
  var isOfAsynchronousCalls = false
  var assumption: Volumes.Assumption?
}

extension VolumeSolver {
  func input(of index: Int) -> EdgeInput {
    let edge = graph.edges[index]
    switch edge.kind {
    case .schedule: return scheduled(edge)
    case .deadLetter: return EdgeInput()
    case .destination where edge.via == "onFailure": return EdgeInput()
    case .destination: return EdgeInput(ratio: .one, isOfAsynchronousCalls: true)
    case .notification where graph.nodes[edge.from].resource?.kind == .alarm: return EdgeInput()
    case .notification: return EdgeInput(ratio: .one)
    default: return emitted(edge)
    }
  }

  private func scheduled(_ edge: RoutingGraph.Edge) -> EdgeInput {
    guard let id = graph.nodes[edge.from].resource else { return unknown(edge) }
    let expression =
      id.kind == .schedule
      ? topology.schedules[id.name]?.expression
      : topology.buses[id.name]?.rules.first { $0.name.value == edge.via }?.schedule
    guard let rate = expression.flatMap({ ScheduleRate(of: $0.value) }) else {
      return unknown(edge)
    }
    return EdgeInput(constant: Volume(rate.perSecond))
  }

  private func emitted(_ edge: RoutingGraph.Edge) -> EdgeInput {
    let emission = edge.declaration.emission
    let sender = graph.nodes[edge.from].resource
    let runs = sender.flatMap { dagRate(of: $0, edge) }
    switch emission?.volume ?? .undeclared {
    case .rate(let rate):
      return EdgeInput(constant: Volume(rate, peak: emission?.peak ?? 1))
    case .ratio(let ratio) where runs != nil:
      return EdgeInput(constant: Volume(ratio * (runs ?? 0)))
    case .ratio(let ratio) where sender?.kind != .producer:
      return EdgeInput(ratio: Volume(ratio))
    case .ratio, .undeclared:
      if let runs { return EdgeInput(constant: Volume(runs)) }
      return sender?.kind == .producer ? unknown(edge) : onePerCall(edge)
    }
  }

  /// Runs a second of the DAG that sends; nil where it has no schedule.
  private func dagRate(of sender: ResourceID, _ edge: RoutingGraph.Edge) -> Double? {
    guard sender.kind == .environment else { return nil }
    let dags = topology.environments[sender.name]?.dags ?? []
    let dag = dags.first { dag in
      dag.name.value == edge.via || dag.emits.contains { $0.range == edge.range }
    }
    return dag?.schedule.flatMap { ScheduleRate(of: $0.value) }?.perSecond
  }

  /// An API's request goes to one of its routes; anything else is taken to send once a call.
  private func onePerCall(_ edge: RoutingGraph.Edge) -> EdgeInput {
    let routes = graph.outgoing[edge.from].count { index in
      if case .route = graph.edges[index].declaration { true } else { false }
    }
    if case .route = edge.declaration, routes == 1 { return EdgeInput(ratio: .one) }
    var ratio = Volume.upToOne
    var what = "sends 1 event for each call"
    if case .route = edge.declaration {
      ratio.expected = 1 / Double(routes)
      ratio.peak = ratio.expected
      what = "takes an equal part of the requests"
    }
    let via = edge.via.map { " '\($0)'" } ?? ""
    return EdgeInput(
      ratio: ratio,
      assumption: .init(
        message:
          "'\(graph.nodes[edge.from].label)'\(via) \(what) to '\(graph.nodes[edge.to].label)'",
        range: edge.range))
  }

  private func unknown(_ edge: RoutingGraph.Edge) -> EdgeInput {
    var input = EdgeInput()
    input.constant.isComplete = false
    input.assumption = .init(
      message: "'\(graph.nodes[edge.from].label)' declares no rate for what it sends to "
        + "'\(graph.nodes[edge.to].label)', which counts as 0", range: edge.range)
    return input
  }
}
