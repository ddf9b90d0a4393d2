extension ShapeNode {
  /// The most alternatives that unions of arrays and objects may make of one shape.
  static let alternativeLimit = 64

  /// Shapes nested deeper than this are not looked into.
  private static let depthLimit = 64

  /// `shape` as a union of nodes; nil where that takes too many.
  static func alternatives(of shape: ValueShape, depth: Int = 0) -> [ShapeNode]? {
    guard depth < depthLimit else { return nil }
    return switch shape {
    case .any: [.any]
    case .null: [ShapeNode(scalars: [ValueSet(literals: .null)])]
    case .boolean: [ShapeNode(scalars: [ValueSet(literals: [.isTrue, .isFalse])])]
    case .choices(let choices): [ShapeNode(choices)]
    case .string(let shape): [ShapeNode(shape)]
    case .number(let shape): [ShapeNode(shape)]
    case .array(let element):
      alternatives(of: element, depth: depth + 1).map { $0.map { ShapeNode(array: $0) } }
    case .object(let shape):
      fields(of: shape, depth: depth + 1).map { $0.map { ShapeNode(object: $0) } }
    case .union(let shapes): union(of: shapes, depth: depth + 1)
    }
  }

  private convenience init(_ choices: [ValueShape.Choice]) {
    let values = ValueSet(union: choices.map { ValueSet($0.value) })
    // Stable, so that of equal weights the first declared stays first.
    let ranked = choices.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }
    self.init(scalars: [values], preferred: ranked.map(\.element.value))
  }

  private convenience init(_ shape: StringShape) {
    var strings = StringSet.all
    // A longer limit than any pattern's text makes no difference.
    let maximum = shape.maxLength.flatMap { $0 > Self.longestLimit ? nil : $0 }
    if shape.minLength > 0 || maximum != nil {
      strings = StringSet(.length(min: shape.minLength, max: maximum))
    }
    self.init(
      scalars: [ValueSet(strings: strings)], preferred: shape.example.map { [.string($0)] } ?? [],
      form: shape.example)
  }

  private static var longestLimit: Int { 4096 }

  private convenience init(_ shape: NumberShape) {
    let interval = Intervals(shape.range)
    let numbers = shape.isInteger ? NumberSet(integers: interval) : NumberSet(reals: interval)
    self.init(scalars: [ValueSet(numbers: numbers)])
  }

  private static func fields(of shape: ObjectShape, depth: Int) -> [Fields]? {
    var partial: [[Property]] = [[]]
    for property in shape.properties {
      guard let nodes = alternatives(of: property.shape, depth: depth),
        partial.count * nodes.count <= alternativeLimit
      else { return nil }
      partial = partial.flatMap { properties in
        nodes.map { node in
          properties + [Property(name: property.name, node: node, isRequired: property.isRequired)]
        }
      }
    }
    return partial.map { Fields(properties: $0, isOpen: shape.isOpen) }
  }

  /// Scalars merge into one set; each array and each object stays an alternative.
  private static func union(of shapes: [ValueShape], depth: Int) -> [ShapeNode]? {
    var scalars = ValueSet.none
    var preferred: [ScalarValue] = []
    var rest: [ShapeNode] = []
    for shape in shapes {
      guard let nodes = alternatives(of: shape, depth: depth) else { return nil }
      for node in nodes {
        if node.isAny { return [.any] }
        // INVARIANT: before shapes meet, a node has at most one set of scalars.
        if let set = node.scalars?.first { scalars = scalars.union(set) }
        preferred += node.preferred
        if node.array != nil || node.object != nil {
          rest.append(ShapeNode(array: node.array, object: node.object))
        }
      }
    }
    guard !scalars.isNone else { return rest.isEmpty ? [ShapeNode()] : rest }
    return [ShapeNode(scalars: [scalars], preferred: preferred)] + rest
  }
}

extension StringShape {
  /// A readable text of the format.
  fileprivate var example: UTF8Text? {
    switch format {
    case "date-time": "2026-01-01T00:00:00Z"
    case "date": "2026-01-01"
    case "time": "00:00:00Z"
    case "duration": "PT1H"
    case "uuid": "11111111-2222-3333-4444-555555555555"
    case "email", "idn-email": "ada@example.com"
    case "hostname", "idn-hostname": "example.com"
    case "ipv4": "192.0.2.1"
    case "ipv6": "2001:db8::1"
    case "uri", "uri-reference", "iri", "iri-reference": "https://example.com/"
    case "json-pointer": "/a"
    default: nil
    }
  }
}
