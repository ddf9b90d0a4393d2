import Diagnostics
import Foundation
import Testing
import Topology

@testable import CostModel

@Suite struct PriceModelTests {
  @Test(arguments: ["aws-us-east-1", "paper-2024"])
  func builtInModelsRead(name: String) throws {
    let model = try #require(PriceModel.builtIn(name))
    #expect(model.name == name)
    #expect(Set(model.dimensions.map(\.id)).count == model.dimensions.count)
    for dimension in model.dimensions where dimension.isCharged {
      #expect(!dimension.sources.isEmpty, "\(dimension.id)")
      for source in dimension.sources { #expect(model.sources[source] != nil, "\(source)") }
    }
  }

  @Test func theTwoModelsAreInTheBinary() {
    #expect(PriceModel.builtInNames == ["aws-us-east-1", "paper-2024"])
    #expect(PriceModel.builtIn("aws-mars-1") == nil)
  }

  /// The paper's table, figure by figure.
  @Test(arguments: [
    ("s3.standard.storage", "1", "0.023"), ("sqs.messages", "1000000", "0.50"),
    ("sns.notifications", "1000000", "0.50"), ("lambda.request", "1000000", "0.20"),
    ("dynamodb.storage", "1", "0.25"), ("kinesis.processed", "1", "1.00"),
    ("eventbridge.rule.match", "1000000", "0.50"), ("cloudwatch.datapoints", "1000000", "0.10"),
  ])
  func paperPrices(meter: String, quantity: String, dollars: String) throws {
    let model = try #require(PriceModel.builtIn("paper-2024"))
    #expect(model.isFlat)
    #expect(total(model, [(meter, quantity)]) == Decimal(string: dollars))
  }

  /// Examples that AWS publishes, within the cent that it rounds by.
  @Test(arguments: [
    ("Lambda, 7.44M x 2 s x 1 GB",
     [("lambda.request", "7440000"), ("lambda.duration.x86", "14880000")], "249.49"),
    ("EventBridge, 5M custom events", [("eventbridge.put.custom", "5000000")], "5.00"),
    ("Pipes, 0.5M requests", [("eventbridge.pipe.request", "500000")], "0.20"),
    ("API destinations, 2M", [("eventbridge.apiDestination", "2000000")], "0.40"),
    ("Step Functions express, 1M x 30 s x 64 MB",
     [("sfn.express.request", "1000000"), ("sfn.express.duration", "1875000")], "32.26"),
    ("HTTP API, 432M calls", [("apigw.http", "432000000")], "418.80"),
    ("Kinesis, 4 shards for 31 days",
     [("kinesis.shardHour", "2976"), ("kinesis.putUnit", "535680000")], "52.14"),
    ("CloudWatch, 70 metrics", [("cloudwatch.metric", "70")], "21.00"),
  ])
  func publishedExamples(name: String, usage: [(String, String)], dollars: String) throws {
    let model = try #require(PriceModel.builtIn("aws-us-east-1"))
    let difference = total(model, usage) - (Decimal(string: dollars) ?? 0)
    #expect(abs(difference) <= Decimal(string: "0.01")!, "\(name): off by \(difference)")
  }

  @Test func tiersTakeEachTheirPartAndAreSharedOutProRata() throws {
    let model = try #require(PriceModel.builtIn("aws-us-east-1"))
    let billion: Decimal = 1_000_000_000
    let usages = [
      Usage(ResourceID(.queue, "a"), "sqs.standard", Spread(60 * billion)),
      Usage(ResourceID(.queue, "b"), "sqs.standard", Spread(180 * billion)),
    ]
    let (lines, unpriced) = model.price(usages)
    // 100B x 0.40 + 100B x 0.30 + 40B x 0.24 per million.
    #expect(lines.map(\.amount.expected) == [19_900, 59_700])
    #expect(unpriced.isEmpty)
  }

  @Test func whatHasNoPriceIsListedAndNotNought() throws {
    let model = try #require(PriceModel.builtIn("aws-us-east-1"))
    let usages = [
      Usage(ResourceID(.deliveryStream, "a"), "firehose.gb", Spread(10)),
      Usage(ResourceID(.cluster, "c"), "msk.m7g.large", Spread(730)),
      Usage(ResourceID(.queue, "idle"), "sqs.standard", Spread(0)),
    ]
    let (lines, unpriced) = model.price(usages)
    #expect(lines.isEmpty)
    #expect(unpriced.map { "\($0.resource!): \($0.what)" }.sorted() == [
      "cluster/c: broker hours, kafka.m7g.large: no price that could be verified",
      "deliveryStream/a: 'aws-us-east-1' has no price for it",
    ])
  }

  private func total(_ model: PriceModel, _ usage: [(String, String)]) -> Decimal {
    let resource = ResourceID(.function, "f")
    let usages = usage.map { Usage(resource, $0.0, Spread(Decimal(string: $0.1)!)) }
    return model.price(usages).lines.reduce(0) { $0 + $1.amount.expected }
  }
}
