import Diagnostics
import EventPattern
import RoutingGraph
import Topology

struct AWSSourceOnCustomBus: Rule {
  static let id = "structure/aws-source-on-custom-bus"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "Events of AWS services arrive on the default bus only."

  func check(_ context: CheckContext) -> [Diagnostic] {
    // Another stack may forward to a bus of an imported one.
    let severity = context.topology.isPartial ? Severity.warning : Self.severity
    return context.topology.buses.flatMap { bus in
      Self.lacksServiceEvents(bus, in: context)
        ? bus.rules.compactMap { check($0, of: bus, severity) } : []
    }
  }

  /// Whether events of AWS services cannot get there: no bus forwards to it, and no other account may.
  static func lacksServiceEvents(_ bus: Bus, in context: CheckContext) -> Bool {
    let graph = context.graph
    guard bus.id != .defaultBus, bus.generation == .classic, !bus.info.isExternal,
      !context.topology.isOpenToOthers(bus.id), let node = graph.index(of: bus.id)
    else { return false }
    return !graph.incoming[node].contains { index in
      let sender = graph.edges[index].from
      return graph.isBus(sender) || graph.nodes[sender].resource == nil
        || graph.nodes[sender].isExternal
    }
  }

  private func check(_ rule: RoutingRule, of bus: Bus, _ severity: Severity) -> Diagnostic? {
    guard rule.isEnabled, let pattern = rule.pattern?.pattern,
      let field = Self.serviceSource(of: pattern)
    else { return nil }
    return Self.finding(
      "rule '\(rule.name.value)' of '\(bus.id)' waits for events of AWS services,"
        + " which arrive on the default bus only",
      severity, at: field.range, about: bus.id,
      help: "move the rule to `bus/default`, or let a rule there forward to '\(bus.id)'")
  }

  /// The test on `source` where every branch of the pattern takes AWS services' own sources alone; a
  /// partner's (`aws.partner/…`) has a bus of its own.
  static func serviceSource(of pattern: EventPattern) -> FieldTest? {
    var found: FieldTest?
    for branch in pattern.alternatives {
      guard let field = branch.fields.first(where: { $0.path == "source" }),
        field.tests.allSatisfy({ $0.isServiceSource })
      else { return nil }
      found = found ?? field
    }
    return found
  }
}

extension ValueTest {
  fileprivate var isServiceSource: Bool {
    switch self {
    case .equals(let text), .exactly(let text), .prefix(let text, ignoreCase: false):
      text.description.hasPrefix("aws.") && !text.description.hasPrefix("aws.partner")
    default: false
    }
  }
}
