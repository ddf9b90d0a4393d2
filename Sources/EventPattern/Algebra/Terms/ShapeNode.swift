/// What may stand at a place in an event, without unions of arrays or of objects.
final class ShapeNode: Sendable {
  struct Property: Hashable, Sendable {
    let name: UTF8Text
    let node: ShapeNode
    let isRequired: Bool
  }

  struct Fields: Hashable, Sendable {
    /// In the order in which a document shows them.
    let properties: [Property]
    /// Whether other keys may be present, with any value.
    let isOpen: Bool
    private let hasDottedNames: Bool

    static let open = Fields(properties: [], isOpen: true)

    init(properties: [Property], isOpen: Bool) {
      self.properties = properties
      self.isOpen = isOpen
      hasDottedNames = properties.contains { $0.name.bytes.contains(UInt8(ascii: ".")) }
    }

    /// Whether a name holding a `.` may stand for a path that begins with `segment`.
    func isAmbiguous(_ segment: UTF8Text) -> Bool {
      hasDottedNames
        && properties.contains { $0.name.segments.count > 1 && $0.name.segments[0] == segment }
    }

    func property(_ name: UTF8Text) -> Property? { properties.first { $0.name == name } }
  }

  /// Anything at all; the other properties then say so too, to any depth.
  let isAny: Bool
  /// A scalar must be in all of these sets; nil where none may stand here.
  let scalars: [ValueSet]?
  /// Good examples, best first.
  let preferred: [ScalarValue]
  /// A text whose other parts an example keeps where a test asks only for its beginning or end.
  let form: UTF8Text?
  private let elements: ShapeNode?
  private let members: Fields?
  private let hash: Int

  static let any = ShapeNode(isAny: true)

  init(
    scalars: [ValueSet]? = nil, preferred: [ScalarValue] = [], form: UTF8Text? = nil,
    array: ShapeNode? = nil, object: Fields? = nil
  ) {
    isAny = false
    self.scalars = scalars
    self.preferred = preferred
    self.form = form
    elements = array
    members = object
    var hasher = Hasher()
    hasher.combine(scalars)
    hasher.combine(array?.hash)
    hasher.combine(object)
    hash = hasher.finalize()
  }

  private init(isAny: Bool) {
    self.isAny = isAny
    scalars = []
    preferred = []
    form = nil
    elements = nil
    members = nil
    hash = 1
  }

  /// Of an array's elements; nil where no array may stand here.
  var array: ShapeNode? { isAny ? .any : elements }
  /// Nil where no object may stand here.
  var object: Fields? { isAny ? .open : members }
  /// Nothing can stand here.
  var isImpossible: Bool { !isAny && scalars == nil && elements == nil && members == nil }
}

extension ShapeNode: Hashable {
  static func == (a: ShapeNode, b: ShapeNode) -> Bool {
    if a === b { return true }
    return a.hash == b.hash && a.isAny == b.isAny && a.scalars == b.scalars
      && a.elements == b.elements && a.members == b.members
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension ShapeNode {
  /// What may stand where both allow it.
  func meeting(_ other: ShapeNode) -> ShapeNode {
    if other.isAny || self === other { return self }
    if isAny { return other }
    var both: [ValueSet]?
    if let mine = scalars, let theirs = other.scalars {
      both = mine + theirs.filter { !mine.contains($0) }
    }
    var array: ShapeNode?
    if let mine = elements, let theirs = other.elements { array = mine.meeting(theirs) }
    var object: Fields?
    if let mine = members, let theirs = other.members { object = mine.meeting(theirs) }
    return ShapeNode(
      scalars: both, preferred: other.preferred + preferred, form: other.form ?? form,
      array: array, object: object)
  }
}

extension ShapeNode.Fields {
  /// Nil where a key is required by one that the other rules out.
  fileprivate func meeting(_ other: Self) -> Self? {
    var merged: [ShapeNode.Property] = []
    for property in properties {
      guard let joint = property.meeting(other.property(property.name), isOpen: other.isOpen) else {
        return nil
      }
      merged.append(joint)
    }
    for property in other.properties where self.property(property.name) == nil {
      guard let joint = property.meeting(nil, isOpen: isOpen) else { return nil }
      merged.append(joint)
    }
    return Self(properties: merged, isOpen: isOpen && other.isOpen)
  }
}

extension ShapeNode.Property {
  fileprivate func meeting(_ other: Self?, isOpen: Bool) -> Self? {
    var joint = node
    if let other {
      joint = node.meeting(other.node)
    } else if !isOpen {
      joint = ShapeNode()
    }
    let isNeeded = isRequired || other?.isRequired == true
    if isNeeded, joint.isImpossible { return nil }
    return Self(name: name, node: joint, isRequired: isNeeded)
  }
}
