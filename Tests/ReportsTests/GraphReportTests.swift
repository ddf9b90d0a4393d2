import Diagnostics
import EventPattern
import Foundation
import RoutingGraph
import Testing
import Topology

@testable import Reports

@Suite("Graph reports")
struct GraphReportTests {
  /// `producer -> bus -> queue -> function`, a dead-letter queue, something outside, a lone role.
  private static let sample = Sample(
    ("shop.yaml", "producers: app\nbuses: shop\nqueues: orders lost\nfunctions: pack\nroles: r\n"))

  private static func node(_ kind: ResourceKind, _ name: String) -> RoutingGraph.Node {
    RoutingGraph.Node(
      label: "\(kind.rawValue)/\(name)", resource: ResourceID(kind, name),
      range: sample.range(of: name))
  }

  private static let pattern = EventPattern(
    dialect: .eventBridge,
    alternatives: [
      Conjunction(fields: [
        FieldTest(
          path: "detail.weight",
          tests: [
            .numeric(.init(lower: .init(1, isIncluded: true), upper: .init(30, isIncluded: false)))
          ], range: sample.range(of: "shop")),
        FieldTest(
          path: "source", tests: [.prefix("shop.", ignoreCase: false)],
          range: sample.range(of: "shop")),
      ])
    ], range: sample.range(of: "shop"), byteCount: 2)

  static let report: GraphReport = {
    var emit = RoutingGraph.Edge(from: 1, to: 0, kind: .emit, range: sample.range(of: "app"))
    emit.event = "OrderPlaced"
    var rule = RoutingGraph.Edge(from: 0, to: 3, kind: .rule, range: sample.range(of: "orders"))
    rule.via = "light \"parcels\""
    rule.pattern = .known(pattern)
    rule.deadLetter = Reference(.resource(ResourceID(.queue, "lost")), sample.range(of: "lost"))
    var lost = RoutingGraph.Edge(from: 0, to: 4, kind: .deadLetter, range: sample.range(of: "lost"))
    lost.via = rule.via
    let read = RoutingGraph.Edge(from: 3, to: 2, kind: .trigger, range: sample.range(of: "pack"))
    var off = RoutingGraph.Edge(from: 0, to: 6, kind: .rule, range: sample.range(of: "shop"))
    off.via = "out"
    off.isEnabled = false
    let outside = RoutingGraph.Node(label: "https://x.example/<h>", resource: nil, range: nil)
    let graph = RoutingGraph(
      nodes: [
        node(.bus, "shop"), node(.producer, "app"), node(.function, "pack"), node(.queue, "orders"),
        node(.queue, "lost"), node(.role, "r"), outside,
      ], edges: [emit, rule, lost, read, off])
    return GraphReport(graph, sources: sample.sources)
  }()

  @Test("every format has its golden", arguments: GraphFormat.allCases)
  func golden(_ format: GraphFormat) throws {
    try expectGolden(Self.report.render(format), "graph.\(format.rawValue)")
  }

  @Test("the focus keeps what is near, whichever way the routes go")
  func focus() throws {
    let part = Self.report.focused(on: 3, depth: 1).json
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(part.utf8)) as? [String: Any])
    let nodes = try #require(parsed["nodes"] as? [[String: Any]])
    #expect(nodes.compactMap { $0["id"] as? String } == ["bus/shop", "function/pack", "queue/orders"])
    #expect((parsed["edges"] as? [Any])?.count == 2)
    #expect(Self.report.focused(on: 3, depth: 0).edges.isEmpty)
    #expect(Self.report.focused(on: 3, depth: 9).nodes.count == 6)
  }

  @Test("a pattern keeps its meaning in JSON", arguments: patterns)
  func patternJSON(_ fields: [FieldTest], _ json: String) {
    let pattern = EventPattern(
      dialect: .eventBridge, alternatives: [Conjunction(fields: fields)],
      range: Self.sample.range(of: "shop"), byteCount: 0)
    #expect(pattern.json == json)
  }

  private static func field(_ path: UTF8Text, _ tests: ValueTest...) -> FieldTest {
    FieldTest(path: path, tests: tests, range: sample.range(of: "shop"))
  }

  static let patterns: [([FieldTest], String)] = [
    (
      [field("a.b", .equals("x"), .number(.init(text: "1.0", value: 1)))], #"{"a":{"b":["x",1.0]}}"#
    ),
    ([field("a", .null, .boolean(true)), field("a.b", .exists(false))],
      #"{"a":[null,true],"a.b":[{"exists":false}]}"#),
    ([field("a.b", .exists(true)), field("a.c", .exists(true))],
      #"{"a":{"b":[{"exists":true}],"c":[{"exists":true}]}}"#),
    ([field("a", .prefix("p", ignoreCase: true))],
      #"{"a":[{"prefix":{"equals-ignore-case":"p"}}]}"#),
    ([field("a", .wildcard(Wildcard(runs: ["a*", "b\\"])))], #"{"a":[{"wildcard":"a\\**b\\\\"}]}"#),
    ([field("a", .anythingBut(.suffix(["x", "y"])))],
      #"{"a":[{"anything-but":{"suffix":["x","y"]}}]}"#),
    (
      [
        field(
          "a",
          .numeric(.init(lower: .init(5, isIncluded: true), upper: .init(5, isIncluded: true))))
      ], #"{"a":[{"numeric":["=",5]}]}"#
    ),
    ([field("a", .numeric(.init(lower: .init(0.5, isIncluded: false), upper: nil)))],
      #"{"a":[{"numeric":[">",0.5]}]}"#),
  ]
}
