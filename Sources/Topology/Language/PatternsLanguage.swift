import Diagnostics
import EventPattern
import YAMLTree

extension Form<PatternUse> {
  /// An event pattern or filter; one that is not valid stays known to be there.
  static func pattern(_ dialect: PatternDialect) -> Form<PatternUse> {
    Form(.delegated(PatternGrammar.definition)) { node, context in
      .read(node, dialect, &context)
    }
  }
}

extension PatternUse {
  static func read(
    _ node: YAMLNode, _ dialect: PatternDialect, _ context: inout ReadingContext
  ) -> PatternUse {
    if node.isUnknown { return .unknown(reason: node.unknownReason, range: node.range) }
    let pattern = context.collect { diagnostics in
      EventPattern.read(node, dialect: dialect, diagnostics: &diagnostics)
    }
    if let unknown = node.firstUnknown {
      return .unknown(reason: unknown.unknownReason, range: unknown.range, partial: pattern)
    }
    return pattern.map { .known($0) }
      ?? .unknown(reason: "the pattern is not valid", range: node.range)
  }
}

/// The structure of event patterns, as far as a schema can tell it; the pattern reader knows the
/// rest.
enum PatternGrammar {
  static let definition = Grammar.Definition("eventPattern") {
    .choice([
      .text(TextGrammar(expectation: "an event pattern as JSON text")), fields("an event pattern"),
    ])
  }

  private static let field = Grammar.Definition("eventPatternField") {
    .choice([.definition(tests), fields("a pattern's field")])
  }

  private static let branch = Grammar.Definition("eventPatternBranch") {
    fields("a branch of '$or'")
  }

  private static func fields(_ title: String) -> Grammar {
    var object = ObjectGrammar(title)
    object.add(
      .init(
        key: "$or", grammar: .list(of: .definition(branch), atLeast: 2),
        summary: "Patterns of which at least one must match."))
    object.others = .each(keys: nil, .definition(field))
    object.atLeast = 1
    return .object(object)
  }

  private static let tests = Grammar.Definition("eventPatternTests") {
    let scalars: [Grammar] = [.text(anyText), .number(NumberGrammar()), .boolean, .null]
    return .list(of: .choice(scalars + matchers), atLeast: 1)
  }

  private static let anyText = TextGrammar(expectation: "a text", mayBeEmpty: true)

  private static let matchers: [Grammar] = [
    matcher("exactly", .text(anyText), "The field is exactly this text."),
    matcher("prefix", caseless, "The field begins with this text."),
    matcher("suffix", caseless, "The field ends with this text."),
    matcher("equals-ignore-case", .text(anyText), "The field is this text, whatever its case."),
    matcher("wildcard", .text(anyText), "The field fits this text, in which '*' stands for any."),
    matcher("numeric", numeric, "The field is a number that passes these comparisons."),
    matcher("cidr", .text(anyText), "The field is an address inside this block."),
    matcher("exists", .boolean, "The field is present, or absent."),
    matcher("anything-but", anythingBut, "The field is anything else than these."),
  ]

  private static func matcher(_ key: String, _ value: Grammar, _ summary: String) -> Grammar {
    var object = ObjectGrammar("the matcher '\(key)'")
    object.add(.init(key: key, grammar: value, summary: summary, isRequired: true))
    return .object(object)
  }

  private static let caseless = Grammar.choice([
    .text(anyText),
    matcher("equals-ignore-case", .text(anyText), "The text counts whatever its case."),
  ])

  private static let numeric = Grammar.list(
    ListGrammar(
      element: .choice([.word(["=", "<", "<=", ">", ">="]), .number(NumberGrammar())]), atLeast: 2,
      atMost: 4))

  private static let anythingBut: Grammar = {
    let texts = Grammar.oneOrMany(.text(anyText))
    let scalar = Grammar.choice([.text(anyText), .number(NumberGrammar())])
    return .choice([
      scalar, .list(of: scalar, atLeast: 1),
      matcher("prefix", texts, "It does not begin with these."),
      matcher("suffix", texts, "It does not end with these."),
      matcher("equals-ignore-case", texts, "It is none of these, whatever their case."),
      matcher("wildcard", texts, "It fits none of these."),
    ])
  }()
}
