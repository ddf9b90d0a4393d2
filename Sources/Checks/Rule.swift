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

  package init(topology: Topology, graph: RoutingGraph) {
    self.topology = topology
    self.graph = graph
  }
}

/// One check: one file in `Rules/<category>/`, one page in `rules/<category>/`.
package protocol Rule: Sendable {
  /// `category/name`, as in `# interlock:ignore loop/event-loop -- why`.
  static var id: String { get }
  static var severity: Severity { get }
  /// The lowest profile that runs it.
  static var profile: Profile { get }
  /// The first sentence of its page.
  static var summary: String { get }

  init()
  func check(_ context: CheckContext) -> [Diagnostic]
}
