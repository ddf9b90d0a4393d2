import Diagnostics
import EventPattern
import YAMLTree

extension Form<ValueShape> {
  /// JSON Schema that stands in the topology.
  static let inlineSchema = Form(.definition(SchemaGrammar.definition)) { node, context in
    context.shape(of: node)
  }

  /// The path of a file that holds JSON Schema.
  static let schemaFile: Form = {
    let path = Form<String>.string("the path of a JSON Schema file")
    return Form(path.grammar) { node, context in
      guard path.read(node, &context) != nil,
        let root = context.file(
          namedAt: node, .definition(SchemaGrammar.definition), as: "schema")
      else { return nil }
      return context.shape(of: root)
    }
  }()
}

/// The keywords of JSON Schema (2020-12) that shapes are read from; others stand and mean nothing
/// here.
enum SchemaGrammar {
  static let definition = Grammar.Definition("jsonSchema") { .choice([.boolean, .object(object)]) }

  static let types = ["object", "array", "string", "number", "integer", "boolean", "null"]

  private static let object: ObjectGrammar = {
    var object = ObjectGrammar("a json schema")
    object.others = .allowed
    for (key, grammar, summary) in keywords {
      object.add(.init(key: key, grammar: grammar, summary: summary))
    }
    return object
  }()

  private static let schema = Grammar.definition(definition)

  private static let schemas: Grammar = {
    var object = ObjectGrammar("schemas by name")
    object.others = .each(keys: nil, schema)
    return .object(object)
  }()

  private static let count = Grammar.number(.integer())
  private static let number = Grammar.number(NumberGrammar())
  private static let text = Grammar.text(TextGrammar(expectation: "a text", mayBeEmpty: true))

  private static let weights: Grammar = {
    var object = ObjectGrammar("weights")
    object.others = .each(keys: nil, .number(NumberGrammar(minimum: 0, maximum: 1e12)))
    return .object(object)
  }()

  private static let keywords: [(String, Grammar, String)] = [
    (
      "type", .choice([.word(types), .list(of: .word(types), atLeast: 1)]),
      "The JSON type, or types."
    ),
    ("properties", schemas, "The members of an object, by name."),
    ("required", .list(of: text), "The members that are always there."),
    ("additionalProperties", schema, "Whether other members may be there; yes if not said."),
    ("items", schema, "The elements of an array."),
    ("enum", .list(of: .anything, atLeast: 1), "All values that it may have."),
    ("const", .anything, "The only value that it may have."),
    ("minimum", number, "The smallest number."),
    ("maximum", number, "The largest number."),
    ("exclusiveMinimum", number, "It is above this number."),
    ("exclusiveMaximum", number, "It is below this number."),
    ("minLength", count, "The least number of characters."),
    ("maxLength", count, "The greatest number of characters."),
    ("pattern", text, "A regular expression that the text fits."),
    ("format", text, "What kind of text: 'date-time', 'uuid', 'ipv4' …"),
    ("oneOf", .list(of: schema, atLeast: 1), "It has one of these shapes."),
    ("anyOf", .list(of: schema, atLeast: 1), "It has one or more of these shapes."),
    ("$ref", text, "Another schema of this file: '#/$defs/address'."),
    ("$defs", schemas, "Schemas to refer to."),
    ("definitions", schemas, "Schemas to refer to, as older drafts call them."),
    ("x-weights", weights, "How often each value of 'enum' comes, relative to the others."),
    ("x-distribution", .word(["uniform"]), "How values are spread between their bounds."),
    ("title", text, "A name."),
    ("description", text, "What it is, in words."),
  ]
}
