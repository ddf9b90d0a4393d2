import EventMatcher
import PatternOracle
import Synchronization

/// Any bytes as an event against one table that uses every operator.
enum EventsTarget {
  private static let table: RuleTable = {
    guard let table = try? RuleTable(tableBytes(richPatterns)) else {
      preconditionFailure("the table does not load")
    }
    return table
  }()
  /// Has seen all inputs before, so that what they left behind would show.
  private static let used = Mutex(EventMatcher(table))

  static func run(_ event: [UInt8]) {
    let found = used.withLock { matcher in try? matcher.match(event.span) }
    var fresh = EventMatcher(table)
    let text = String(decoding: event, as: UTF8.self)
    check(found == (try? fresh.match(event.span)), "other events change the verdict on \(text)")
    guard let found else { return }
    check(JSONTree(text, wholly: true) != nil, "matched what is no JSON: \(text)")
    checkOneRule(found, event, text)
  }

  /// Asks the interpreter about one of the rules, which the event's own bytes choose.
  private static func checkOneRule(_ found: [UInt32], _ event: [UInt8], _ text: String) {
    let sum = event.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    let rule = sum % richPatterns.count
    let verdict = oracleVerdict(pattern: richPatterns[rule], event: text)
    let matches = found.contains(UInt32(rule))
    check((verdict == .match) == matches, "\(matches): \(richPatterns[rule]) \(text)")
  }
}
