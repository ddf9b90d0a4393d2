extension EventSet {
  /// The events in both sets.
  package func intersection(_ other: EventSet) -> EventSet {
    guard !isTooLarge, !other.isTooLarge else { return .unknown }
    var joint: [Term] = []
    for a in terms {
      for b in other.terms where !a.isSurelyDisjoint(from: b) {
        joint.append(a.intersection(b))
        guard joint.count <= Self.termLimit else { return .unknown }
      }
    }
    return EventSet(terms: joint)
  }

  /// The events in either set.
  package func union(_ other: EventSet) -> EventSet {
    guard !isTooLarge, !other.isTooLarge else { return .unknown }
    let known = Set(terms)
    return EventSet(terms: terms + other.terms.filter { !known.contains($0) })
  }

  /// The events of this set that are not in `other`.
  package func subtracting(_ other: EventSet) -> EventSet {
    guard !isTooLarge, !other.isTooLarge else { return .unknown }
    let areEvents = other.terms.contains(where: \.shape.hasEnvelope)
    return EventSet(
      terms: terms.compactMap { term in
        var rest = term
        if areEvents { rest.shape = term.shape.adding(.envelope) }
        for part in other.terms where !term.isSurelyDisjoint(from: part) {
          if rest.surelyImplies(part) { return nil }
          if !rest.excluded.contains(part) { rest.excluded.append(part) }
        }
        return rest
      })
  }

  private static let unknown: EventSet = {
    var set = EventSet.nothing
    set.isTooLarge = true
    return set
  }()
}
