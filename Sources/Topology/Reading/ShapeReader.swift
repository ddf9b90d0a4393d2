import Diagnostics
import EventPattern
import YAMLTree

/// Reads the shape that a JSON Schema describes. What the shape cannot carry (`pattern`, `allOf` …)
/// is left out, so that a shape always allows at least what its schema does.
struct ShapeReader {
  let root: YAMLNode
  /// `$ref` may repeat schemas without end; past this many a shape says nothing.
  private(set) var remaining: Int
  /// How deep the schema being read is inside others; past 200 a shape says nothing.
  private var depth = 0
  /// The references being followed.
  private var following: [String] = []
  private(set) var dangling: [YAMLNode] = []
  /// Keys of `x-weights` that weigh no value of their `enum`.
  private(set) var idleWeights: [YAMLNode] = []

  init(root: YAMLNode, bound: Int) {
    self.root = root
    remaining = bound
  }

  mutating func shape(of node: YAMLNode) -> ValueShape {
    remaining -= 1
    depth += 1
    defer { depth -= 1 }
    guard remaining > 0, depth <= 200, node.kind == .mapping else { return .any }
    if let reference = node["$ref"] { return target(of: reference) }
    if let value = node["const"] { return choices([value], weights: nil) }
    if let values = node["enum"] { return choices(values.elements, weights: node["x-weights"]) }
    if let branches = node["oneOf"] ?? node["anyOf"], !branches.elements.isEmpty {
      return union(branches.elements.map { shape(of: $0) })
    }
    return typed(node)
  }

  private mutating func target(of reference: YAMLNode) -> ValueShape {
    let pointer = reference.text
    guard let node = root.node(at: pointer) else {
      dangling.append(reference)
      return .any
    }
    // A shape that holds itself says nothing where it begins again.
    if following.contains(pointer) { return .any }
    following.append(pointer)
    defer { following.removeLast() }
    return shape(of: node)
  }

  private mutating func typed(_ node: YAMLNode) -> ValueShape {
    guard let type = node["type"] else { return shape(of: node, type: Self.impliedType(node)) }
    if type.kind == .sequence {
      return union(type.elements.map { shape(of: node, type: $0.text) })
    }
    return shape(of: node, type: type.text)
  }

  /// The type that keywords are about where `type` itself is missing.
  private static func impliedType(_ node: YAMLNode) -> String {
    if node["properties"] != nil || node["required"] != nil { return "object" }
    if node["items"] != nil { return "array" }
    if node["minLength"] ?? node["maxLength"] ?? node["format"] != nil { return "string" }
    let bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]
    return bounds.contains { node[$0] != nil } ? "number" : ""
  }

  private mutating func shape(of node: YAMLNode, type: String) -> ValueShape {
    switch type {
    case "object": object(node)
    case "array": .array(of: node["items"].map { shape(of: $0) } ?? .any)
    case "string": .string(string(node))
    case "number", "integer": .number(number(node, isInteger: type == "integer"))
    case "boolean": .boolean
    case "null": .null
    default: .any
    }
  }

  private mutating func object(_ node: YAMLNode) -> ValueShape {
    let required = Set(node["required"]?.elements.map(\.text) ?? [])
    var properties: [ObjectShape.Property] = []
    var known: Set<String> = []
    for (key, value) in node["properties"]?.entries ?? [] {
      let name = key.text
      known.insert(name)
      let isPossible = value.scalar != .boolean(false)
      guard isPossible else { continue }
      properties.append(
        .init(UTF8Text(Array(key.utf8)), shape(of: value), isRequired: required.contains(name)))
    }
    for name in node["required"]?.elements ?? [] where known.insert(name.text).inserted {
      properties.append(.init(UTF8Text(Array(name.utf8)), .any, isRequired: true))
    }
    let isOpen = node["additionalProperties"]?.scalar != .boolean(false)
    return .object(ObjectShape(properties: properties, isOpen: isOpen))
  }

  private func string(_ node: YAMLNode) -> StringShape {
    StringShape(
      minLength: node["minLength"]?.wholeNumber ?? 0, maxLength: node["maxLength"]?.wholeNumber,
      format: node["format"]?.text)
  }

  private func number(_ node: YAMLNode, isInteger: Bool) -> NumberShape {
    let low = Self.tighter(
      node["minimum"]?.numericValue, node["exclusiveMinimum"]?.numericValue, isTighter: >)
    let high = Self.tighter(
      node["maximum"]?.numericValue, node["exclusiveMaximum"]?.numericValue, isTighter: <)
    return NumberShape(isInteger: isInteger, range: NumericRange(lower: low, upper: high))
  }

  private static func tighter(
    _ included: Double?, _ excluded: Double?, isTighter: (Double, Double) -> Bool
  ) -> NumericRange.Bound? {
    guard let excluded else { return included.map { .init($0, isIncluded: true) } }
    guard let included, isTighter(included, excluded) else {
      return .init(excluded, isIncluded: false)
    }
    return .init(included, isIncluded: true)
  }
}

extension ShapeReader {
  /// Scalars as choices; an object or array among them makes the shape say less.
  private mutating func choices(_ values: [YAMLNode], weights: YAMLNode?) -> ValueShape {
    let names = Set(values.map(\.text))
    idleWeights += (weights?.entries ?? []).map(\.key).filter { !names.contains($0.text) }
    var choices: [ValueShape.Choice] = []
    for value in values {
      guard let scalar = value.scalarValue else { return .any }
      let weight = weights?[value.text]?.numericValue ?? 1
      choices.append(.init(scalar, weight: weight))
    }
    return .choices(choices)
  }

  private func union(_ shapes: [ValueShape]) -> ValueShape {
    shapes.count == 1 ? shapes[0] : shapes.contains(.any) ? .any : .union(shapes)
  }
}

extension YAMLNode {
  fileprivate var scalarValue: ScalarValue? {
    switch scalar {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .integer, .float:
      jsonNumber.map { .number(PatternNumber(text: UTF8Text($0), value: numericValue)) }
    case .string: .string(UTF8Text(Array(utf8)))
    case nil: nil
    }
  }

  /// What a JSON Pointer as a URI fragment (`#/$defs/address`) leads to.
  fileprivate func node(at pointer: String) -> YAMLNode? {
    guard pointer.hasPrefix("#") else { return nil }
    var node = self
    for part in pointer.dropFirst().split(separator: "/") {
      let key = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
      if node.kind == .sequence, let index = Int(key), node.elements.indices.contains(index) {
        node = node.elements[index]
      } else if let next = node[key] {
        node = next
      } else {
        return nil
      }
    }
    return node
  }
}

extension ReadingContext {
  /// The shape of a schema whose structure has been checked.
  mutating func shape(of schema: YAMLNode) -> ValueShape {
    let bound = min(20_000, schemas)
    var reader = ShapeReader(root: schema, bound: bound)
    let shape = reader.shape(of: schema)
    schemas -= bound - reader.remaining
    for reference in reader.dangling {
      report(
        "topology/dangling-reference",
        "\(excerpt(reference.text)) leads to no schema in this file", at: reference.range,
        help: "write '#/$defs/name' and declare the name under '$defs' of the same schema")
    }
    for key in reader.idleWeights {
      report(
        "topology/unknown-word", "'enum' has no value \(excerpt(key.text)) to weigh", at: key.range)
    }
    return shape
  }
}
