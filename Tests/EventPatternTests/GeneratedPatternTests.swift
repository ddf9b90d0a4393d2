import PatternOracle
import Testing

@testable import EventPattern

@Suite("Random patterns")
struct GeneratedPatternTests {
  static let seed: UInt64 = 20_261_123

  /// The oracle and the reader share no code; what one refuses the other must.
  @Test func areRefusedOrNotByReaderAndOracleAlike() {
    var generator = PatternGenerator(seed: Self.seed)
    var verdicts: [OracleVerdict: Int] = [:]
    for _ in 0..<1200 {
      let pattern = generator.pattern()
      let verdict = oracleVerdict(pattern: pattern, event: generator.event(near: pattern))
      let refusal = refusal(of: pattern)
      #expect(
        (refusal != nil) == (verdict == .invalid),
        "seed \(Self.seed): \(pattern): \(refusal?.reason ?? "")")
      verdicts[verdict, default: 0] += 1
    }
    #expect((verdicts[.match] ?? 0) > 250)
    #expect((verdicts[.invalid] ?? 0) > 15)
    #expect(verdicts[.invalidEvent] == nil)
  }
}
