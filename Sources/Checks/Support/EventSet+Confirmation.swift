import EventMatcher
import EventPattern
import TableCompiler

extension EventSet {
  /// A member to show with a finding: only one that the compiled table, with which runtimes match,
  /// holds to be a member. That another is found is a fault of the algebra, and stops a debug build.
  var confirmedWitness: String? {
    switch witness(confirmedBy: Self.tableMatches) {
    case .confirmed(let event): return event
    case .refuted(let event):
      assertionFailure("the compiled table does not confirm \(event)")
      return nil
    case .none: return nil
    }
  }

  private static func tableMatches(_ pattern: EventPattern, _ event: [UInt8]) -> Bool {
    let rule = RoutedRule(name: "witness", scope: "witness", pattern: pattern, targets: [])
    guard let bytes = try? compileTable([rule], topologyDigest: []),
      let table = try? RuleTable(bytes)
    else { return false }
    var matcher = EventMatcher(table)
    return (try? matcher.match(event.span).isEmpty) == false
  }
}
