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
  /// These have seen all inputs before, so that what they left behind would show.
  private static let used = Mutex(EventMatcher(table))
  private static let strict = Mutex(EventMatcher(table, checking: .strict))
  private static let trusting = Mutex(EventMatcher(table, checking: .trusting))

  static func run(_ event: [UInt8]) {
    let found = used.withLock { matcher in try? matcher.match(event.span) }
    // What others have left behind, and by how many bytes values are skipped, must not show.
    var fresh = EventMatcher(table, vectorWidth: 0)
    let text = String(decoding: event, as: UTF8.self)
    check(found == (try? fresh.match(event.span)), "a fresh matcher says otherwise of \(text)")
    let strictly = strict.withLock { matcher in try? matcher.match(event.span) }
    let trustingly = trusting.withLock { matcher in try? matcher.match(event.span) }
    guard let strictly else { return }
    check(strictly == found, "checking more changes the verdict on \(text)")
    guard let tree = JSONTree(text, wholly: true) else {
      preconditionFailure("matched what is no JSON: \(text)")
    }
    check(!isTrustworthy(tree) || trustingly == found, "trust changes the verdict on \(text)")
    checkOneRule(strictly, event, text)
  }

  /// Whether no key of an object comes twice, is empty or holds a dot.
  private static func isTrustworthy(_ tree: JSONTree) -> Bool {
    switch tree {
    case .array(let elements): return elements.allSatisfy(isTrustworthy)
    case .object(let members):
      let keys = Set(members.map(\.key))
      return keys.count == members.count
        && !keys.contains { $0.isEmpty || $0.contains(UInt16(UInt8(ascii: "."))) }
        && members.allSatisfy { isTrustworthy($0.value) }
    default: return true
    }
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
