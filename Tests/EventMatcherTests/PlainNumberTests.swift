import PatternOracle
import Testing

@testable import EventMatcher

@Suite("Numbers of up to 19 digits without an exponent")
struct PlainNumberTests {
  /// Texts that begin with such a number, with the length of the number; 0 where there is none.
  @Test(arguments: [
    ("0", 1), ("-0", 2), ("0.0", 3), ("-122.41234567890123", 19), ("37.7", 4), ("7,", 1), ("7]", 1),
    ("999999999999999", 15), ("1000000000000000", 0), ("0.000000000000000001", 20),
    ("0.0000000000000000001", 0), ("123456789012345678.9", 20), ("1234567890123456789.1", 0),
    ("1.123456789012345678", 20), ("1.1234567890123456789", 0), ("1e5", 0), ("1.5E5", 0),
    ("01", 0), ("00.5", 0), ("1.", 0), (".5", 0), ("-", 0), ("-.5", 0), ("--1", 0), ("+1", 0),
    ("", 0), ("true", 0), ("1.2.3", 3), ("12345678901234567890123456789012345678901234567890", 0),
  ]) func areFound(text: String, length: Int) {
    #expect(padded(text) { $0.plainNumber(1).end } == (length == 0 ? 0 : 1 + length))
  }

  /// Random ones of every length of both parts, with runs of nines and zeros.
  @Test func areTheDoublesOfLongDivision() {
    var random = PatternGenerator(seed: 2)
    for whole in 1...15 {
      for fraction in 0...19 - whole {
        for _ in 0..<30 { expectAgreement(Self.number(whole, fraction, &random)) }
      }
    }
  }

  /// What lies half-way between two doubles, and one in the last place beside it.
  @Test func areRoundedWhereTwoDoublesAreEquallyNear() {
    var random = PatternGenerator(seed: 3)
    for round in 0..<600 {
      // An odd number of 54 bits is half-way; over 2 to the n it has n digits behind the point.
      let n = 1 + round % 3
      let bits = random.next() &>> 10 | 1 &<< 53 | 1
      let digits = bits * [5, 25, 125][n - 1]
      for near in digits - 1...digits + 1 { expectAgreement(Self.text(near, fraction: n)) }
    }
  }

  /// Every reciprocal is the largest that is not too large.
  @Test func areMultipliedByReciprocalsThatAreCutOff() {
    for n in 1...ShortQuotient.reach {
      let five = (0..<n).reduce(UInt64(1)) { power, _ in power * 5 }
      let bits = 64 - five.leadingZeroBitCount
      #expect(ShortQuotient.bitCount(n) == bits)
      let dividend = UInt128(1) << UInt128(63 + bits)
      #expect(UInt128(ShortQuotient.reciprocals[n]) == dividend / UInt128(five))
    }
  }

  /// Digits of all lengths over all powers of ten: where the reciprocal decides, it decides right.
  @Test func areEstimatedRight() {
    var random = PatternGenerator(seed: 4)
    var decided = 0
    for n in 1...ShortQuotient.reach {
      for bits in 1...64 {
        let digits = random.next() &>> UInt64(64 - bits) | 1
        guard let estimate = ShortQuotient.estimated(digits, n) else { continue }
        decided += 1
        #expect(estimate == Double("\(digits)e-\(n)"), "\(digits)e-\(n)")
      }
    }
    #expect(decided > 1600)
  }

  private static func number(_ whole: Int, _ fraction: Int, _ random: inout PatternGenerator)
    -> String
  {
    let pool = [Array("0123456789"), Array("09"), Array("9")].randomElement(using: &random)!
    var digits = (0..<whole + fraction).map { _ in pool.randomElement(using: &random)! }
    if whole > 1, digits[0] == "0" { digits[0] = "1" }
    let point = fraction > 0 ? "." : ""
    let sign = Bool.random(using: &random) ? "-" : ""
    return sign + String(digits[..<whole]) + point + String(digits[whole...])
  }

  private static func text(_ digits: UInt64, fraction: Int) -> String {
    let text = String(digits)
    return "\(text.dropLast(fraction)).\(text.suffix(fraction))"
  }

  /// The same double as by long division and by the standard library, bit by bit.
  private func expectAgreement(_ text: String) {
    let (value, exact) = padded(text) { bytes in
      let end = 1 + text.utf8.count
      let decimal = Decimal(bytes, 1, end)
      let exact = decimal.digits == 0 ? 0 : Quotient.nearest(decimal, bytes, 1, end)
      return (bytes.plainNumberValue(1).value, decimal.isNegative ? -exact : exact)
    }
    #expect(value.bitPattern == exact.bitPattern, "\(text)")
    #expect(value.bitPattern == Double(text)?.bitPattern, "\(text)")
  }

  private func padded<R>(_ text: String, _ body: (Bytes) -> R) -> R {
    (Array("[\(text)".utf8) + [UInt8](repeating: 0, count: Bytes.padding)).withBytes(body)
  }
}
