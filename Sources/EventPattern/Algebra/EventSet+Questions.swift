extension EventSet {
  package var isEmpty: Answer {
    var work = Work()
    switch member(&work) {
    case .found: return .no
    case .none: return .yes
    case .undecided: return undecided(work)
    }
  }

  package func intersects(_ other: EventSet) -> Answer {
    guard !isTooLarge, !other.isTooLarge else { return .undecided(Self.tooLarge) }
    var work = Work()
    var isUndecided = false
    for a in terms {
      for b in other.terms {
        switch a.meets(b, &work) {
        case true?: return .yes
        case nil: isUndecided = true
        case false?: break
        }
        if work.isExhausted { return undecided(work) }
      }
    }
    return isUndecided ? undecided(work) : .no
  }

  /// Whether every event of `other` is in this set.
  package func contains(_ other: EventSet) -> Answer { other.subtracting(self).isEmpty }

  /// A short readable member as JSON text in the EventBridge envelope; nil where none is known.
  package func witness() -> String? {
    var work = Work()
    guard case .found(let member) = member(&work) else { return nil }
    return member.event.text
  }

  /// What of a witness a matcher says that reads patterns on its own.
  package enum Confirmation: Sendable {
    case confirmed(String)
    /// The matcher does not hold the event to be a member.
    case refuted(String)
    /// No member is known.
    case none
  }

  /// A witness, put to `matches` for each pattern that the set is made of.
  package func witness(
    confirmedBy matches: (_ pattern: EventPattern, _ event: [UInt8]) -> Bool
  ) -> Confirmation {
    var work = Work()
    guard case .found(let member) = member(&work) else { return .none }
    let text = member.event.text
    let isMember = member.term.admits(member.event) { matches($0, Array(text.utf8)) }
    return isMember ? .confirmed(text) : .refuted(text)
  }

  private struct Member {
    var event: JSONValue
    var term: Term
  }

  private func member(_ work: inout Work) -> Search<Member> {
    guard !isTooLarge else { return .undecided }
    var isUndecided = false
    for term in terms {
      switch term.member(&work) {
      case .found(let event): return .found(Member(event: event, term: term))
      case .undecided: isUndecided = true
      case .none: break
      }
      if work.isExhausted { return .undecided }
    }
    return isUndecided ? .undecided : .none
  }

  private func undecided(_ work: Work) -> Answer {
    if isTooLarge { return .undecided(Self.tooLarge) }
    return .undecided(
      work.isExhausted
        ? "the bound of work was reached"
        : "it depends on spellings of addresses or on where values stand in arrays")
  }

  private static let tooLarge = "the set has too many alternatives"
}
