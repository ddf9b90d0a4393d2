extension EventSet {
  /// The share of `shape`'s events that are in this set, as a range inside 0...1.
  ///
  /// Choices are taken with their weights and numbers between two bounds as spread evenly. Nothing
  /// is taken for granted of how fields depend on each other, nor of how often optional ones are
  /// there.
  package func probability(under shape: ValueShape) -> ClosedRange<Double> {
    let family = EventSet(shape: shape)
    guard !isTooLarge, !family.isTooLarge else { return 0...1 }
    if intersects(family) == .no { return 0...0 }
    if contains(family) == .yes { return 1...1 }
    var work = Work()
    let terms = withoutShape(family)
    guard terms.count <= Self.comparedTerms else { return 0...1 }
    let given = family.terms.first?.shape ?? .envelope
    func share(_ term: Term) -> Share {
      var share = TermShare(term, under: shape, given: given, work: work)
      defer { work = share.work }
      return share.total()
    }
    var (low, high, largest) = (0.0, 0.0, 0.0)
    for (index, term) in terms.enumerated() {
      // What the terms before it leave of it, so that the parts add up.
      var rest = term
      rest.excluded += terms[..<index].filter { !rest.excluded.contains($0) }
      let part = share(rest)
      (low, high) = (low + part.low, high + part.high)
      largest = max(largest, share(term).low)
    }
    return Share(max(low, largest), high).range
  }

  /// Terms looked at pair by pair.
  private static let comparedTerms = 64

  /// The terms, those that differ only in which of the family's alternatives they are for as one.
  private func withoutShape(_ family: EventSet) -> [Term] {
    let alternatives = Set(family.terms.map(\.shape))
    var groups: [Term: Set<Term.Shape>] = [:]
    var order: [Term] = []
    for term in terms {
      var bare = term
      bare.shape = family.terms.first?.shape ?? .envelope
      if groups[bare] == nil { order.append(bare) }
      groups[bare, default: []].insert(term.shape)
    }
    return order.flatMap { bare -> [Term] in
      let shapes = groups[bare] ?? []
      let isWhole =
        alternatives.isSubset(of: shapes)
        || shapes.contains { shape in alternatives.allSatisfy { $0.implies(shape) } }
      return isWhole
        ? [bare]
        : terms.filter { term in
          var other = term
          other.shape = bare.shape
          return other == bare
        }
    }
  }
}
