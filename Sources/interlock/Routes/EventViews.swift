import EventMatcher
import EventPattern
import RoutingGraph
import TableCompiler
import Topology

/// One event as the filters along its way see it, and which of them let it through.
///
/// All filters of the graph are compiled into one table; each view of the event is matched once.
struct EventViews: ~Copyable {
  /// What a filter looks at.
  enum View: Hashable {
    case event
    /// The attributes of a message that EventBridge publishes: it has none.
    case attributes
    /// A record of a queue, stream or broker with the event under this key.
    case record(String)
  }

  private var matcher: EventMatcher
  private let event: [UInt8]
  /// The rule of an edge's pattern in the table.
  private let rules: [Int: Int]
  private var passed: [View: Set<Int>] = [:]

  /// The table of all patterns on the edges of `graph`, and the edge of each of its rules.
  static func table(_ graph: RoutingGraph) throws(Refused) -> (table: RuleTable, edges: [Int]) {
    var rules: [RoutedRule] = []
    var edges: [Int] = []
    for (index, edge) in graph.edges.enumerated() {
      guard let pattern = edge.pattern?.pattern else { continue }
      rules.append(RoutedRule(name: "", scope: "", pattern: pattern, targets: []))
      edges.append(index)
    }
    do {
      let digest = [UInt8](repeating: 0, count: 32)
      return (try RuleTable(compileTable(rules, topologyDigest: digest)), edges)
    } catch let error as TableLimitExceeded {
      throw Refused(error.message)
    } catch {
      throw Refused("the compiled table does not load")
    }
  }

  init(_ event: [UInt8], _ table: RuleTable, edges: [Int]) {
    self.event = event
    matcher = EventMatcher(table)
    rules = Dictionary(uniqueKeysWithValues: edges.enumerated().map { ($1, $0) })
  }

  /// Whether the pattern of `edge` lets the event through; true where it has none.
  mutating func passes(_ edge: Int, as view: View) throws(EventError) -> Bool {
    guard let rule = rules[edge] else { return true }
    if let known = passed[view] { return known.contains(rule) }
    let text = bytes(of: view)
    let found = Set(try matcher.match(text.span).map(Int.init))
    passed[view] = found
    return found.contains(rule)
  }

  private func bytes(of view: View) -> [UInt8] {
    switch view {
    case .event: event
    case .attributes: Array("{}".utf8)
    case .record(let key): Array("{\"\(key)\":".utf8) + event + Array("}".utf8)
    }
  }
}
