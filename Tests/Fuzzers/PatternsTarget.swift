import EventMatcher
import EventPattern
import PatternOracle
import TableCompiler

/// A pattern, a line feed and an event: the compiled table must say what the interpreter says.
enum PatternsTarget {
  static func run(_ input: [UInt8]) {
    let parts = input.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let event = String(validating: parts[1], as: UTF8.self) else { return }
    let pattern = Array(parts[0])
    guard let parsed = try? EventPattern(json: pattern) else {
      return checkRefused(pattern)
    }
    let rule = RoutedRule(name: "r", scope: "b", pattern: parsed, targets: [])
    guard let bytes = try? compileTable([rule], topologyDigest: []) else { return }
    guard let table = try? RuleTable(bytes) else {
      preconditionFailure("a compiled table does not load")
    }
    let text = String(decoding: pattern, as: UTF8.self)
    let expected = oracleVerdict(pattern: text, event: event)
    var matcher = EventMatcher(table, checking: .strict)
    do {
      let found = try matcher.match(Array(parts[1]).span)
      check(expected == (found.isEmpty ? .noMatch : .match), "\(expected): \(text) \(event)")
    } catch {
      check(isLimit(error.reason) || expected == .invalidEvent, "\(expected): \(text) \(event)")
    }
  }

  /// What the table refuses although it is JSON: the bounds of a runtime, not of the service.
  private static func isLimit(_ reason: EventError.Reason) -> Bool {
    reason == .tooDeep || reason == .tooLong || reason == .tooManyCombinations
  }

  private static func checkRefused(_ pattern: [UInt8]) {
    guard let text = String(validating: pattern, as: UTF8.self) else { return }
    check(oracleVerdict(pattern: text, event: "{}") == .invalid, "refused: \(text)")
  }
}
