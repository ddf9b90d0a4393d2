import RoutingGraph
import Testing

/// Flows, rings and volumes against a system followed event by event.
@Suite("Systems made by chance") struct RandomSystemTests {
  static let seeds = Array(UInt64(1)...25)

  @Test(arguments: seeds) func `every rule carries what reaches it, and nothing else`(seed: UInt64)
  {
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

  @Test(arguments: seeds) func `a function is on a ring if it can get its own events`(seed: UInt64)
  {
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
    #expect(
      Set(labels.filter { $0.hasPrefix("function/") }) == expected, "seed \(seed)\n\(system.text)")
  }

  @Test(arguments: seeds) func `volumes are what the events add up to`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let system = RandomSystem(using: &random)
    let example = Example(system.text)
    var calls = system.functions.map { _ in 0.0 }
    var rules = system.buses.map { $0.map { _ in 0.0 } }
    for _ in 0..<60 {
      var counts = system.buses.map { $0.map { _ in 0.0 } }
      func send(_ type: Int, _ bus: Int, _ count: Double) {
        let part = count / Double(system.types[type].count)
        for value in system.types[type] {
          system.follow(type: type, value: value, bus: bus) { counts[$0][$1] += part }
        }
      }
      for source in system.sources { send(source.type, source.bus, Double(source.count)) }
      for (function, emissions) in system.functions.enumerated() {
        for emission in emissions {
          send(emission.type, emission.bus, calls[function] * Double(emission.ratio) / 1000)
        }
      }
      rules = counts
      calls = calls.indices.map { function in
        zip(system.buses, counts).reduce(0) { sum, pair in
          sum
            + zip(pair.0, pair.1).reduce(0) { $1.0.target == .function(function) ? $0 + $1.1 : $0 }
        }
      }
    }
    let volumes = example.volumes
    for (index, edge) in example.graph.edges.enumerated() where edge.kind == .rule {
      let bus = Int(example.graph.nodes[edge.from].label.dropFirst(5)) ?? 0
      let rule = Int(edge.via?.dropFirst() ?? "") ?? 0
      let found = volumes.onEdge(index).perMonth.expected
      let wanted = rules[bus][rule]
      #expect(
        abs(found - wanted) <= 1e-6 * max(1, wanted),
        "seed \(seed), b\(bus) r\(rule)\n\(system.text)")
    }
  }
}
