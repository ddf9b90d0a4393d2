@testable import EventPattern
@testable import PatternOracle

extension SmallWorld {
  /// A shape of whole events over the same paths as the patterns.
  mutating func shape() -> ValueShape {
    let detail = ObjectShape(
      properties: [
        .init("a", field(depth: 0), isRequired: happens(60)),
        .init("b", field(depth: 0), isRequired: happens(60)),
        .init("v", container(), isRequired: happens(60)),
      ].filter { _ in happens(85) }, isOpen: happens(40))
    var properties = [
      ObjectShape.Property("detail", .object(detail), isRequired: true)
    ]
    if happens(60) { properties.insert(.init("source", texts(), isRequired: true), at: 0) }
    return .object(ObjectShape(properties: properties))
  }

  private mutating func texts() -> ValueShape {
    if happens(30) { return .string(StringShape(minLength: below(2), maxLength: 1 + below(2))) }
    return .choices(
      (0...below(3)).map { _ in .init(.string(UTF8Text(word())), weight: Double(1 + below(3))) })
  }

  private mutating func word() -> String { one(of: ["", "a", "b", "ab", "ba", "aB", "ß"]) }

  private mutating func number() -> ValueShape {
    let low = Double(below(3))
    return .number(
      NumberShape(
        isInteger: happens(50),
        range: NumericRange(
          lower: happens(80) ? .init(low, isIncluded: happens(60)) : nil,
          upper: happens(80) ? .init(low + Double(1 + below(2)), isIncluded: happens(60)) : nil)))
  }

  private mutating func field(depth: Int) -> ValueShape {
    switch below(10) {
    case 0...2: texts()
    case 3...4: number()
    case 5: .boolean
    case 6: happens(50) ? .null : .any
    case 7 where depth < 2: .array(of: field(depth: depth + 1))
    case 8 where depth < 2: .union([field(depth: depth + 1), field(depth: depth + 1)])
    default:
      .choices([.init(.number(PatternNumber(1))), .init(.string("a")), .init(.boolean(true))])
    }
  }

  private mutating func container() -> ValueShape {
    let object = ValueShape.object(
      ObjectShape(
        properties: [
          .init("a", field(depth: 1), isRequired: happens(50)),
          .init("b", field(depth: 1), isRequired: happens(50)),
        ], isOpen: happens(40)))
    return switch below(5) {
    case 0...1: object
    case 2...3: .array(of: object)
    default: .union([object, .array(of: object), .string(StringShape())])
    }
  }
}

extension SmallWorld {
  /// JSON text of an event that mostly has the shape.
  mutating func event(of shape: ValueShape) -> String {
    guard case .object(let fields) = shape else { return event() }
    let source = fields.properties.first { $0.name == "source" }.map { value(of: $0.shape) }
    let detail = fields.properties.first { $0.name == "detail" }.map { value(of: $0.shape) }
    return #"{"version":"0","id":"","detail-type":"","source":\#(source ?? "\"a\""),"account":"","#
      + #""time":"","region":"","resources":[],"detail":\#(detail ?? "{}")}"#
  }

  private mutating func value(of shape: ValueShape) -> String {
    switch shape {
    case .any:
      return one(of: ["1", "\"a\"", "[]", "{\"a\":1}", "[{\"a\":1},{\"a\":\"b\"}]", "[1,\"a\"]"])
    case .null: return "null"
    case .boolean: return one(of: ["true", "false"])
    case .choices(let choices): return one(of: choices).value.text
    case .string: return "\"\(one(of: ["", "a", "b", "ab", "ba", "aB", "bab"]))\""
    case .number: return one(of: ["0", "1", "2", "0.5", "1.5", "3", "2.5", "-1"])
    case .array(let element):
      return "[\((0..<below(4)).map { _ in value(of: element) }.joined(separator: ","))]"
    case .union(let shapes): return value(of: one(of: shapes))
    case .object(let fields):
      var members: [String] = []
      for property in fields.properties where property.isRequired || happens(60) {
        members.append("\"\(property.name)\":\(value(of: property.shape))")
      }
      if fields.isOpen, happens(20) { members.append("\"w\":{\"c\":1}") }
      return "{\(members.joined(separator: ","))}"
    }
  }
}

extension ValueShape {
  /// Whether a value has the shape, said as simply as possible.
  func admits(_ tree: JSONTree) -> Bool {
    switch (self, tree) {
    case (.any, _), (.null, .null), (.boolean, .bool): return true
    case (.choices(let choices), _): return choices.contains { $0.value.equals(tree) }
    case (.string(let shape), .string(let units)):
      let count = String(decoding: units, as: UTF16.self).unicodeScalars.count
      return count >= shape.minLength && count <= shape.maxLength ?? .max
    case (.number(let shape), .number(let text)):
      guard let value = Double(text) else { return false }
      if shape.isInteger, value != value.rounded() { return false }
      let isAbove = shape.range.lower.map { $0.isIncluded ? value >= $0.value : value > $0.value }
      let isBelow = shape.range.upper.map { $0.isIncluded ? value <= $0.value : value < $0.value }
      return isAbove ?? true && isBelow ?? true
    case (.array(let element), .array(let elements)): return elements.allSatisfy(element.admits)
    case (.union(let shapes), _): return shapes.contains { $0.admits(tree) }
    case (.object(let fields), .object(let members)):
      let names = members.map { String(decoding: $0.key, as: UTF16.self) }
      guard
        fields.properties.allSatisfy({ !$0.isRequired || names.contains($0.name.description) })
      else { return false }
      return zip(names, members).allSatisfy { name, member in
        fields.properties.first { $0.name.description == name }
          .map { $0.shape.admits(member.value) } ?? fields.isOpen
      }
    default: return false
    }
  }
}

extension ScalarValue {
  fileprivate func equals(_ tree: JSONTree) -> Bool {
    switch (self, tree) {
    case (.null, .null): true
    case (.boolean(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a.value == Double(b)
    case (.string(let a), .string(let b)): a.description == String(decoding: b, as: UTF16.self)
    default: false
    }
  }
}
