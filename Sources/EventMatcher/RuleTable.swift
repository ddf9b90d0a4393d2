/// A compiled set of rules: checked once, then read as it lies in memory.
///
/// The bytes are those that `interlock compile` writes; grammar/table-format.md is their
/// specification. Building one from bytes reads them all once and builds nothing.
public struct RuleTable: Sendable {
  let bytes: [UInt8]
  /// Number of rules; they are numbered from 0 in the order in which they were compiled.
  public let ruleCount: Int

  /// Checks every length, reference and the checksum; a table that passes can be matched against
  /// without further checks.
  public init(_ bytes: [UInt8]) throws(TableError) {
    ruleCount = try bytes.withBytes { (window) throws(TableError) in
      try Table(checking: window, count: bytes.count).count(of: .rules)
    }
    self.bytes = bytes
  }

  /// The name that the rule has in its source; empty for a number that is no rule's.
  public func name(ofRule rule: Int) -> String { text(ofRule: rule, field: 0) }

  /// The bus on which the rule stands.
  public func scope(ofRule rule: Int) -> String { text(ofRule: rule, field: 4) }

  /// Number of targets of the rule.
  public func targetCount(ofRule rule: Int) -> Int {
    guard isRule(rule) else { return 0 }
    return read { table in table.listCount(table.bytes.u32(table.record(.rules, rule) + 8)) }
  }

  /// The name of one of the rule's targets; empty for a number that is none's.
  public func target(_ index: Int, ofRule rule: Int) -> String {
    guard index >= 0, index < targetCount(ofRule: rule) else { return "" }
    return read { table in
      let targets = table.bytes.u32(table.record(.rules, rule) + 8)
      return table.string(table.listItem(targets, index))
    }
  }

  /// The digest of the topology from which the table was compiled, as its compiler gave it.
  public var topologyDigest: [UInt8] {
    read { table in table.copy(ofText: table.digest) }
  }

  private func isRule(_ rule: Int) -> Bool { rule >= 0 && rule < ruleCount }

  private func text(ofRule rule: Int, field: Int) -> String {
    guard isRule(rule) else { return "" }
    return read { table in table.string(table.bytes.u32(table.record(.rules, rule) + field)) }
  }

  func read<R: ~Copyable>(_ body: (Table) -> R) -> R {
    bytes.withBytes { body(Table(bytes: $0)) }
  }
}

extension Table {
  /// A text as a string; what is not UTF-8 is replaced.
  func string(_ index: UInt32) -> String {
    String(decoding: copy(ofText: index), as: UTF8.self)
  }
}
