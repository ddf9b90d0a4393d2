package import Diagnostics
package import RoutingGraph
package import Topology

/// How much to say: `essential` only what is wrong or lost, `strict` everything.
package enum Profile: String, CaseIterable, Comparable, Sendable {
  case essential, recommended, strict

  package static func < (a: Profile, b: Profile) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .essential: 0
    case .recommended: 1
    case .strict: 2
    }
  }
}

/// All that a check may look at.
package struct CheckContext: Sendable {
  package let topology: Topology
  package let graph: RoutingGraph
  /// Which events take which route.
  package let flows: EventFlows
  /// The ways that lead events back to where they were.
  package let rings: [Ring]
  /// Quotas as AWS gives them, with what the user's account has been granted instead.
  package var limits: Limits

  package init(topology: Topology, graph: RoutingGraph, limits: Limits = Limits()) {
    self.topology = topology
    self.graph = graph
    flows = EventFlows(topology, graph: graph)
    rings = flows.rings()
    self.limits = limits
  }
}

/// A kind of finding that has a page in `rules/<category>/` and can be selected, ignored, explained.
package protocol FindingKind: Sendable {
  /// `category/name`, as in `# interlock:ignore loop/event-loop -- why`.
  static var id: String { get }
  /// The usual severity; a finding whose path makes it worse or milder says its own.
  static var severity: Severity { get }
  /// The lowest profile that reports it.
  static var profile: Profile { get }
  /// The first sentence of its page.
  static var summary: String { get }
}

extension FindingKind {
  package static var category: String { String(id.prefix { $0 != "/" }) }
}

/// One check: one file in `Rules/<category>/`, one page in `rules/<category>/`.
package protocol Rule: FindingKind {
  init()
  func check(_ context: CheckContext) -> [Diagnostic]
}
