import Foundation
import PatternOracle
import Testing

/// How many random cases to try: what a debug build does in seconds, or what `MATCHER_CASES` says.
let randomCases = ProcessInfo.processInfo.environment["MATCHER_CASES"].flatMap { Int($0) } ?? 20_000
/// Where the random cases begin; `MATCHER_SEED` sets it.
let firstSeed = ProcessInfo.processInfo.environment["MATCHER_SEED"].flatMap { UInt64($0) } ?? 1

@Suite("Compiled tables and the pattern interpreter")
struct OracleAgreementTests {
  private static let shares = 8

  /// In shares, so that they run beside each other.
  @Test(arguments: 0..<shares)
  func agreeOnRandomPatternsAndEvents(share: Int) throws {
    var verdicts: [OracleVerdict: Int] = [:]
    for index in stride(from: share, to: randomCases, by: Self.shares) {
      let seed = firstSeed &+ UInt64(index)
      var random = PatternGenerator(seed: seed)
      let pattern = random.pattern()
      let event = random.event(near: pattern)
      let expected = oracleVerdict(pattern: pattern, event: event)
      let verdict = try verdict(pattern: pattern, event: event)
      verdicts[verdict, default: 0] += 1
      #expect(verdict == expected, "seed \(seed): \(pattern) \(event)")
    }
    // Each verdict comes up, so none is agreed on for want of cases.
    let cases = randomCases / Self.shares
    #expect(cases < 1000 || verdicts[.match, default: 0] > cases / 20)
    #expect(cases < 1000 || verdicts[.noMatch, default: 0] > cases / 20)
    #expect(cases < 1000 || verdicts[.invalid, default: 0] > cases / 200)
  }
}
