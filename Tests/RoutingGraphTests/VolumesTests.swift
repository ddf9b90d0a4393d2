import RoutingGraph
import Testing

@Suite("Volumes") struct VolumesTests {
  private static let source =
    "producers: {app: {kind: application, emits: [{to: function/f0, rate: 1/s}]}}"

  private func edge(_ line: String, in example: Example) throws -> Int {
    try #require(example.graph.edges.firstIndex { example.graph.line(of: $0) == line })
  }

  @Test func `a range of rates stays a range, and a peak is beside it`() throws {
    let example = Example(
      """
      producers:
        app:
          kind: application
          emits: [{to: queue/in, rate: {low: 1/s, expected: 2/s, high: 5/s}, peak: 4x}]
      queues: {in: {}}
      functions:
        work: {triggers: [{from: queue/in, batchSize: 10}], emits: [{to: table/t, ratio: 3}]}
      tables: {t: {}}
      """)
    let volumes = example.volumes
    let into = volumes.onEdge(try edge("function/work -emit-> table/t", in: example))
    let each = [into.low, into.expected, into.high, into.peak]
    for (found, wanted) in zip(each, [0.3, 0.6, 1.5, 2.4]) { #expect(abs(found - wanted) < 1e-12) }
    let work = try #require(example.graph.index(of: "function/work"))
    #expect(volumes.deliveries[work].expected == 2)
    #expect(volumes.invocations[work].expected == 0.2)
    #expect(volumes.assumptions == [])
    #expect(into.isComplete)
  }

  @Test func `fan-out is what rules deliver for each event that is sent`() throws {
    let shop = try #require(VolumeCase.all.first { $0.name.hasPrefix("fan-out") })
    let example = Example(shop.text)
    let amplification = try #require(example.volumes.amplification(in: example.graph))
    #expect(abs(amplification - 2.225) < 1e-12)
    #expect(
      Example("queues: {in: {}}").volumes.amplification(in: RoutingGraph(nodes: [], edges: []))
        == nil)
  }

  @Test func `what is not declared is said, and counts as nothing or as one a call`() throws {
    let example = Example(
      """
      producers: {app: {kind: application, emits: [{to: queue/in}, {to: queue/known, rate: 1/s}]}}
      queues: {in: {}, known: {}}
      functions:
        work: {triggers: [{from: queue/in}, {from: queue/known}], emits: [{to: table/t}]}
      tables: {t: {}}
      """)
    let volumes = example.volumes
    #expect(
      volumes.assumptions.map(\.message) == [
        "'producer/app' declares no rate for what it sends to 'queue/in', which counts as 0",
        "'function/work' sends 1 event for each call to 'table/t'",
      ])
    let into = volumes.onEdge(try edge("function/work -emit-> table/t", in: example))
    #expect((into.low, into.expected, into.high) == (0, 1, 1))
    #expect(!into.isComplete)
    #expect(volumes.onEdge(try edge("producer/app -emit-> queue/known", in: example)).isComplete)
  }

  @Test func `two fields give bounds, and a guess that is said to be one`() throws {
    let example = Example(
      """
      events:
        Parcel:
          source: p
          detailType: Parcel
          detail:
            type: object
            required: [a, b]
            properties: {a: {enum: [x, y], x-weights: {x: 3, y: 1}}, b: {enum: [x, y]}, c: {}}
      producers: {app: {kind: application, emits: [{event: Parcel, to: bus/main, rate: 1/s}]}}
      buses:
        main:
          rules:
            both: {pattern: {detail: {a: [x], b: [x]}}, targets: [{to: queue/in}]}
            open: {pattern: {detail: {a: [x], c: [x]}}, targets: [{to: queue/out}]}
      queues: {in: {}, out: {}}
      """)
    let volumes = example.volumes
    let both = volumes.onEdge(try edge("bus/main -rule(both)-> queue/in", in: example))
    #expect([both.low, both.expected, both.high] == [0.25, 0.375, 0.5])
    let open = volumes.onEdge(try edge("bus/main -rule(open)-> queue/out", in: example))
    #expect([open.low, open.expected, open.high] == [0, 0.75, 0.75])
    #expect(
      volumes.assumptions.map(\.message) == [
        "'bus/main' rule 'both' to 'queue/in': the fields of 'Parcel' that it tests are taken to have"
          + " nothing to do with each other",
        "'bus/main' rule 'open' to 'queue/out': the share of 'Parcel' that passes is not declared, the"
          + " most is taken",
      ])
  }

  @Test(arguments: [("1", 1.0), ("1.5", 1.5), ("20", 20.0)])
  func `a cycle that does not die out has no volume`(ratio: String, gain: Double) throws {
    let example = Example(
      """
      producers: {app: {kind: application, emits: [{to: queue/in, rate: 1/s}]}}
      queues: {in: {}}
      functions: {work: {triggers: [{from: queue/in}], emits: [{to: queue/in, ratio: \(ratio)}]}}
      """)
    let volumes = example.volumes
    let found = try #require(volumes.amplifications.first)
    #expect(found.nodes.map { example.graph.nodes[$0].label } == ["function/work"])
    #expect(abs(found.gain - gain) < 1e-6)
    #expect(!found.onlyAtWorst)
    #expect(volumes.onEdge(try edge("producer/app -emit-> queue/in", in: example)).expected == 1)
  }

  @Test func `two cycles that share a component add up`() throws {
    let example = Example(
      """
      producers: {app: {kind: application, emits: [{to: function/a, rate: 1/s}]}}
      functions:
        a: {emits: [{to: function/a, ratio: 0.25}, {to: function/b, ratio: 0.5}]}
        b: {emits: [{to: function/a, ratio: 0.5}]}
      """)
    let volumes = example.volumes
    let calls = ["function/a", "function/b"].compactMap { example.graph.index(of: $0) }
      .map { volumes.invocations[$0].expected }
    #expect(abs(calls[0] - 2) < 1e-12 && abs(calls[1] - 1) < 1e-12)
    #expect(volumes.amplifications.isEmpty)
  }

  @Test(arguments: [(20, "0.5", true), (20, "1", false), (400, "0.5", true), (400, "1", false)])
  func `a long ring is solved like a short one`(count: Int, ratio: String, diesOut: Bool) throws {
    var lines = [Self.source, "functions:"]
    for index in 0..<count {
      let share = index == 0 ? ratio : "1"
      let next = (index + 1) % count
      lines.append("  f\(index): {emits: [{to: function/f\(next), ratio: \(share)}]}")
    }
    let example = Example(lines.joined(separator: "\n"))
    let first = try #require(example.graph.index(of: "function/f0"))
    let volumes = example.volumes
    #expect(volumes.amplifications.isEmpty == diesOut)
    #expect(abs(volumes.invocations[first].expected - (diesOut ? 2 : 1)) < 1e-9)
  }

  @Test func `a chain of two thousand components needs no deep stack`() throws {
    let count = 2_000
    var lines = [Self.source, "functions:"]
    for index in 0..<count {
      lines.append("  f\(index): {emits: [{to: function/f\(index + 1), ratio: 1}]}")
    }
    lines.append("  f\(count): {}")
    let example = Example(lines.joined(separator: "\n"))
    let last = try #require(example.graph.index(of: "function/f\(count)"))
    #expect(example.volumes.invocations[last].expected == 1)
  }

  @Test func `a bound on steps is said, not hidden`() {
    let example = Example(
      """
      buses: {a: {rules: {r: {pattern: {source: [s]}, targets: [{to: queue/in}, {to: queue/out}]}}}}
      queues: {in: {}, out: {}}
      """)
    let flows = EventFlows(example.topology, graph: example.graph, stepLimit: 1)
    #expect(!flows.isComplete)
    #expect(flows.steps.count == 1)
    #expect(EventFlows(example.topology, graph: example.graph).isComplete)
  }
}
