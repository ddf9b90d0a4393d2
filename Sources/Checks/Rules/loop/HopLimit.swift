import Diagnostics
import EventPattern
import RoutingGraph
import Topology

struct HopLimit: Rule {
  static let id = "loop/hop-limit"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A bus does not hand on what another bus handed to it: the event is lost."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let flows = context.flows
    let inRings = Set(
      context.rings.filter { RingStory($0, in: context).kind == .buses }.flatMap(\.edges))
    var told: Set<[Int]> = []
    return flows.steps.indices.compactMap { index in
      let step = flows.steps[index]
      guard step.isLost, !step.isFailure, !step.certainty.isUnknown, !inRings.contains(step.edge),
        let parent = step.parent, !flows.steps[parent].isLost,
        told.insert([flows.steps[parent].edge, step.edge]).inserted
      else { return nil }
      return finding(context, hop: flows.steps[parent].edge, refused: index)
    }
  }

  private func finding(_ context: CheckContext, hop: Int, refused: Int) -> Diagnostic {
    let graph = context.graph
    let step = context.flows.steps[refused]
    let (first, second) = (graph.edges[hop], graph.edges[step.edge])
    let path = [first.from, second.from, second.to].map { graph.nodes[$0].label }
    var finding = Self.finding(
      "'\(path[1])' does not hand on to '\(path[2])' what it has from '\(path[0])':"
        + " EventBridge delivers an event from bus to bus once",
      at: second.range, edge: .init(from: path[1], rule: second.via, to: path[2]),
      related: [.init(HopStory(first, in: graph).sentence, at: first.range)],
      help:
        "forward from '\(path[0])' to '\(path[2])' directly, or send a new event from a function")
    finding.path = path
    finding.witness = step.content.set.confirmedWitness
    return finding
  }
}
