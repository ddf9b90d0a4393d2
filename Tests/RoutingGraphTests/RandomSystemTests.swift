import RoutingGraph
import Testing

/// Flows and rings against a system followed event by event.
@Suite("Systems made by chance") struct RandomSystemTests {
  static let seeds = Array(UInt64(1)...25)

  @Test(arguments: seeds)
  func `every rule carries what reaches it, and nothing else`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let system = RandomSystem(using: &random)
    let example = Example(system.text)
    var expected: Set<String> = []
    let emitted =
      system.sources.map { ($0.type, $0.bus) }
      + system.functions.flatMap { $0 }.map { ($0.type, $0.bus) }
    for (type, bus) in emitted {
      for value in system.types[type] {
        system.follow(type: type, value: value, bus: bus) { bus, rule in
          expected.insert("b\(bus) r\(rule) T\(type)")
        }
      }
    }
    let flows = example.flows
    var found: Set<String> = []
    for step in flows.steps where !step.isLost {
      let edge = example.graph.edges[step.edge]
      guard let event = flows.flows[step.flow].content.event, let rule = edge.via else { continue }
      found.insert("\(example.graph.nodes[edge.from].label.dropFirst(4)) \(rule) \(event)")
    }
    #expect(found == expected, "seed \(seed)\n\(system.text)")
  }

  @Test(arguments: seeds)
  func `a function is on a ring if it can get its own events`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let system = RandomSystem(using: &random)
    let example = Example(system.text)
    var next = Array(repeating: Set<Int>(), count: system.functions.count)
    for (function, emissions) in system.functions.enumerated() {
      for emission in emissions {
        for value in system.types[emission.type] {
          system.follow(type: emission.type, value: value, bus: emission.bus) { bus, rule in
            if case .function(let reached) = system.buses[bus][rule].target {
              next[function].insert(reached)
            }
          }
        }
      }
    }
    for _ in next { next = next.map { $0.reduce(into: $0) { $0.formUnion(next[$1]) } } }
    let expected = Set(next.indices.filter { next[$0].contains($0) }.map { "function/f\($0)" })
    let labels = example.flows.rings().flatMap { $0.nodes(in: example.graph) }
      .map { example.graph.nodes[$0].label }
    let found = Set(labels.filter { $0.hasPrefix("function/") })
    #expect(found == expected, "seed \(seed)\n\(system.text)")
  }
}
