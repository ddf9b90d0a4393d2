import Diagnostics
import RoutingGraph
import Topology

/// Rings that die out one by one and yet grow together.
struct Amplification: Rule {
  static let id = "loop/amplification"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A cycle of several ways sends on at least as many events as it receives."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let stories = context.rings.map { RingStory($0, in: context) }
    let decaying = stories.filter { $0.kind == .decaying && $0.ring.certainty.isCertain }
    guard decaying.count > 1 else { return [] }
    let volumes = Volumes(context.flows, context.topology)
    return volumes.amplifications.filter { !$0.onlyAtWorst }.compactMap { found in
      let members = Set(found.nodes)
      let inside = stories.filter { !members.isDisjoint(with: $0.ring.nodes(in: context.graph)) }
      guard let first = inside.first, inside.count > 1,
        inside.allSatisfy({ $0.kind == .decaying && $0.ring.certainty.isCertain })
      else { return nil }
      return finding(first, inside, gain: found.gain)
    }
  }

  private static func others(_ count: Int) -> String {
    count == 1 ? "another ring" : "\(count) other rings"
  }

  private func finding(_ first: RingStory, _ all: [RingStory], gain: Double) -> Diagnostic {
    let hundredths = Int((gain * 100).rounded())
    var finding = first.finding(
      Self.self,
      "100 events become \(hundredths) with each turn: \(first.way), and \(Self.others(all.count - 1))",
      help: "the ratios of the rings add up to 1 or more, so volumes grow without bound: lower one")
    finding.related = all.dropFirst().map {
      .init("another of the rings: \($0.way)", at: $0.context.graph.edges[$0.ring.edges[0]].range)
    }
    return finding
  }
}
