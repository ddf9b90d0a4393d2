import Diagnostics
import Testing

@testable import CostModel

@Suite struct PriceModelReadingTests {
  static let head = "name: mine\ndimensions:\n"

  @Test func aUsersModelReads() throws {
    let text = Self.head + "  - {id: sqs.standard, service: SQS, unit: request, tiers: [{usd: 0.0000004}]}"
    let (model, diagnostics) = PriceModel.read(
      SourceFile(path: "mine.yaml", bytes: Array(text.utf8)), id: FileID(0))
    #expect(diagnostics.isEmpty)
    #expect(try #require(model).dimensions.first?.meter == "sqs.standard")
  }

  @Test(arguments: [
    ("", "the price model's file is empty"),
    ("[]", "a price model is a mapping with 'name' and 'dimensions'"),
    ("dimensions: []", "'name' is missing"),
    ("name: x", "a price model needs a list 'dimensions'"),
    ("name: x\ncurrency: EUR\ndimensions: []", "prices are read in USD only, not 'EUR'"),
    ("name: x\ndimension: []\ndimensions: []",
     "unknown key 'dimension' in a price model: did you mean 'dimensions'?"),
    (head + "  - {id: a, service: S, unit: u, tiers: [{usd: cheap}]}",
     "expected a plain decimal number, not 'cheap'"),
    (head + "  - {id: a, service: S, unit: u, tiers: [{usd: -1}]}",
     "expected a plain decimal number, not '-1'"),
    (head + "  - {id: a, service: S, unit: u, tiers: [{upTo: 5, usd: 1}]}",
     "the last tier has no 'upTo': its price holds for all that is left"),
    (head + "  - {id: a, service: S, unit: u, tiers: [{upTo: 5, usd: 1}, {upTo: 4, usd: 1}, {usd: 1}]}",
     "tiers rise: 4 is not above 5"),
    (head + "  - {id: a, service: S, unit: u, grade: Z, tiers: [{usd: 1}]}",
     "a grade is 'A', 'B', 'C' or 'none', not 'Z'"),
    (head + "  - {id: a, service: S, unit: u, per: 0, tiers: [{usd: 1}]}",
     "'per' must be above nought"),
  ])
  func mistakes(text: String, message: String) {
    let (model, diagnostics) = PriceModel.read(
      SourceFile(path: "mine.yaml", bytes: Array(text.utf8)), id: FileID(0))
    #expect(model == nil)
    #expect(diagnostics.map(\.message).contains(message), "\(diagnostics.map(\.message))")
  }
}
