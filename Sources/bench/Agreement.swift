import EventMatcher
import EventPattern
import Foundation
import PatternOracle
import TableCompiler

/// `bench agree [--cases N] [--seed S]`: random pairs of pattern and event, each through a compiled
/// table and the interpreter of the tests, until two verdicts differ.
struct Agreement {
  private var cases: UInt64 = 1_000_000
  private var seed: UInt64 = 1
  private var counts: [OracleVerdict: UInt64] = [:]

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let name = rest.popFirst(), let number = rest.popFirst().flatMap({ UInt64($0) }) {
      switch name {
      case "--cases": cases = number
      case "--seed": seed = number
      default: return
      }
    }
  }

  /// Exits with status 1 at the first pair on which the verdicts differ.
  mutating func run() {
    let clock = ContinuousClock()
    let start = clock.now
    for index in 0..<cases {
      compare(seed: seed &+ index)
      if (index + 1) % 100_000 == 0 || index + 1 == cases {
        report("\(index + 1) pairs from seed \(seed) agree after \(clock.now - start)\(tally)")
      }
    }
  }

  private mutating func compare(seed: UInt64) {
    var random = PatternGenerator(seed: seed)
    let pattern = random.pattern()
    let event = random.event(near: pattern)
    let expected = oracleVerdict(pattern: pattern, event: event)
    let verdict = Self.verdict(pattern: pattern, event: event)
    counts[expected, default: 0] += 1
    if verdict == expected { return }
    report(
      "seed \(seed): the interpreter says \(expected), the table \(verdict?.rawValue ?? "nothing")")
    report("pattern: \(pattern)\nevent:   \(event)")
    exit(1)
  }

  private var tally: String {
    counts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { ", \($0.value) \($0.key.rawValue)" }.joined()
  }

  private func report(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  /// What the compiled table makes of one pattern and event; nil where it cannot be compiled.
  private static func verdict(pattern: String, event: String) -> OracleVerdict? {
    guard let parsed = try? EventPattern(json: Array(pattern.utf8)) else { return .invalid }
    let rule = RoutedRule(name: "r", scope: "b", pattern: parsed, targets: [])
    guard let bytes = try? compileTable([rule], topologyDigest: []),
      let table = try? RuleTable(bytes)
    else { return nil }
    var matcher = EventMatcher(table)
    do {
      return try matcher.match(Array(event.utf8).span).isEmpty ? .noMatch : .match
    } catch {
      return .invalidEvent
    }
  }
}
