import Foundation
import Topology
import YAMLTree

/// A JSON Schema 2020-12, read ahead of use, as far as the grammar's schema goes.
final class Schema {
  var isOpen: Bool?
  var reference: String?
  var types: Set<String>?
  /// `enum` and `const`.
  var values: [YAMLNode]?
  var anyOf: [Schema]?
  var allOf: [Schema] = []
  var not: Schema?
  var minimum: Double?
  var maximum: Double?
  var isNonEmpty = false
  var expression: NSRegularExpression?
  var items: Schema?
  var counts = 0...Int.max
  var minProperties = 0
  var required: [String] = []
  var properties: [String: Schema] = [:]
  var takesExtensions = false
  var others: Schema?
  var names: Schema?
  /// Keywords that this validator does not know: there must be none.
  var unknown: [String] = []

  init(_ node: YAMLNode) {
    isOpen = node.boolean
    for (key, value) in node.entries { take(key.text, value) }
  }

  private func take(_ keyword: String, _ value: YAMLNode) {
    switch keyword {
    case "$schema", "$defs", "title", "description", "examples": break
    case "$ref": reference = String(value.text.dropFirst("#/$defs/".count))
    case "type": types = Set(value.kind == .sequence ? value.elements.map(\.text) : [value.text])
    case "enum": values = value.elements
    case "const": values = [value]
    case "anyOf": anyOf = value.elements.map(Schema.init)
    case "allOf": allOf = value.elements.map(Schema.init)
    case "not": not = Schema(value)
    case "minimum": minimum = value.numericValue
    case "maximum": maximum = value.numericValue
    case "minLength": isNonEmpty = value.integer == 1
    case "pattern": expression = try? NSRegularExpression(pattern: value.text)
    case "items": items = Schema(value)
    case "minItems": counts = (value.integer ?? 0)...counts.upperBound
    case "maxItems": counts = counts.lowerBound...(value.integer ?? .max)
    case "minProperties": minProperties = value.integer ?? 0
    case "required": required = value.elements.map(\.text)
    case "properties":
      for (name, schema) in value.entries { properties[name.text] = Schema(schema) }
    case "patternProperties": takesExtensions = value["^x-"]?.boolean == true
    case "additionalProperties": others = Schema(value)
    case "propertyNames": names = Schema(value)
    default: unknown.append(keyword)
    }
  }
}

/// Validates documents against the grammar's schema.
final class SchemaValidator {
  private let root: Schema
  private let definitions: [String: Schema]
  /// The properties that accepted parts of documents have had, as `definition.property`.
  private(set) var visited: Set<String> = []

  init(_ schema: YAMLNode) {
    root = Schema(schema)
    definitions = Dictionary(
      uniqueKeysWithValues: (schema["$defs"]?.entries ?? []).map { ($0.key.text, Schema($0.value)) }
    )
  }

  func accepts(_ node: YAMLNode) -> Bool { accepts(node, root, in: "") }

  private func accepts(_ node: YAMLNode, _ schema: Schema, in place: String) -> Bool {
    if let isOpen = schema.isOpen { return isOpen }
    guard schema.unknown.isEmpty else { return false }
    if let name = schema.reference {
      guard let target = definitions[name], accepts(node, target, in: name) else { return false }
    }
    if let types = schema.types, !types.contains(where: { hasType(node, $0) }) { return false }
    if let values = schema.values, !values.contains(where: { isSame(node, $0) }) { return false }
    if let anyOf = schema.anyOf, !anyOf.contains(where: { accepts(node, $0, in: place) }) {
      return false
    }
    if let not = schema.not, accepts(node, not, in: place) { return false }
    return schema.allOf.allSatisfy { accepts(node, $0, in: place) }
      && acceptsContent(of: node, schema, in: place)
  }

  private func acceptsContent(of node: YAMLNode, _ schema: Schema, in place: String) -> Bool {
    switch node.jsonType {
    case .number:
      let value = node.numericValue
      return (schema.minimum.map { value ?? -.infinity >= $0 } ?? true)
        && (schema.maximum.map { value ?? .infinity <= $0 } ?? true)
    case .string: return acceptsText(node.text, schema)
    case .array:
      let elements = node.elements
      return schema.counts.contains(elements.count)
        && elements.allSatisfy { element in
          schema.items.map { accepts(element, $0, in: place) } ?? true
        }
    case .object: return acceptsMembers(of: node, schema, in: place)
    default: return true
    }
  }

  private func acceptsText(_ text: String, _ schema: Schema) -> Bool {
    if schema.isNonEmpty, text.isEmpty { return false }
    guard let expression = schema.expression else { return true }
    let all = NSRange(text.startIndex..., in: text)
    return expression.firstMatch(in: text, range: all)?.range == all
  }

  private func acceptsMembers(of node: YAMLNode, _ schema: Schema, in place: String) -> Bool {
    let entries = node.entries
    let keys = Set(entries.map(\.key.text))
    guard entries.count >= schema.minProperties, keys.isSuperset(of: schema.required) else {
      return false
    }
    if let names = schema.names, !keys.allSatisfy({ acceptsText($0, names) }) { return false }
    return entries.allSatisfy { key, value in
      let name = key.text
      guard let property = schema.properties[name] else {
        if schema.takesExtensions, name.hasPrefix("x-") { return true }
        return schema.others.map { accepts(value, $0, in: place) } ?? true
      }
      guard accepts(value, property, in: place + "." + name) else { return false }
      visited.insert(place + "." + name)
      return true
    }
  }

  private func hasType(_ node: YAMLNode, _ type: String) -> Bool {
    guard type == "integer" else { return node.jsonType.rawValue == type }
    return node.numericValue.map { $0 == $0.rounded() } ?? false
  }

  private func isSame(_ node: YAMLNode, _ other: YAMLNode) -> Bool {
    node.jsonType == other.jsonType && node.utf8.elementsEqual(other.utf8)
  }

  /// Every property that the schema describes, as `definition.property`.
  var properties: Set<String> {
    var names: Set<String> = []
    collect(root, in: "", to: &names)
    for (name, schema) in definitions { collect(schema, in: name, to: &names) }
    return names
  }

  private func collect(_ schema: Schema, in place: String, to names: inout Set<String>) {
    for (name, property) in schema.properties {
      names.insert(place + "." + name)
      collect(property, in: place + "." + name, to: &names)
    }
    let rest =
      schema.allOf + (schema.anyOf ?? []) + [schema.items, schema.others].compactMap { $0 }
    for part in rest { collect(part, in: place, to: &names) }
  }
}
