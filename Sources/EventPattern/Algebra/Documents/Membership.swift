import Diagnostics

/// The scalars of a document by path, each with its place in the arrays above it.
struct Leaves {
  struct Leaf {
    let path: UTF8Text
    let value: ScalarValue
    /// Arrays by number, outermost first, with the index of the element that the value is inside
    /// of.
    let places: [Place]
  }

  struct Place {
    let array: Int
    let index: Int
  }

  private(set) var list: [Leaf] = []
  private var arrays = 0

  init(_ document: JSONValue) { collect(document, [], isRoot: true, []) }

  private mutating func collect(
    _ value: JSONValue, _ path: [UInt8], isRoot: Bool, _ places: [Place]
  ) {
    switch value {
    case .scalar(let scalar):
      list.append(Leaf(path: UTF8Text(path), value: scalar, places: places))
    case .array(let elements):
      let array = arrays
      arrays += 1
      for (index, element) in elements.enumerated() {
        // A scalar that stands in an array itself has no place in that array.
        if case .scalar = element {
          collect(element, path, isRoot: isRoot, places)
        } else {
          collect(element, path, isRoot: isRoot, places + [Place(array: array, index: index)])
        }
      }
    case .object(let members):
      for member in members {
        let joined = isRoot ? member.name.bytes : path + [UInt8(ascii: ".")] + member.name.bytes
        collect(member.value, joined, isRoot: false, places)
      }
    }
  }
}

extension Term {
  /// Whether an event is in the term; nil where it is not decided.
  func admits(_ event: JSONValue) -> Bool? { admits(event, Leaves(event)) }

  private func admits(_ event: JSONValue, _ leaves: Leaves) -> Bool? {
    var answer: Bool? = true
    func note(_ part: Bool?) { if part != true, answer != false { answer = part } }
    for requirement in required { note(requirement.admits(leaves)) }
    for part in shape.parts { note(part.admits(event)) }
    for part in excluded where answer != false { note(part.admits(event, leaves).map { !$0 }) }
    return answer
  }
}

extension Term {
  /// Whether an event is in the term, going by what `matches` says of each pattern.
  func admits(_ event: JSONValue, _ matches: (EventPattern) -> Bool) -> Bool {
    required.allSatisfy { matches(EventPattern($0.conjunction)) }
      && shape.parts.allSatisfy { $0.admits(event) == true }
      && !excluded.contains { $0.admits(event, matches) }
  }
}

extension EventPattern {
  /// One alternative by itself.
  fileprivate init(_ conjunction: Conjunction) {
    let range = conjunction.fields.first?.range ?? SourceRange(file: FileID(0), start: 0, end: 0)
    self.init(dialect: .eventBridge, alternatives: [conjunction], range: range, byteCount: 0)
  }
}

extension Requirement {
  /// As the service matches: one value a path, all from the same elements of shared arrays.
  func admits(_ leaves: Leaves) -> Bool? {
    if isVague { return nil }
    let ordered = conditions.sorted { $0.rank < $1.rank }
    var strict = Matching(leaves: leaves, isLenient: false)
    let surely = strict.match(ordered[...], [:])
    if surely != false { return surely }
    var lenient = Matching(leaves: leaves, isLenient: true)
    return lenient.match(ordered[...], [:]) == false ? false : nil
  }
}

/// Tries the values of an event on the conditions of a requirement.
private struct Matching {
  let leaves: Leaves
  /// Whether a value passes where that is not decided.
  let isLenient: Bool
  var steps = 20_000

  /// Nil where the bound of steps is reached.
  mutating func match(
    _ conditions: ArraySlice<Requirement.Condition>, _ chosen: [Int: Int]
  ) -> Bool? {
    guard let condition = conditions.first else { return true }
    let rest = conditions.dropFirst()
    var isAbsent = true
    for leaf in leaves.list where leaf.path == condition.path {
      guard let joint = Self.joined(chosen, leaf.places) else { continue }
      isAbsent = false
      steps -= 1
      guard steps > 0 else { return nil }
      guard condition.values.contains(leaf.value) ?? isLenient else { continue }
      let result = match(rest, joint)
      // A value that binds no further array is as good as any other.
      if result != false || joint.count == chosen.count { return result }
    }
    return isAbsent && condition.admitsAbsence ? match(rest, chosen) : false
  }

  /// The choice of elements with `places` added; nil where they differ.
  private static func joined(_ chosen: [Int: Int], _ places: [Leaves.Place]) -> [Int: Int]? {
    var joint = chosen
    for place in places {
      if let index = joint[place.array], index != place.index { return nil }
      joint[place.array] = place.index
    }
    return joint
  }
}

extension ShapeNode {
  /// Whether a value has the shape; nil where it is not decided.
  func admits(_ value: JSONValue) -> Bool? {
    guard !isAny else { return true }
    switch value {
    case .scalar(let scalar):
      guard let scalars else { return false }
      return ValueSearch(required: scalars, forbidden: []).admits(scalar)
    case .array(let elements):
      guard let element = array else { return false }
      return Self.all(elements.lazy.map { element.admits($0) })
    case .object(let members):
      guard let fields = object else { return false }
      return fields.admits(members)
    }
  }

  fileprivate static func all(_ answers: some Sequence<Bool?>) -> Bool? {
    var result: Bool? = true
    for answer in answers {
      if answer == false { return false }
      if answer == nil { result = nil }
    }
    return result
  }
}

extension ShapeNode.Fields {
  fileprivate func admits(_ members: [JSONValue.Member]) -> Bool? {
    for property in properties where property.isRequired {
      guard members.contains(where: { $0.name == property.name }) else { return false }
    }
    return ShapeNode.all(
      members.lazy.map { member in
        if let property = property(member.name) { return property.node.admits(member.value) }
        return isOpen
      })
  }
}
