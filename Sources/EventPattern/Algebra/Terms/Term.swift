/// The events that meet all requirements, are in none of the excluded terms, and have the shape.
struct Term: Hashable, Sendable {
  var required: [Requirement] = []
  var excluded: [Term] = []
  var shape: Shape

  /// The meeting of several shapes, which it remembers.
  struct Shape: Hashable, Sendable {
    /// Sorted out of repetitions; the root's universe is the first.
    private(set) var parts: [ShapeNode]
    private(set) var root: ShapeNode

    static let envelope = Shape(parts: [.envelope], root: .envelope)
    static let document = Shape(parts: [.document], root: .document)

    var hasEnvelope: Bool { parts.contains { $0 === ShapeNode.envelope } }

    func meeting(_ other: Shape) -> Shape {
      if root === other.root { return self }
      var joint = self
      for part in other.parts where !joint.parts.contains(part) {
        joint.parts.append(part)
        joint.root = joint.root.meeting(part)
      }
      return joint
    }

    func adding(_ node: ShapeNode) -> Shape { meeting(Shape(parts: [node], root: node)) }

    /// Whether every event of this shape surely has the other too.
    func implies(_ other: Shape) -> Bool { other.parts.allSatisfy(parts.contains) }
  }

  func intersection(_ other: Term) -> Term {
    var joint = Term(
      required: required, shape: shape.meeting(other.shape))
    joint.required += other.required.filter { !required.contains($0) }
    let parts = excluded + other.excluded.filter { !excluded.contains($0) }
    joint.excluded = parts.filter { !joint.isSurelyDisjoint(from: $0) }
    return joint
  }
}
