import Diagnostics
import EventPattern
import Topology

struct DynamoDBNumeric: Rule {
  static let id = "pattern/dynamodb-numeric"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "Numbers of a table's stream are strings, which a number never matches."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let triggers = context.topology.triggers.map { function, trigger in
      (function.id, trigger.from, trigger.filters)
    }
    let pipes = context.topology.pipes.compactMap { pipe in
      pipe.source.map { (pipe.id, $0, pipe.filters) }
    }
    return (triggers + pipes).filter { $0.1.value.kind == .table }.flatMap { reader, table, filters in
      filters.compactMap(\.pattern).flatMap { findings(in: $0, of: reader, table) }
    }
  }

  private func findings(
    in pattern: EventPattern, of reader: ResourceID, _ table: Reference
  ) -> [Diagnostic] {
    var told: Set<SourceRange> = []
    return pattern.alternatives.flatMap(\.fields).compactMap { field in
      guard isAttribute(field.path), field.tests.contains(where: isNumber),
        told.insert(field.range).inserted
      else { return nil }
      return Self.finding(
        "'\(field.path)' is tested as a number, but '\(table.value.label)' writes numbers as strings, so"
          + " it never matches",
        at: field.range, about: reader,
        edge: Diagnostic.Edge(from: table.value.label, to: reader.description),
        help: "match the text, as in `N: [\"101\"]`, or compare in the function")
    }
  }

  /// Of an item; other fields of a record (`ApproximateCreationDateTime`) are numbers.
  private func isAttribute(_ path: UTF8Text) -> Bool {
    ["dynamodb.NewImage.", "dynamodb.OldImage.", "dynamodb.Keys."].contains {
      path.bytes.starts(with: Array($0.utf8))
    }
  }

  private func isNumber(_ test: ValueTest) -> Bool {
    switch test {
    case .number, .numeric: true
    default: false
    }
  }
}
