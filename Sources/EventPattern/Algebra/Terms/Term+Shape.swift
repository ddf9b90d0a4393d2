extension Term {
  /// The meeting of several shapes, which it remembers.
  struct Shape: Sendable {
    /// Each once; the universe's is the first.
    private(set) var parts: [ShapeNode]
    private(set) var root: ShapeNode
    /// What `root` says of the texts in the envelope's fields, beyond that there is one.
    private(set) var envelope: [(field: EnvelopeField, texts: StringSet)] = []

    static let envelope = Shape(universe: .envelope)
    static let document = Shape(universe: .document)

    private init(universe: ShapeNode) {
      parts = [universe]
      root = universe
    }

    var hasEnvelope: Bool { parts.contains { $0 === ShapeNode.envelope } }

    func meeting(_ other: Shape) -> Shape {
      if root === other.root { return self }
      return other.parts.reduce(self) { $0.adding($1) }
    }

    func adding(_ node: ShapeNode) -> Shape {
      guard !parts.contains(node) else { return self }
      var joint = self
      joint.parts.append(node)
      joint.root = root.meeting(node)
      joint.envelope = joint.root.textsOfEnvelope
      return joint
    }

    /// Whether every event of this shape surely has the other too.
    func implies(_ other: Shape) -> Bool {
      other.parts.allSatisfy { $0 === ShapeNode.document || parts.contains($0) }
    }
  }
}

extension Term.Shape: Hashable {
  static func == (a: Self, b: Self) -> Bool { a.root === b.root || a.parts == b.parts }
  func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}

extension ShapeNode {
  /// The smallest set that is known of the texts in each of the envelope's fields.
  fileprivate var textsOfEnvelope: [(field: EnvelopeField, texts: StringSet)] {
    let properties = object?.properties ?? []
    return properties.compactMap { property in
      guard let field = EnvelopeField(property.name),
        let set = property.node.scalars?.first(where: { $0.strings.finiteWords != nil })
      else { return nil }
      return (field, set.strings)
    }.sorted { $0.field.rawValue < $1.field.rawValue }
  }
}
