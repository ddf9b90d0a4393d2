extension Term {
  /// Looks for an event of the term.
  func member(_ work: inout Work) -> Search<JSONValue> {
    let problem = Problem(self)
    var simple = Solver(problem, .simple, work: work)
    let first = simple.run()
    work = simple.work
    guard case .none = first, !simple.mixedGroups.isEmpty else { return first }
    var spread = Solver(problem, .spread, work: work)
    let second = spread.run()
    work = spread.work
    return second
  }

  /// Whether some event is in both; nil where it is not decided.
  func meets(_ other: Term, _ work: inout Work) -> Bool? {
    guard work.spend(16) else { return nil }
    if isSurelyDisjoint(from: other) { return false }
    switch intersection(other).member(&work) {
    case .found: return true
    case .none: return false
    case .undecided: return nil
    }
  }

  /// A quick test: some path that has one value at most would need two different ones.
  func isSurelyDisjoint(from other: Term) -> Bool {
    for a in required {
      for b in other.required where a.isSurelyDisjoint(from: b, shape.root, other.shape.root) {
        return true
      }
    }
    return false
  }

  /// A quick test: each requirement of `other` follows from one of this term's.
  func surelyImplies(_ other: Term) -> Bool {
    guard shape.implies(other.shape), other.excluded.allSatisfy(excluded.contains) else {
      return false
    }
    return other.required.allSatisfy(required.contains)
  }
}

extension Requirement {
  fileprivate func isSurelyDisjoint(
    from other: Requirement, _ root: ShapeNode, _ otherRoot: ShapeNode
  ) -> Bool {
    var (a, b) = (0, 0)
    while a < conditions.count, b < other.conditions.count {
      let (mine, theirs) = (conditions[a], other.conditions[b])
      if mine.path < theirs.path {
        a += 1
      } else if theirs.path < mine.path {
        b += 1
      } else {
        if !mine.admitsAbsence || !theirs.admitsAbsence,
          mine.isEnvelopeField, root !== ShapeNode.document || otherRoot !== ShapeNode.document,
          mine.values.isSurelyDisjoint(from: theirs.values)
        {
          return true
        }
        a += 1
        b += 1
      }
    }
    return false
  }
}

extension Requirement.Condition {
  fileprivate var isEnvelopeField: Bool {
    ["source", "detail-type", "account", "region", "id", "time", "version"].contains(path)
  }
}

extension ValueSet {
  /// A quick test; false says nothing.
  fileprivate func isSurelyDisjoint(from other: ValueSet) -> Bool {
    // Only strings stand in the envelope's fields.
    guard let mine = strings.finiteWords, let theirs = other.strings.finiteWords else {
      return false
    }
    return !mine.contains(where: theirs.contains)
  }
}
