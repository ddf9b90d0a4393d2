import Diagnostics
import EventMatcher
import Reports

/// What a table says of its rules, made ready for printing once.
struct TableRules: Sendable {
  /// `bus/rule`, by number.
  let names: [String]
  /// By the rule's number, as indices of `targetNames`.
  let targets: [[Int]]
  let targetNames: [String]
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
    var numbers: [String: Int] = [:]
    var targetNames: [String] = []
    targets = (0..<table.ruleCount).map { rule in
      (0..<table.targetCount(ofRule: rule)).map { index in
        let name = table.target(index, ofRule: rule)
        if let number = numbers[name] { return number }
        numbers[name] = targetNames.count
        targetNames.append(name)
        return targetNames.count - 1
      }
    }
    self.targetNames = targetNames
    isWanted = scopes.map { bus == nil || $0 == bus }
  }
}

/// Writes `{"line":1,"rules":[…],"targets":[…]}`; a target that several rules name stands once.
struct MatchLine {
  private let rules: [[UInt8]]
  private let targetNames: [[UInt8]]
  private let targets: [[Int]]
  /// For each target, the last line that named it.
  private var lastLine: [Int]

  init(_ rules: TableRules) {
    self.rules = rules.names.map { Array(JSONWriter.quoted($0).utf8) }
    targetNames = rules.targetNames.map { Array(JSONWriter.quoted($0).utf8) }
    targets = rules.targets
    lastLine = Array(repeating: 0, count: targetNames.count)
  }

  /// Appends the line of the event at `line`, which counts from 1, with its break.
  mutating func write(line: Int, _ matched: [UInt32], into output: inout [UInt8]) {
    output += "{\"line\":\(line),\"rules\":[".utf8
    var isFirst = true
    for rule in matched {
      append(rules[Int(rule)], &isFirst, &output)
    }
    output += "],\"targets\":[".utf8
    isFirst = true
    for rule in matched {
      for target in targets[Int(rule)] where lastLine[target] != line {
        lastLine[target] = line
        append(targetNames[target], &isFirst, &output)
      }
    }
    output += "]}\n".utf8
  }

  private func append(_ item: [UInt8], _ isFirst: inout Bool, _ output: inout [UInt8]) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    isFirst = false
    output += item
  }
}
