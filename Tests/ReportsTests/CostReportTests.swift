import CostModel
import FoundationEssentials
import Testing
import Topology

@testable import Reports

@Suite("Cost reports")
struct CostReportTests {
  static let report = CostReport(
    model: "test-model", asOf: "2026-10-08", notes: ["flat: one price a dimension"],
    lines: [
      line("queue/orders", "SQS", "requests", "61320000", "0.40", ("12.264", "24.528", "61.32")),
      line("bus/shop", "EventBridge", "events in, 64 KiB each", "61320000", "1.00",
        ("30.66", "61.32", "153.3")),
      line("bus/shop", "EventBridge", "archive", "0.3", "0.10", ("0.001", "0.004", "0.005")),
    ],
    unpriced: [.init(resource: ResourceID(.api, "shop"), what: "no price that could be verified")],
    assumptions: ["'OrderPlaced' has no size: 1 KiB assumed"])

  private static func line(
    _ id: String, _ service: String, _ summary: String, _ quantity: String, _ price: String,
    _ amount: (String, String, String)
  ) -> CostLine {
    let kind = id.hasPrefix("queue") ? ResourceKind.queue : .bus
    return CostLine(
      resource: ResourceID(kind, String(id.split(separator: "/")[1])), service: service,
      dimension: "x.y", summary: summary, quantity: Spread(decimal(quantity)),
      unit: "million \"units\"", unitPrice: price,
      amount: Spread(low: decimal(amount.0), expected: decimal(amount.1), high: decimal(amount.2)))
  }

  private static func decimal(_ text: String) -> Decimal { Decimal(string: text) ?? 0 }

  @Test("every format has its golden", arguments: CostFormat.allCases)
  func golden(_ format: CostFormat) throws {
    try expectGolden(format.render(Self.report), "cost.\(format.rawValue)")
  }

  @Test(
    "money is rounded half up, never to nought",
    arguments: [
      ("0", "0.00"), ("0.004", "<0.01"), ("0.005", "0.01"), ("1.005", "1.01"), ("9.995", "10.00"),
      ("999.999", "1,000.00"), ("1234567.891", "1,234,567.89"), ("0.0000004", "<0.01"),
      ("-3.5", "-3.50"), ("100", "100.00"),
    ])
  func money(_ value: String, _ expected: String) {
    #expect(Self.decimal(value).money == expected)
  }

  @Test(
    "counts are short",
    arguments: [
      ("0.25", "0.25"), ("420", "420"), ("9999", "9,999"), ("12345", "12.3 k"),
      ("61320000", "61.3 M"), ("1500000000", "1.5 G"),
    ])
  func compact(_ value: String, _ expected: String) {
    #expect(Self.decimal(value).compact == expected)
  }
}
