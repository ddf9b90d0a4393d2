extension Term {
  /// Looks for an event of the term.
  func member(_ work: inout Work) -> Search<JSONValue> {
    if excluded.contains(where: surelyImplies) { return .none }
    let problem = Problem(self)
    var simple = Solver(problem, .simple, work: work)
    let first = simple.run()
    work = simple.work
    guard case .none = first, !simple.mixedGroups.isEmpty else { return first }
    if problem.isPlainlyEmpty(&work) { return .none }
    for mode in [Solver.Mode.spread, .guess] {
      var solver = Solver(problem, mode, work: work)
      let result = solver.run()
      work = solver.work
      switch (result, mode) {
      case (.found, _), (.none, .spread): return result
      default: break
      }
    }
    return isSurelyEmpty(besides: simple.mixedGroups, of: problem, &work) ? .none : .undecided
  }

  /// Whether the term is empty even where in the mixed groups only one requirement is heeded.
  private func isSurelyEmpty(
    besides groups: Set<Int>, of problem: Problem, _ work: inout Work
  ) -> Bool {
    for index in required.indices.prefix(4) {
      guard let weaker = problem.heeding(index, in: groups) else { continue }
      var solver = Solver(weaker, .simple, work: work)
      guard solver.mixedGroups.isEmpty else { continue }
      let result = solver.run()
      work = solver.work
      if case .none = result { return true }
    }
    return false
  }

  /// Whether some event is in both; nil where it is not decided.
  func meets(_ other: Term, _ work: inout Work) -> Bool? {
    guard work.spend(16) else { return nil }
    if let answer = meetsPlainly(other) { return answer }
    switch intersection(other).member(&work) {
    case .found: return true
    case .none: return false
    case .undecided: return nil
    }
  }

  /// The answer for two plain alternatives of patterns without shapes; nil where it takes more.
  private func meetsPlainly(_ other: Term) -> Bool? {
    if isSurelyDisjoint(from: other) { return false }
    guard required.count == 1, other.required.count == 1, excluded.isEmpty, other.excluded.isEmpty,
      shape.root === other.shape.root
    else { return nil }
    let (mine, theirs) = (required[0], other.required[0])
    let areInhabited =
      shape.root === ShapeNode.envelope
      ? mine.isInhabitedByEvents && theirs.isInhabitedByEvents
      : shape.root === ShapeNode.document && mine.isInhabitedByDocuments
        && theirs.isInhabitedByDocuments
    guard areInhabited, !mine.mayMissWhatIsNeeded(by: theirs),
      !theirs.mayMissWhatIsNeeded(by: mine)
    else { return nil }
    // Outside the envelope's fields, values for both can always stand together in an array.
    return shape.root === ShapeNode.document
      || EnvelopeField.meet(mine.envelope, theirs.envelope) == true ? true : nil
  }

  /// A quick test; false says nothing.
  func isSurelyDisjoint(from other: Term) -> Bool {
    guard shape.hasEnvelope || other.shape.hasEnvelope else { return false }
    if EnvelopeField.meet(shape.envelope, other.shape.envelope) == false { return true }
    for mine in required {
      if EnvelopeField.meet(mine.envelope, other.shape.envelope) == false { return true }
      for theirs in other.required
      where EnvelopeField.meet(mine.envelope, theirs.envelope) == false { return true }
    }
    return other.required.contains {
      EnvelopeField.meet(shape.envelope, $0.envelope) == false
    }
  }

  /// A quick test: each requirement of `other` is one of this term's.
  func surelyImplies(_ other: Term) -> Bool {
    guard shape.implies(other.shape), other.excluded.allSatisfy(excluded.contains) else {
      return false
    }
    return other.required.allSatisfy(required.contains)
  }
}

extension Requirement {
  /// Whether it wants a path absent at which `other` may want a value.
  fileprivate func mayMissWhatIsNeeded(by other: Requirement) -> Bool {
    absences.contains { index in
      other.condition(at: conditions[index].path).map { !$0.admitsAbsence } ?? false
    }
  }
}

extension EnvelopeField {
  /// Whether each field can hold a text for both; nil where that takes a search. Sorted by field.
  static func meet(
    _ one: [(field: EnvelopeField, texts: StringSet)],
    _ other: [(field: EnvelopeField, texts: StringSet)]
  ) -> Bool? {
    var answer: Bool? = true
    var (a, b) = (0, 0)
    while a < one.count, b < other.count {
      let (mine, theirs) = (one[a].field.rawValue, other[b].field.rawValue)
      if mine == theirs {
        switch one[a].texts.meetsPlainly(other[b].texts) {
        case false?: return false
        case nil: answer = nil
        case true?: break
        }
      }
      if mine <= theirs { a += 1 }
      if theirs <= mine { b += 1 }
    }
    return answer
  }
}

extension StringSet {
  /// Whether the two share a text, where that shows without automata.
  fileprivate func meetsPlainly(_ other: StringSet) -> Bool? {
    if let mine = finiteWords { return mine.anyHolds(other.contains) }
    if let theirs = other.finiteWords { return theirs.anyHolds(contains) }
    if words.isComplement, other.words.isComplement { return true }
    guard let mine = onlyGlob, let theirs = other.onlyGlob else { return nil }
    if !mine.mayMeet(theirs) { return false }
    return Glob.example(of: [mine, theirs]) == nil ? nil : true
  }

  private var onlyGlob: Glob? {
    guard words.isEmpty, others.count == 1, case .member(let language) = others[0],
      case .glob(let glob) = language.kind
    else { return nil }
    return glob
  }
}
