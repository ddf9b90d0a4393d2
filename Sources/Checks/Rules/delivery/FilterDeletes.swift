import Diagnostics
import EventPattern
import Topology

struct FilterDeletes: Rule {
  static let id = "delivery/filter-deletes"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Messages that no filter of a queue's trigger matches are deleted."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.triggers.compactMap { function, trigger in
      guard trigger.from.value.kind == .queue, let first = trigger.filters.first,
        let patterns = known(trigger.filters), !takesAll(patterns)
      else { return nil }
      let queue = trigger.from.value.label
      return Self.finding(
        "messages of '\(queue)' that the filter of '\(function.id)' does not match are deleted, not left"
          + " for others",
        at: first.range, about: function.id, edge: trigger.edge(into: function.id),
        help: "filter before the queue, in the rule or subscription that fills it, or let the function"
          + " pass over what it does not want")
    }
  }

  /// Nil where one of the filters cannot be read, since it might match everything.
  private func known(_ filters: [PatternUse]) -> [EventPattern]? {
    let patterns = filters.compactMap(\.pattern)
    return patterns.count == filters.count ? patterns : nil
  }

  private func takesAll(_ patterns: [EventPattern]) -> Bool {
    let union = patterns.map { EventSet($0) }.reduce(nil as EventSet?) { all, next in
      all.map { $0.union(next) } ?? next
    }
    return union?.contains(.everything) == .yes
  }
}

extension PatternUse {
  var range: SourceRange {
    switch self {
    case .known(let pattern): pattern.range
    case .unknown(_, let range): range
    }
  }
}
