import Diagnostics
import EventPattern
import RoutingGraph
import Topology

struct FilterDeletes: Rule {
  static let id = "delivery/filter-deletes"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Messages that no filter of a queue's trigger matches are deleted."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.triggers.compactMap { function, trigger in
      guard trigger.isEnabled, trigger.from.value.kind == .queue, let first = trigger.filters.first,
        let patterns = known(trigger.filters), !takesAll(patterns)
      else { return nil }
      let deleted = Deleted(of: trigger, by: function.id, in: context)
      if deleted.isNothing { return nil }
      let queue = trigger.from.value.label
      var finding = Self.finding(
        "messages of '\(queue)' that the filter of '\(function.id)' does not match are deleted, not left"
          + " for others",
        at: first.range, about: function.id, edge: trigger.edge(into: function.id),
        help:
          "filter before the queue, in the rule or subscription that fills it, or let the function"
          + " pass over what it does not want")
      finding.witness = deleted.witness
      return finding
    }
  }

  /// Nil where one of the filters cannot be read, since it might match everything.
  private func known(_ filters: [PatternUse]) -> [EventPattern]? {
    let patterns = filters.compactMap(\.pattern)
    return patterns.count == filters.count ? patterns : nil
  }

  private func takesAll(_ patterns: [EventPattern]) -> Bool {
    union(of: patterns.map { EventSet($0) })?.contains(.everything) == .yes
  }
}

/// What gets to a queue and past the filters of a trigger.
private struct Deleted {
  /// Every way into the queue is known, and the filters let all of it through.
  var isNothing = false
  /// An event that is surely sent to the queue and deleted there.
  var witness: String?

  init(of trigger: Trigger, by function: ResourceID, in context: CheckContext) {
    let (graph, flows) = (context.graph, context.flows)
    guard let queue = graph.index(of: trigger.from.value.label),
      let reader = graph.index(of: function)
    else { return }
    let edges = graph.outgoing[queue].filter {
      graph.edges[$0].to == reader && graph.edges[$0].kind == .trigger
    }
    let readings = edges.flatMap { flows.stepsOnEdge[$0] }.map { flows.steps[$0] }
    let arrivals = Self.arrivals(at: queue, in: flows)
    let rests = arrivals.map { arrival in
      Self.rest(of: arrival.content, after: readings.filter { arrival.leads(to: $0) })
    }
    isNothing = flows.isComplete && !rests.isEmpty && rests.allSatisfy { $0?.isEmpty == .yes }
    witness =
      zip(arrivals, rests).lazy.filter { $0.0.content.shape != nil }
      .compactMap { $0.1 }.first { $0.isEmpty == .no }?.confirmedWitness
  }

  private struct Arrival {
    var content: EventFlows.Content
    var flow: Int
    /// The step that ends at the queue; nil where the flow enters there.
    var step: Int?

    func leads(to reading: EventFlows.Step) -> Bool {
      step.map { reading.parent == $0 } ?? (reading.flow == flow && reading.parent == nil)
    }
  }

  private static func arrivals(at queue: Int, in flows: EventFlows) -> [Arrival] {
    let entering = flows.flows.enumerated().filter { $0.element.entry == queue }.map {
      Arrival(content: $0.element.content, flow: $0.offset)
    }
    let passing = flows.graph.incoming[queue].flatMap { flows.stepsOnEdge[$0] }.map { index in
      let step = flows.steps[index]
      return Arrival(content: step.content, flow: step.flow, step: index)
    }
    return entering + passing
  }

  /// What of `content` none of `readings` takes; nil where that cannot be told.
  private static func rest(
    of content: EventFlows.Content, after readings: [EventFlows.Step]
  ) -> EventSet? {
    var rest = content.set
    for reading in readings {
      switch reading.filter {
      case .none: return rest.subtracting(rest)
      case .exact(let set): rest = rest.subtracting(set)
      case .assumed, .unread: return nil
      }
    }
    return content.body == .opaque ? nil : rest
  }
}

private func union(of sets: [EventSet]) -> EventSet? {
  sets.dropFirst().reduce(sets.first) { all, next in all?.union(next) }
}

extension PatternUse {
  var range: SourceRange {
    switch self {
    case .known(let pattern): pattern.range
    case .unknown(_, let range, _): range
    }
  }
}
