import EventMatcher
import EventPattern
import Foundation
import PatternOracle
import TableCompiler
import Testing

/// How many random cases to try: a few seconds' worth, or what `MATCHER_CASES` says.
let randomCases = ProcessInfo.processInfo.environment["MATCHER_CASES"].flatMap { Int($0) } ?? 1_500
/// Where the random cases begin; `MATCHER_SEED` sets it.
let firstSeed = ProcessInfo.processInfo.environment["MATCHER_SEED"].flatMap { UInt64($0) } ?? 1

@Suite("Compiled tables and the pattern interpreter")
struct OracleAgreementTests {
  @Test func agreeOnRandomPatternsAndEvents() throws {
    for seed in firstSeed..<firstSeed + UInt64(randomCases) {
      var random = PatternGenerator(seed: seed)
      let pattern = random.pattern()
      let event = random.event(near: pattern)
      let expected = oracleVerdict(pattern: pattern, event: event)
      let verdict = try verdict(pattern: pattern, event: event)
      #expect(verdict == expected, "seed \(seed): \(pattern) \(event)")
    }
  }
}
