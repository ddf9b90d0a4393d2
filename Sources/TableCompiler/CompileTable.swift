internal import EventMatcher
package import EventPattern

/// A rule as the table keeps it: its name, the bus it stands on, what it matches and where it sends.
package struct RoutedRule: Sendable {
  package var name: String
  package var scope: String
  package var pattern: EventPattern
  package var targets: [String]

  package init(name: String, scope: String, pattern: EventPattern, targets: [String]) {
    self.name = name
    self.scope = scope
    self.pattern = pattern
    self.targets = targets
  }
}

/// The rules are more than the numbers of a table can count.
package struct TableLimitExceeded: Error, Hashable, Sendable {
  /// What there is too much of: `bytes of text`, `conditions`, …
  package var what: String

  /// One line in lower case.
  package var message: String { "the rules need more \(what) than a table can hold" }
}

/// The bytes of a table in which rule `i` is `rules[i]`; equal input gives equal bytes.
package func compileTable(_ rules: [RoutedRule], topologyDigest: [UInt8])
  throws(TableLimitExceeded) -> [UInt8]
{
  try compileTableWithStatistics(rules, topologyDigest: topologyDigest).bytes
}

/// As `compileTable`, with figures for those who want to know what their rules cost.
package func compileTableWithStatistics(_ rules: [RoutedRule], topologyDigest: [UInt8])
  throws(TableLimitExceeded) -> (bytes: [UInt8], statistics: TableStatistics)
{
  var builder = TableBuilder()
  for (index, rule) in rules.enumerated() { builder.add(rule, index: UInt32(index)) }
  builder.fileConjunctions()
  builder.leadToWildcards()
  return try builder.finish(digest: topologyDigest, rules: rules)
}
