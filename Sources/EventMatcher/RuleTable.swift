/// A compiled set of rules: checked once, then read as it lies in memory.
///
/// The bytes are those that `interlock compile` writes; grammar/table-format.md is their
/// specification. Building one from bytes reads them all once and builds nothing.
public struct RuleTable: Sendable {
  let bytes: [UInt8]
  let layout: TableLayout

  /// Checks every length, reference and the checksum; a table that passes can be matched against
  /// without further checks.
  public init(_ bytes: [UInt8]) throws(TableError) {
    layout = try bytes.withBytes { (window) throws(TableError) in
      try TableLayout(checking: window)
    }
    self.bytes = bytes
  }

  /// Number of rules; they are numbered from 0 in the order in which they were compiled.
  public var ruleCount: Int { layout.ruleCount }

  /// The name that the rule has in its source; empty for a number that is no rule's.
  public func name(ofRule rule: Int) -> String { text(ofRule: rule, field: 0) }

  /// The bus on which the rule stands.
  public func scope(ofRule rule: Int) -> String { text(ofRule: rule, field: 1) }

  /// Number of targets of the rule.
  public func targetCount(ofRule rule: Int) -> Int {
    guard let record = record(ofRule: rule) else { return 0 }
    return read { table in table.listCount(table.bytes.u32(record + 8)) }
  }

  /// The name of one of the rule's targets; empty for a number that is none's.
  public func target(_ index: Int, ofRule rule: Int) -> String {
    guard let record = record(ofRule: rule), index >= 0, index < targetCount(ofRule: rule) else {
      return ""
    }
    return read { table in table.string(table.listItem(table.bytes.u32(record + 8), index)) }
  }

  /// The digest of the topology from which the table was compiled, as its compiler gave it.
  public var topologyDigest: [UInt8] {
    Array(bytes[layout.digest.offset..<layout.digest.offset + layout.digest.length])
  }

  private func record(ofRule rule: Int) -> Int? {
    rule >= 0 && rule < ruleCount ? layout.rules + rule * Section.rules.recordSize : nil
  }

  private func text(ofRule rule: Int, field: Int) -> String {
    guard let record = record(ofRule: rule) else { return "" }
    return read { table in table.string(table.bytes.u32(record + field * 4)) }
  }

  private func read<R>(_ body: (Table) -> R) -> R {
    bytes.withBytes { body(Table(bytes: $0, layout: layout)) }
  }
}

extension Table {
  /// A text as a string; what is not UTF-8 is replaced.
  func string(_ index: UInt32) -> String {
    let (offset, length) = text(index)
    var units: [UInt8] = []
    units.reserveCapacity(length)
    for i in offset..<offset &+ length { units.append(bytes.u8(i)) }
    return String(decoding: units, as: UTF8.self)
  }
}
