extension Topology {
  /// The language as JSON Schema (2020-12) for editors, printed from the grammar that documents are
  /// checked by. It accepts exactly what that check accepts; names that must be declared somewhere,
  /// and what only services know of patterns, are beyond a schema.
  package static func jsonSchema() -> String {
    var writer = SchemaWriter()
    var members: [(String, JSONValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Interlock topology")),
      (
        "description",
        .string("One event-driven system: what routes events where, and who may do so.")
      ),
    ]
    members += writer.members(of: Document.grammar)
    members.append(("$defs", .object(writer.definitions.sorted { $0.0 < $1.0 })))
    return JSONValue.object(members).text() + "\n"
  }
}

/// Prints grammars as JSON Schema and collects the definitions that they refer to.
struct SchemaWriter {
  private(set) var definitions: [(String, JSONValue)] = []
  private var names: Set<String> = []

  mutating func schema(of grammar: Grammar) -> JSONValue { .object(members(of: grammar)) }

  mutating func members(of grammar: Grammar) -> [(String, JSONValue)] {
    switch grammar {
    case .object(let object): return members(of: object)
    case .list(let list): return members(of: list)
    case .text(let text): return Self.members(of: text)
    case .word(let words):
      return words.count == 1 ? [("const", .string(words[0]))] : [("enum", .strings(words))]
    case .number(let number): return Self.members(of: number)
    case .boolean: return [("type", .string("boolean"))]
    case .null: return [("type", .string("null"))]
    case .choice(let alternatives):
      return [("anyOf", .array(alternatives.map { schema(of: $0) }))]
    case .definition(let definition), .delegated(let definition):
      define(definition)
      return [("$ref", .string("#/$defs/\(definition.name)"))]
    case .anything: return []
    }
  }

  private mutating func define(_ definition: Grammar.Definition) {
    guard names.insert(definition.name).inserted else { return }
    let body = schema(of: definition.grammar())
    definitions.append((definition.name, body))
  }

  private mutating func members(of object: ObjectGrammar) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("type", Self.type("object", object.mayBeNull))]
    let required = object.fields.filter(\.isRequired).map(\.key)
    if !required.isEmpty { members.append(("required", .strings(required))) }
    if !object.fields.isEmpty {
      members.append(("properties", .object(object.fields.map { ($0.key, property($0)) })))
    }
    switch object.others {
    case .refused: members.append(("additionalProperties", .boolean(false)))
    case .extensions:
      members.append(("patternProperties", .object([("^x-", .boolean(true))])))
      members.append(("additionalProperties", .boolean(false)))
    case .allowed: break
    case .each(let keys, let grammar):
      if let keys { members.append(("propertyNames", .object(Self.members(of: keys)))) }
      members.append(("additionalProperties", schema(of: grammar)))
    }
    if object.atLeast > 0 { members.append(("minProperties", .number(Double(object.atLeast)))) }
    let rules = Self.rules(of: object)
    if !rules.isEmpty { members.append(("allOf", .array(rules))) }
    return members
  }

  private mutating func property(_ field: ObjectGrammar.Field) -> JSONValue {
    .object([("description", .string(field.summary))] + members(of: field.grammar))
  }

  /// Which keys need and exclude each other.
  private static func rules(of object: ObjectGrammar) -> [JSONValue] {
    var rules: [JSONValue] = []
    for keys in object.needed {
      rules.append(
        .object([("anyOf", .array(keys.map { .object([("required", .strings([$0]))]) }))]))
    }
    for keys in object.exclusive {
      for (index, first) in keys.enumerated() {
        for second in keys[(index + 1)...] {
          // `required` says nothing of what is no object, so `not` alone would refuse a null.
          let both: [(String, JSONValue)] = [
            ("type", .string("object")), ("required", .strings([first, second])),
          ]
          rules.append(.object([("not", .object(both))]))
        }
      }
    }
    return rules
  }

  private mutating func members(of list: ListGrammar) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("type", Self.type("array", list.mayBeNull))]
    members.append(("items", schema(of: list.element)))
    if list.atLeast > 0 { members.append(("minItems", .number(Double(list.atLeast)))) }
    if let most = list.atMost { members.append(("maxItems", .number(Double(most)))) }
    return members
  }

  private static func members(of text: TextGrammar) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("type", .string("string"))]
    if let pattern = text.pattern {
      members.append(("pattern", .string(pattern.regularExpression)))
    } else if !text.mayBeEmpty {
      members.append(("minLength", .number(1)))
    }
    if !text.examples.isEmpty { members.append(("examples", .strings(text.examples))) }
    return members
  }

  private static func members(of number: NumberGrammar) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("type", .string(number.isInteger ? "integer" : "number"))
    ]
    if let minimum = number.minimum { members.append(("minimum", .number(minimum))) }
    if let maximum = number.maximum { members.append(("maximum", .number(maximum))) }
    return members
  }

  private static func type(_ name: String, _ mayBeNull: Bool) -> JSONValue {
    mayBeNull ? .strings([name, "null"]) : .string(name)
  }
}
