import EventPattern
import Reports

/// How two patterns stand to each other; every event shown was tried on both by the compiled table.
struct PatternComparison {
  private(set) var relation: String
  private(set) var reason: String?
  /// Events that both match, that only the first does, that only the second does.
  private(set) var both: String?
  private(set) var onlyFirst: String?
  private(set) var onlySecond: String?

  init(_ first: EventPattern, _ second: EventPattern) {
    let (a, b) = (EventSet(first), EventSet(second))
    let (aInB, bInA) = (b.contains(a), a.contains(b))
    switch (aInB, bInA, a.intersects(b)) {
    case (.yes, .yes, _): relation = "equal"
    case (.yes, .no, _): relation = "A inside B"
    case (.no, .yes, _): relation = "B inside A"
    case (.no, .no, .yes): relation = "overlapping"
    case (_, _, .no): relation = "disjoint"
    case (let one, let other, let third):
      relation = "not decided"
      reason = [one, other, third].compactMap(\.reason).first
    }
    both = Self.witness(a.intersection(b), matching: [first, second], missing: [])
    onlyFirst = Self.witness(a.subtracting(b), matching: [first], missing: [second])
    onlySecond = Self.witness(b.subtracting(a), matching: [second], missing: [first])
  }

  private static func witness(
    _ set: EventSet, matching: [EventPattern], missing: [EventPattern]
  ) -> String? {
    guard let event = set.witness() else { return nil }
    let bytes = Array(event.utf8)
    func isMatch(_ pattern: EventPattern) -> Bool { PatternVerdict(pattern, event: bytes).isMatch }
    return matching.allSatisfy(isMatch) && !missing.contains(where: isMatch) ? event : nil
  }

  var text: String {
    var text = relation + (reason.map { ": \($0)" } ?? "") + "\n"
    for (name, event) in [
      ("both match ", both), ("only A     ", onlyFirst), ("only B     ", onlySecond),
    ] {
      if let event { text += "  \(name) \(event)\n" }
    }
    return text
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("relation", relation)
      writer.field("reason", reason)
      for (name, event) in [("both", both), ("onlyA", onlyFirst), ("onlyB", onlySecond)] {
        writer.key(name)
        if let event { writer.raw(event) } else { writer.null() }
      }
    }
    return writer.text + "\n"
  }
}

extension Answer {
  fileprivate var reason: String? {
    if case .undecided(let reason) = self { reason } else { nil }
  }
}
