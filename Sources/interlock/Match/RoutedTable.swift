import Diagnostics
import EventMatcher
import EventPattern
import TableCompiler
import Topology

/// The rules of a topology's buses as they go into a table.
struct RoutedTable {
  /// In the order declared.
  private(set) var rules: [RoutedRule] = []
  /// Rules that are switched off, and rules that only a schedule starts.
  private(set) var disabled = 0
  private(set) var scheduled = 0
  /// Rules with a pattern that only deployment completes: `rule 'x' of 'bus/shop': why`.
  private(set) var unknown: [String] = []
  private var sources: SourceMap

  /// All buses, or only the one named.
  init(_ system: LoadedSystem, bus: String?) throws(Refused) {
    sources = system.sources
    let buses = system.topology.buses
    if let bus, buses[bus] == nil {
      let hint = didYouMean(bus, in: buses.names) ?? "known: \(buses.names.joined(separator: ", "))"
      throw Refused("no bus is named '\(bus)': \(hint)")
    }
    for element in buses where bus == nil || element.name == bus {
      for rule in element.rules { add(rule, of: element) }
    }
  }

  private mutating func add(_ rule: RoutingRule, of bus: Bus) {
    guard rule.isEnabled else {
      disabled += 1
      return
    }
    if case .unknown(let reason, _, _) = rule.pattern {
      unknown.append("rule '\(rule.name.value)' of '\(bus.id)': \(reason)")
      return
    }
    guard let pattern = rule.pattern?.pattern else {
      scheduled += 1
      return
    }
    rules.append(
      RoutedRule(
        name: rule.name.value, scope: bus.name, pattern: pattern,
        targets: rule.targets.map { $0.to.value.label }))
  }

  /// Says which rules are left out because nobody can tell what they match.
  func noteUnknown() {
    for line in unknown { Console.note("note: left out: \(line)\n") }
  }

  /// The bytes of the table; its digest is that of the files read.
  func compiled() throws(Refused) -> [UInt8] { try compiledWithStatistics().bytes }

  func compiledWithStatistics() throws(Refused) -> (bytes: [UInt8], statistics: TableStatistics) {
    var digest = SHA256()
    for file in sources.files { digest.update(file.bytes) }
    do {
      return try compileTableWithStatistics(rules, topologyDigest: digest.finish())
    } catch {
      throw Refused("the rules cannot be compiled: \(error.message)")
    }
  }
}
