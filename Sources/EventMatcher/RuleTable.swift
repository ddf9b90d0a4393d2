/// A compiled set of rules: checked once, then read as it lies in memory.
///
/// The bytes are those that `interlock compile` writes; grammar/table-format.md is their
/// specification. Building one from bytes reads them all once and builds nothing.
public struct RuleTable: Sendable {
  let bytes: TableBytes
  /// Number of rules; they are numbered from 0 in the order in which they were compiled.
  public let ruleCount: Int

  /// Checks every length, reference and the checksum; a table that passes can be matched against
  /// without further checks.
  public init(_ bytes: [UInt8]) throws(TableError) { try self.init(TableBytes(bytes)) }

  package init(_ bytes: TableBytes) throws(TableError) {
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

  /// Where the rule's name stands in the table's bytes; nil for a number that is no rule's.
  package func namePlace(ofRule rule: Int) -> Range<Int>? { place(ofRule: rule, field: 0) }

  /// Where the name of the rule's bus stands.
  package func scopePlace(ofRule rule: Int) -> Range<Int>? { place(ofRule: rule, field: 4) }

  /// Where the name of one of the rule's targets stands.
  package func targetPlace(_ index: Int, ofRule rule: Int) -> Range<Int>? {
    guard index >= 0, index < targetCount(ofRule: rule) else { return nil }
    return read { table in
      let targets = table.bytes.u32(table.record(.rules, rule) + 8)
      return table.place(ofText: table.listItem(targets, index))
    }
  }

  /// Where the digest of the topology stands.
  package var topologyDigestPlace: Range<Int> { read { $0.place(ofText: $0.digest) } }

  private func place(ofRule rule: Int, field: Int) -> Range<Int>? {
    guard isRule(rule) else { return nil }
    return read { table in
      table.place(ofText: table.bytes.u32(table.record(.rules, rule) + field))
    }
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
  /// Where a text stands in the bytes.
  func place(ofText index: UInt32) -> Range<Int> {
    let (offset, length) = text(index)
    return offset..<offset + length
  }

  /// A text as a string; what is not UTF-8 is replaced.
  func string(_ index: UInt32) -> String {
    String(decoding: copy(ofText: index), as: UTF8.self)
  }
}
