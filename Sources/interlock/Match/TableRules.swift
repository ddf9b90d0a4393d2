import Diagnostics
import EventMatcher
import Reports

/// What a table says of its rules, made ready for printing once.
struct TableRules {
  /// `bus/rule`, by number.
  let names: [String]
  let targets: [[String]]
  /// Whether the rule stands on the bus asked for.
  let isWanted: [Bool]

  init(_ table: RuleTable, bus: String?) throws(Refused) {
    let scopes = (0..<table.ruleCount).map { table.scope(ofRule: $0) }
    if let bus, !scopes.contains(bus) {
      let known = Set(scopes).sorted()
      let hint = didYouMean(bus, in: known) ?? "known: \(known.joined(separator: ", "))"
      throw Refused("the table has no rule of a bus '\(bus)': \(hint)")
    }
    names = (0..<table.ruleCount).map { "\(scopes[$0])/\(table.name(ofRule: $0))" }
    targets = (0..<table.ruleCount).map { rule in
      (0..<table.targetCount(ofRule: rule)).map { table.target($0, ofRule: rule) }
    }
    isWanted = scopes.map { bus == nil || $0 == bus }
  }

  /// `{"line":1,"rules":[…],"targets":[…]}`; a target that several rules name stands once.
  func json(line: Int, _ matched: [UInt32]) -> String {
    var writer = JSONWriter()
    var seen: Set<String> = []
    writer.object { writer in
      writer.field("line", line)
      writer.field("rules", matched.map { names[Int($0)] })
      writer.field(
        "targets", matched.flatMap { targets[Int($0)] }.filter { seen.insert($0).inserted })
    }
    return writer.text
  }
}
