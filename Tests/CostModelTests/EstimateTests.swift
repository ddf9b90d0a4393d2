import Diagnostics
import Foundation
import RoutingGraph
import Testing
import Topology
import YAMLTree

@testable import CostModel

@Suite struct EstimateTests {
  /// A fan-out whose bill is worked out by hand: ten million events a month of 3 KiB.
  static let fanOut = """
    account: "123456789012"
    region: us-east-1
    events:
      Placed: {source: shop, detailType: Placed, detail: {type: object, required: [amount], properties: {amount: {type: number, minimum: 0, maximum: 100}}}, size: 3KiB}
      Updated: {source: shop, detailType: Updated, size: 3KiB}
      Cancelled: {source: shop, detailType: Cancelled, size: 3KiB}
    producers:
      shop:
        emits:
          - {event: Placed, to: bus/orders, rate: 5M/month}
          - {event: Updated, to: bus/orders, rate: 4M/month}
          - {event: Cancelled, to: bus/orders, rate: 1M/month}
    buses:
      orders:
        rules:
          placed:
            pattern: {detail-type: [Placed]}
            targets: [{to: queue/a}, {to: function/n}]
          large:
            pattern: {detail-type: [Placed], detail: {amount: [{numeric: [">=", 75]}]}}
            targets: [{to: stateMachine/m, role: role/r}]
          all:
            pattern: {source: [shop]}
            targets: [{to: queue/f.fifo, messageGroupId: $.id}]
          cancelled:
            pattern: {detail-type: [Cancelled]}
            targets: [{to: destination/d, role: role/r}]
    queues:
      a: {}
      f.fifo: {fifo: true, contentBasedDeduplication: true}
    functions:
      n: {memory: 256MiB, duration: 80ms, architecture: arm64}
      s: {memory: 512MiB, duration: 200ms, triggers: [{from: queue/a, batchSize: 5}]}
      o: {triggers: [{from: queue/f.fifo, batchSize: 10}]}
    stateMachines:
      m: {transitions: 6}
    destinations:
      d: {endpoint: "https://example.com", connection: {authorization: apiKey}}
    roles:
      r: {trust: [], policy: []}
    """

  @Test(arguments: [
    ("bus/orders", "eventbridge.put.custom", "10.00"),
    ("bus/orders", "eventbridge.apiDestination", "0.20"),
    ("queue/a", "sqs.standard", "2.80"),
    ("queue/f.fifo", "sqs.fifo", "6.00"),
    ("function/n", "lambda.request", "1.00"),
    ("function/n", "lambda.duration.arm", "1.33"),
    ("function/s", "lambda.request", "0.20"),
    ("function/s", "lambda.duration.x86", "1.67"),
    ("stateMachine/m", "sfn.standard.transition", "187.50"),
  ])
  func fanOutByHand(resource: String, dimension: String, dollars: String) throws {
    let report = try Self.report(Self.fanOut, "aws-us-east-1")
    let line = try #require(
      report.lines.first { $0.resource?.description == resource && $0.dimension == dimension })
    #expect(Self.cents(line.amount.expected) == Decimal(string: dollars))
  }

  /// 15M messages, 6.2M calls (o has no batch filled from elsewhere: 1M), 17.25M rule matches.
  @Test(arguments: [
    ("sqs.message", "7.50"), ("lambda.request", "1.40"), ("eventbridge.rule", "8.63"),
  ])
  func fanOutOnPaper(dimension: String, dollars: String) throws {
    let report = try Self.report(Self.fanOut, "paper-2024")
    let lines = report.lines.filter { $0.dimension == dimension }
    #expect(Self.cents(lines.reduce(0) { $0 + $1.amount.expected }) == Decimal(string: dollars))
    #expect(report.unpriced.contains { $0.resource?.description == "stateMachine/m" })
  }

  /// A million events of 1 KiB, of which one in four is large: 0.2384 of 0.9537 GiB.
  @Test(arguments: [
    ("{}", "0.9537"), ("{pattern: {source: [shop]}}", "0.9537"),
    ("{pattern: {detail: {size: [large]}}}", "0.2384"),
    ("{pattern: {detail: {size: [{anything-but: large}]}}}", "0.7153"),
    ("{pattern: {source: [market]}}", "0"),
  ])
  func archivesKeepWhatTheirPatternTakes(archive: String, gibibytes: String) throws {
    let report = try Self.report(
      """
      account: "123456789012"
      region: us-east-1
      events:
        Placed:
          source: shop
          detailType: Placed
          size: 1KiB
          detail: {type: object, required: [size], properties: {size: {enum: [large, small], x-weights: {large: 1, small: 3}}}}
      producers: {shop: {emits: [{event: Placed, to: bus/b, rate: 1M/month}]}}
      buses: {b: {archive: \(archive), rules: {}}}
      """, "aws-us-east-1")
    let line = report.lines.first { $0.dimension == "eventbridge.archive.process" }
    let quantity = line?.quantity.expected ?? 0
    #expect(abs(quantity - (Decimal(string: gibibytes) ?? -1)) < Decimal(string: "0.0001") ?? 0)
    let isSaid = report.assumptions.contains { $0.contains("what its archive's pattern takes") }
    #expect(isSaid == (archive != "{}"))
  }

  @Test func rangesFollowTheDeclaredRates() throws {
    let report = try Self.report(
      """
      account: "123456789012"
      region: us-east-1
      events: {E: {source: s, detailType: t, size: {min: 1KiB, mean: 50KiB, max: 100KiB}}}
      producers: {p: {emits: [{event: E, to: bus/b, rate: {low: 1M/month, expected: 2M/month, high: 4M/month}}]}}
      buses: {b: {rules: {}}}
      """, "aws-us-east-1")
    let total = report.total
    #expect([total.low, total.expected, total.high].map(Self.cents) == [1, 2, 8])
  }

  @Test func whatIsDeclaredElsewhereIsBilledElsewhere() throws {
    let report = try Self.report("keys: {mine: {}, theirs: {external: true}}", "aws-us-east-1")
    #expect(report.lines.map { $0.resource?.description } == ["key/mine"])
  }

  @Test func assumptionsAreSaid() throws {
    let report = try Self.report(
      """
      account: "123456789012"
      region: us-east-1
      events: {E: {source: s, detailType: t}}
      producers: {p: {emits: [{event: E, to: function/f, rate: 1M/month}]}}
      functions: {f: {}}
      """, "aws-us-east-1")
    #expect(report.assumptions.contains("counted as 1 KiB each: 'E'"))
    #expect(
      report.assumptions.contains(
        "function/f: no 'duration' is declared, so its GB-seconds are not counted"))
  }

  static func report(_ yaml: String, _ model: String) throws -> CostReport {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "t.yaml", bytes: Array(yaml.utf8))
    let tree = try #require(YAMLTree.read(file, id: FileID(0), diagnostics: &diagnostics))
    let topology = Topology.read(tree.documents, diagnostics: &diagnostics)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    let graph = RoutingGraph(topology)
    let volumes = Volumes(EventFlows(topology, graph: graph), topology)
    return CostReport.estimate(
      topology, graph: graph, volumes: volumes, model: try #require(PriceModel.builtIn(model)))
  }

  static func cents(_ value: Decimal) -> Decimal {
    var exact = value
    var rounded = Decimal()
    unsafe NSDecimalRound(&rounded, &exact, 2, .plain)
    return rounded
  }
}
