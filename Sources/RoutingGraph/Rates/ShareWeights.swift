import Diagnostics
import EventPattern
import Topology

/// The share of its flow's events that takes each step, by the weights of the event's shape.
struct ShareWeights {
  let flows: EventFlows
  private(set) var assumptions: [Volumes.Assumption] = []
  private var shares: [Volume] = []
  /// What the exact weight of a step's set is to be multiplied by: all that was not exact before it.
  private var bases: [Volume] = []
  /// By flow.
  private var guesses: [Int: IndependentShare] = [:]
  /// Who filters, where it is not the edge of a step.
  private var filterer: (label: String, range: SourceRange)?

  init(flows: EventFlows) { self.flows = flows }

  mutating func all() -> [Volume] {
    for index in flows.steps.indices {
      let step = flows.steps[index]
      if let twin = sameRule(as: index) {
        shares.append(shares[twin])
        bases.append(bases[twin])
        continue
      }
      let isDead = step.isFailure || step.isLost
      let (base, share) = isDead ? (.zero, .zero) : weigh(step, part: partOfCompetitors(step))
      let before = step.parent.map { flows.steps[$0].content } ?? flows.flows[step.flow].content
      shares.append(share)
      bases.append(step.content.shape == before.shape ? base : share)
    }
    return shares
  }

  /// The share of a flow's events that a bus' archive keeps of those that a step brings to it, or
  /// that enter there.
  mutating func kept(
    by archive: Bus.Archive, of node: Int, in flow: Int, after parent: Int?
  ) -> Volume {
    filterer = ("the archive of '\(flows.graph.nodes[node].label)'", archive.range)
    defer { filterer = nil }
    let content = parent.map { flows.steps[$0].content } ?? flows.flows[flow].content
    let edge = parent.map { flows.steps[$0].edge } ?? flows.flows[flow].entries[0]
    var step = EventFlows.Step(flow: flow, edge: edge, parent: parent, content: content)
    switch archive.pattern {
    case nil: break
    case .unknown: step.filter = .unread
    case .known(let pattern):
      switch MessageFilter(pattern, on: .rule, body: content.body) {
      case .reads(let set, let inner):
        step.filter = .exact(content.set.intersection(set))
        step.pattern = inner
      case .seems(let set): step.filter = .assumed(set)
      case .cannotTell: step.filter = .unread
      }
    }
    // Consumers of a queue share its messages, but nothing takes a bus' events from its archive.
    return weigh(step, part: .one).share
  }

  /// The step just before, where it is another target of the same rule with the same fate.
  private func sameRule(as index: Int) -> Int? {
    guard index > 0 else { return nil }
    let (step, twin) = (flows.steps[index], flows.steps[index - 1])
    let (edge, other) = (flows.graph.edges[step.edge], flows.graph.edges[twin.edge])
    let isSame =
      step.flow == twin.flow && step.parent == twin.parent && edge.kind == .rule
      && other.kind == .rule && edge.via == other.via && edge.from == other.from
      && step.isLost == twin.isLost && (step.content.shape == nil) == (twin.content.shape == nil)
    return isSame ? index - 1 : nil
  }

  private mutating func weigh(
    _ step: EventFlows.Step, part: Volume
  ) -> (base: Volume, share: Volume) {
    let before = step.parent.map { flows.steps[$0].content } ?? flows.flows[step.flow].content
    let share = (step.parent.map { shares[$0] } ?? .one) * part
    let base = (step.parent.map { bases[$0] } ?? .one) * part
    switch step.filter {
    case .none:
      return (base, share)
    case .exact(let set):
      guard let shape = before.shape else { return open(step, base, share) }
      return (base, base * weigh(set.probability(under: shape), of: step, under: shape))
    case .assumed(let set):
      guard let shape = before.shape else { return open(step, base, share) }
      let range = before.set.intersection(set).probability(under: shape)
      var guess = Volume(share: range)
      guess.low = 0
      guess.high = 1
      if range.upperBound == 0 { guess = .upToOne }
      note("the message is taken to be the event's detail", step)
      return (base * guess, share * guess)
    case .unread:
      return open(step, base, share)
    }
  }

  /// Anything between none and all may pass; all is expected.
  private mutating func open(
    _ step: EventFlows.Step, _ base: Volume, _ share: Volume
  ) -> (base: Volume, share: Volume) {
    note("everything is taken to pass, as nothing weighs what it filters", step)
    return (base * .upToOne, share * .upToOne)
  }

  /// Consumers of one queue share its messages.
  private func partOfCompetitors(_ step: EventFlows.Step) -> Volume {
    let edge = flows.graph.edges[step.edge]
    guard flows.graph.nodes[edge.from].resource?.kind == .queue else { return .one }
    let consumers = flows.graph.outgoing[edge.from].count {
      let other = flows.graph.edges[$0]
      return other.isEnabled && (other.kind == .trigger || other.kind == .pipe)
    }
    guard consumers > 1 else { return .one }
    let part = 1 / Double(consumers)
    return Volume(low: 0, expected: part, high: 1, peak: part)
  }

  /// The bounds of a share, and between them what is expected if the fields tested so far have nothing
  /// to do with each other.
  private mutating func weigh(
    _ range: ClosedRange<Double>, of step: EventFlows.Step, under shape: ValueShape
  ) -> Volume {
    var share = Volume(share: range)
    guard !range.isPoint else { return share }
    let event = flows.flows[step.flow].content.event.map { " of '\($0)'" } ?? ""
    var guess = guesses[step.flow] ?? IndependentShare(shape: shape)
    if guess.shape != shape { guess = IndependentShare(shape: shape) }
    if let expected = guess.estimate(patterns(upTo: step)) {
      share.expected = min(max(expected, range.lowerBound), range.upperBound)
      share.peak = share.expected
    }
    let isWeighed = guess.isWeighed && share.expected < range.upperBound
    guesses[step.flow] = guess
    note(
      isWeighed
        ? "the fields\(event) that it tests are taken to have nothing to do with each other"
        : "the share\(event) that passes is not declared, the most is taken", step)
    return share
  }

  /// All that narrowed the event since it last became another one.
  private func patterns(upTo step: EventFlows.Step) -> [EventPattern] {
    var found: [EventPattern] = []
    var current: EventFlows.Step? = step
    while let here = current {
      if let pattern = here.pattern { found.append(pattern) }
      let parent = here.parent.map { flows.steps[$0] }
      let before =
        parent.flatMap { $0.parent.map { flows.steps[$0].content } }
        ?? flows.flows[here.flow].content
      if let parent, parent.content.shape != before.shape { break }
      current = parent
    }
    return found.reversed()
  }

  private mutating func note(_ message: String, _ step: EventFlows.Step) {
    // What nobody declares to be sent has no volume to assume anything of.
    if flows.flows[step.flow].entries.isEmpty { return }
    if let filterer {
      assumptions.append(.init(message: "\(filterer.label): \(message)", range: filterer.range))
      return
    }
    let edge = flows.graph.edges[step.edge]
    let from = flows.graph.nodes[edge.from].label
    let rule = edge.via.map { " rule '\($0)'" } ?? ""
    assumptions.append(
      .init(
        message: "'\(from)'\(rule) to '\(flows.graph.nodes[edge.to].label)': \(message)",
        range: edge.range))
  }
}
