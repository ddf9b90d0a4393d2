import Diagnostics
import EventPattern
import RoutingGraph
import Topology

struct RuleNeverMatches: Rule {
  static let id = "reach/rule-never-matches"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "No event that is sent to the bus can match the rule's pattern."

  func check(_ context: CheckContext) -> [Diagnostic] {
    guard !context.topology.isPartial,
      context.topology.producers.contains(where: { !$0.emits.isEmpty })
    else { return [] }
    return context.topology.buses.filter { isClosed($0, in: context) }.flatMap {
      bus -> [Diagnostic] in
      guard let node = context.graph.index(of: bus.id) else { return [] }
      let arrivals = context.flows.arrivals(at: node)
      let lacksServices = AWSSourceOnCustomBus.lacksServiceEvents(bus, in: context)
      let unsent = Self.unsentEvents(in: context)
      return bus.rules.compactMap { rule in
        guard let pattern = rule.pattern?.pattern, rule.isEnabled,
          arrivals.contains(where: { !$0.entries.isEmpty }),
          !(lacksServices && AWSSourceOnCustomBus.serviceSource(of: pattern) != nil),
          unsent.allSatisfy({ $0.intersects(EventSet(pattern)) == .no })
        else { return nil }
        return check(rule, pattern, of: bus, arrivals, context)
      }
    }
  }

  /// What the catalogue declares and nothing sends: its sender is not in the topology, and may well
  /// send it here.
  private static func unsentEvents(in context: CheckContext) -> [EventSet] {
    let sent = Set(context.graph.edges.compactMap(\.event))
    return context.topology.events.filter { !sent.contains($0.name.value) }
      .map { EventSet(shape: $0.envelope) }
  }

  /// Whether all that is sent to the bus is declared: others who may send are taken to be the declared
  /// partners, where there are any.
  private func isClosed(_ bus: Bus, in context: CheckContext) -> Bool {
    guard !bus.info.isExternal else { return false }
    guard context.topology.isOpenToOthers(bus.id) else { return true }
    return context.topology.producers.contains { producer in
      producer.origin != .application && producer.origin != .awsService
        && producer.emits.contains { $0.to.value.resource == bus.id }
    }
  }

  private func check(
    _ rule: RoutingRule, _ pattern: EventPattern, of bus: Bus, _ arrivals: [Arrival],
    _ context: CheckContext
  ) -> Diagnostic? {
    let wanted = EventSet(pattern)
    guard arrivals.allSatisfy({ $0.content.set.intersects(wanted) == .no }),
      wanted.isEmpty == .no
    else { return nil }
    let miss = NearMiss(of: pattern, among: arrivals)
    let reason = miss.map { ": \($0.reason)" } ?? ""
    var finding = Self.finding(
      "rule '\(rule.name.value)' matches nothing that is sent to '\(bus.id)'\(reason)",
      at: miss?.field?.range ?? pattern.range, about: bus.id,
      help: "mend the pattern, or declare who sends what it waits for")
    finding.related =
      (miss.map { senders(of: $0.arrival, in: context) } ?? [])
      + elsewhere(wanted, than: bus, in: context)
    return finding
  }

  private func senders(of arrival: Arrival, in context: CheckContext) -> [Diagnostic.Related] {
    arrival.entries.prefix(3).map { index in
      let edge = context.graph.edges[index]
      return .init(HopStory(edge, in: context.graph).sentence, at: edge.range)
    }
  }

  /// Where events that it would take are sent to another bus.
  private func elsewhere(
    _ wanted: EventSet, than bus: Bus, in context: CheckContext
  ) -> [Diagnostic.Related] {
    let graph = context.graph
    let found = context.flows.flows.lazy.filter { flow in
      flow.content.event != nil && graph.isBus(flow.entry)
        && graph.nodes[flow.entry].resource != bus.id
        && flow.content.set.intersects(wanted) == .yes
    }
    return found.prefix(2).compactMap { flow in
      flow.entries.first.map {
        .init(HopStory(graph.edges[$0], in: graph).sentence, at: graph.edges[$0].range)
      }
    }
  }
}

/// The event that comes nearest to matching a pattern, and what it fails on.
struct NearMiss {
  var arrival: Arrival
  /// The first test that it fails; nil where it passes each alone and only not all together.
  var field: FieldTest?
  var reason: String

  init?(of pattern: EventPattern, among arrivals: [Arrival]) {
    var best: (failures: Int, arrival: Arrival, field: FieldTest?)?
    for branch in pattern.alternatives.prefix(16) {
      for arrival in arrivals.prefix(64) {
        let failed = branch.fields.filter { field in
          let alone = EventPattern(
            dialect: pattern.dialect, alternatives: [Conjunction(fields: [field])],
            range: field.range, byteCount: 0)
          return arrival.content.set.intersects(EventSet(alone)) == .no
        }
        let failures = failed.isEmpty ? branch.fields.count + 1 : failed.count
        if failures < best?.failures ?? .max {
          best = (failures, arrival, failed.min { $0.rank < $1.rank })
        }
      }
    }
    guard let best else { return nil }
    arrival = best.arrival
    field = best.field
    reason = Self.reason(best.field, best.arrival, arrivals)
  }

  private static func reason(
    _ field: FieldTest?, _ nearest: Arrival, _ arrivals: [Arrival]
  ) -> String {
    let event = nearest.content.event.map { "'\($0)'" } ?? "what is sent"
    guard let field else { return "\(event) never passes all of its tests at once" }
    let isOfAll = field.path == "source" || field.path == "detail-type"
    let senders = isOfAll ? arrivals : [nearest]
    let sent = Set(senders.flatMap { $0.content.shape?.strings(at: field.path) ?? [] }).sorted()
    let subject = isOfAll ? "no event" : event
    let verb = isOfAll ? "has" : "never has"
    let text = "\(subject) \(verb) such a '\(field.path)'"
    for case .equals(let wanted) in field.tests {
      if let near = didYouMean(wanted.description, in: sent) { return "\(text), \(near)" }
    }
    guard !sent.isEmpty else { return text }
    let shown = sent.prefix(4).map { "'\($0)'" }.joined(separator: ", ")
    return "\(text), only \(shown)\(sent.count > 4 ? ", …" : "")"
  }
}

extension FieldTest {
  /// A wrong source explains more than a wrong detail.
  fileprivate var rank: Int {
    switch path {
    case "source": 0
    case "detail-type": 1
    default: 2
    }
  }
}
