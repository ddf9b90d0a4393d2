/// The events that meet all requirements, are in none of the excluded terms, and have the shape.
struct Term: Hashable, Sendable {
  var required: [Requirement] = []
  var excluded: [Term] = []
  var shape: Shape

  func intersection(_ other: Term) -> Term {
    var joint = Term(
      required: required, shape: shape.meeting(other.shape))
    joint.required += other.required.filter { !required.contains($0) }
    let parts = excluded + other.excluded.filter { !excluded.contains($0) }
    joint.excluded = parts.filter { !joint.isSurelyDisjoint(from: $0) }
    return joint
  }
}
