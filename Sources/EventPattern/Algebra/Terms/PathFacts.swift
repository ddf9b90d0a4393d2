/// What a shape says of one path.
struct PathFacts {
  /// No value can ever be there.
  var isImpossible = false
  /// A value is there in every event.
  var isAlwaysPresent = true
  /// The segments up to the first place that may be an array; nil where the path has one value at
  /// most.
  ///
  /// The service picks values out of one array only if they stand in the same element, so paths
  /// with the same such place depend on each other.
  var arrayDepth: Int?
  /// Sets that each value is in; more may be known, which only the tree of the shape says.
  var domain: [ValueSet] = []
  var preferred: [ScalarValue] = []

  init(_ path: [UTF8Text], in root: ShapeNode) {
    var node = root
    for (depth, segment) in path.enumerated() {
      guard let next = enter(node, segment, depth) else {
        isImpossible = true
        isAlwaysPresent = false
        return
      }
      node = next
    }
    finish(node, path.count)
  }

  /// The node of the key `segment`; nil where it cannot be.
  private mutating func enter(
    _ node: ShapeNode, _ segment: UTF8Text, _ depth: Int
  ) -> ShapeNode? {
    note(node, depth)
    if node.isAny { return .any }
    if node.scalars != nil { isAlwaysPresent = false }
    switch (node.object, node.array) {
    case (nil, nil): return nil
    case (let fields?, nil): return enter(fields, segment)
    case (nil, let element?) where element.array == nil:
      guard let fields = element.object else { return nil }
      return enter(fields, segment)
    default:
      isAlwaysPresent = false
      return .any
    }
  }

  private mutating func enter(_ fields: ShapeNode.Fields, _ segment: UTF8Text) -> ShapeNode? {
    let property = fields.property(segment)
    if property?.isRequired != true { isAlwaysPresent = false }
    if fields.isAmbiguous(segment) {
      isAlwaysPresent = false
      return .any
    }
    guard let property else { return fields.isOpen ? .any : nil }
    return property.node.isImpossible ? nil : property.node
  }

  private mutating func note(_ node: ShapeNode, _ depth: Int) {
    guard node.array != nil else { return }
    isAlwaysPresent = false
    if arrayDepth == nil { arrayDepth = depth }
  }

  private mutating func finish(_ node: ShapeNode, _ depth: Int) {
    note(node, depth)
    if node.object != nil { isAlwaysPresent = false }
    preferred = node.preferred
    guard !node.isAny else { return }
    switch (node.scalars, node.array) {
    case (nil, nil): isImpossible = true
    case (let scalars?, nil): domain = scalars
    case (nil, let element?) where element.array == nil:
      guard let scalars = element.scalars else {
        isImpossible = true
        return
      }
      domain = scalars
      preferred = element.preferred
    default: break
    }
  }
}
