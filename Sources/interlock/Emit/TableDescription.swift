import EventPattern
import Reports
import TableCompiler

/// What went into a table and what it costs, for people and for programs.
struct TableDescription {
  var routed: RoutedTable
  var statistics: TableStatistics

  /// One object: the rules with their patterns, the fields that are tested, the table's figures.
  func json() -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.key("rules")
      writer.array(routed.rules, isLineByLine: true) { Self.write($1, &$0) }
      writer.key("fields")
      writer.array(statistics.fields, isLineByLine: true) { Self.write($1, &$0) }
      writer.key("searched")
      writer.array(statistics.searched, isLineByLine: true) { write($1, &$0) }
      writer.key("table")
      writer.object { writeFigures(&$0) }
    }
    return writer.text + "\n"
  }

  private static func write(_ rule: RoutedRule, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("bus", rule.scope)
      writer.field("rule", rule.name)
      writer.key("pattern")
      writer.raw(rule.pattern.json)
      writer.field("targets", rule.targets)
    }
  }

  private static func write(_ field: TableStatistics.Field, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("path", String(decoding: field.path, as: UTF8.self))
      writer.field("values", field.values)
      writer.field("affixes", field.affixes)
      writer.field("wildcards", field.wildcards)
      writer.field("ranges", field.ranges)
    }
  }

  private func write(_ searched: TableStatistics.Searched, _ writer: inout JSONWriter) {
    let rule = routed.rules[searched.rule]
    writer.object { writer in
      writer.field("bus", rule.scope)
      writer.field("rule", rule.name)
      writer.field("by", "\(searched.by)")
      writer.field("path", String(decoding: searched.path, as: UTF8.self))
    }
  }

  private func writeFigures(_ writer: inout JSONWriter) {
    writer.field("bytes", statistics.bytes)
    writer.field("conjunctions", statistics.conjunctions)
    writer.field("predicates", statistics.predicates)
    writer.field("names", statistics.names)
    writer.key("sections")
    writer.object { writer in
      for section in statistics.sections { writer.field(section.name, section.bytes) }
    }
  }
}

extension TableDescription {
  /// A few lines: what there is, how big it is, and which rules no equality leads to.
  func text(in time: Duration) -> String {
    let rules = routed.rules
    let buses = Set(rules.map(\.scope)).count
    let patterns = rules.reduce(0) { $0 + $1.pattern.byteCount }
    var lines = [
      "\(counted(rules.count, "rule")) on \(counted(buses, "bus", "buses")), "
        + "\(counted(statistics.conjunctions, "conjunction")), "
        + "\(counted(statistics.fields.count, "field")), "
        + counted(statistics.predicates, "predicate") + ", "
        + counted(statistics.names, "name") + " in paths",
      "\(grouped(statistics.bytes)) bytes from \(grouped(patterns)) bytes of patterns, "
        + "in \(time.inWords)",
      "by section: "
        + statistics.sections.filter { $0.bytes > 0 }
        .map { "\($0.name) \(grouped($0.bytes))" }.joined(separator: ", "),
    ]
    if routed.disabled > 0 {
      lines.append("left out: \(counted(routed.disabled, "disabled rule"))")
    }
    if routed.scheduled > 0 {
      lines.append("left out: \(counted(routed.scheduled, "rule")) without a pattern")
    }
    return (lines + searchedLines()).joined(separator: "\n") + "\n"
  }

  /// Rules that a lookup does not find, the first twenty with the reason.
  private func searchedLines() -> [String] {
    let searched = statistics.searched
    if searched.isEmpty { return ["every rule is found by looking up a value"] }
    let rules = Set(searched.map(\.rule)).count
    var lines = ["\(counted(rules, "rule")) that no value leads to:"]
    for entry in searched.prefix(20) {
      let rule = routed.rules[entry.rule]
      let path = String(decoding: entry.path, as: UTF8.self)
      lines.append("  \(rule.scope)/\(rule.name): \(Self.reason(entry.by, path))")
    }
    if searched.count > 20 { lines.append("  and \(searched.count - 20) more (--emit json)") }
    return lines
  }

  private static func reason(_ by: TableStatistics.Search, _ path: String) -> String {
    switch by {
    case .affix: "its best test is a prefix, suffix or ignore-case text of '\(path)'"
    case .wildcard: "its best test is a wildcard of '\(path)'"
    case .range: "its best test is a range of '\(path)'"
    case .presence: "it is looked at for every event that has '\(path)'"
    case .absence: "it is looked at for every event that has no '\(path)'"
    }
  }
}
