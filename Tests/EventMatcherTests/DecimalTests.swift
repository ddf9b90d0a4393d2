import PatternOracle
import Testing

@testable import EventMatcher

@Suite("Decimal numbers and their doubles")
struct DecimalTests {
  static let texts = [
    "0", "-0", "0.0", "1", "0.1", "0.30000000000000004", "123456789012345678", "9007199254740993",
    "9007199254740992", "9007199254740991", "1e22", "1e23", "8.5e22", "1.7976931348623157e308",
    "1.7976931348623158e308", "1.7976931348623159e308", "1e309", "4.9e-324", "2.4703282292062327e-324",
    "2.4703282292062328e-324", "2.2250738585072014e-308", "2.2250738585072011e-308", "1e-400",
    String(repeating: "17976931348623157", count: 18) + "000", String(repeating: "9", count: 900),
    "0." + String(repeating: "0", count: 90) + "1",
    "100000000000000016777215", "100000000000000016777216",
    "9007199254740993.00000000000000000000000000001",
    "0.5" + String(repeating: "0", count: 79) + "1e-323",
  ]

  @Test(arguments: texts) func areRoundedToTheNearestDouble(text: String) throws {
    let expected = try #require(Double(text))
    #expect(double(text).bitPattern == expected.bitPattern)
  }

  @Test func areRoundedAsTheStandardLibraryDoes() {
    var random = PatternGenerator(seed: 1)
    for _ in 0..<3000 {
      let double = Double(bitPattern: random.next())
      guard double.isFinite else { continue }
      let digits = String(random.next())
      let exponent = Int.random(in: -345...300, using: &random)
      let text = "\(digits).\(digits)e\(exponent)"
      #expect(self.double(text) == Double(text), "\(text)")
      #expect(self.double("\(double)") == double)
      let near = "\(digits)e\(Int.random(in: -30...30, using: &random))"
      #expect(self.double(near) == Double(near), "\(near)")
    }
  }

  @Test(arguments: [
    ("300", true), ("9007199254740993", false), ("9007199254740992", true),
    ("100000000000000000000000", true), ("123456789012345678901234567890", false),
    ("12345678901234567", false), ("12345678901234568", true), ("-0", true), ("1e400", false),
  ]) func areComparedOnlyIfTheirDoubleIsExact(text: String, isComparable: Bool) {
    let bytes = Array(text.utf8) + [0]
    let end = text.utf8.count
    let number = bytes.withBytes { Decimal($0, 0, end).comparable($0, 0, end) }
    #expect((number != nil) == isComparable)
  }

  private func double(_ text: String) -> Double {
    let bytes = Array(text.utf8) + [0]
    let end = text.utf8.count
    return bytes.withBytes { Decimal($0, 0, end).value($0, 0, end) }
  }
}
