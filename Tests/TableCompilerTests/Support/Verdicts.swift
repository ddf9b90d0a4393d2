import EventMatcher
import EventPattern
import PatternOracle
import TableCompiler
import Testing

/// The table of rules with the given patterns, named by their numbers.
func table(_ patterns: [String]) throws -> RuleTable {
  try RuleTable(tableBytes(patterns))
}

func tableBytes(_ patterns: [String]) throws -> [UInt8] {
  let rules = try patterns.enumerated().map { index, pattern in
    try RoutedRule(
      name: "rule-\(index)", scope: "bus", pattern: EventPattern(json: Array(pattern.utf8)),
      targets: ["target-\(index)"])
  }
  return try compileTable(rules, topologyDigest: [1, 2, 3])
}

/// What the compiled table makes of one pattern and event.
func verdict(pattern: String, event: String) throws -> OracleVerdict {
  guard let parsed = try? EventPattern(json: Array(pattern.utf8)) else { return .invalid }
  let rule = RoutedRule(name: "r", scope: "b", pattern: parsed, targets: [])
  var matcher = EventMatcher(try RuleTable(compileTable([rule], topologyDigest: [])))
  let bytes = Array(event.utf8)
  do {
    return try matcher.match(bytes.span).isEmpty ? .noMatch : .match
  } catch {
    return .invalidEvent
  }
}

/// The numbers of the rules that match.
func matches(_ table: RuleTable, _ event: String) throws(EventError) -> [UInt32] {
  var matcher = EventMatcher(table)
  let bytes = Array(event.utf8)
  return try matcher.match(bytes.span)
}

/// Expects that of the patterns' rules those match an event which the interpreter says.
func expectVerdicts(
  of patterns: [String], _ table: RuleTable, _ event: String, _ comment: String
) throws {
  let expected = patterns.indices.filter {
    oracleVerdict(pattern: patterns[$0], event: event) == .match
  }
  #expect(try matches(table, event).map(Int.init) == expected, "\(comment): \(event)")
}
