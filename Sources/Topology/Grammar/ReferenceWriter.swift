extension Topology {
  /// The language as a page of Markdown for people, printed from the grammar that documents are
  /// checked by: a table of keys for the file and for every named part.
  package static func reference() -> String {
    var writer = ReferenceWriter()
    writer.section("The file", Document.grammar)
    return ReferenceWriter.preface + writer.text
  }
}

/// Prints grammars as sections, each part once, in the order in which they are met.
private struct ReferenceWriter {
  static let preface = """
    # The topology language

    Printed from the grammar by `swift run dev schema`; `grammar/topology.schema.json` says the same to
    editors. Scalars follow YAML 1.2: `no` and `on` are strings. References are `kind/name`
    (`queue/express`), a full ARN for something outside the topology, or `bus/default`. Quantities carry
    their unit: `30s`, `24h`, `256KiB`, `2M/day`. Every kind of resource also takes the keys of
    [a queue](#a-queue) that are marked *any kind*.

    """

  private(set) var text = ""
  private var waiting: [(title: String, grammar: Grammar)] = []
  private var titles: Set<String> = []
  private let common = Set(ObjectGrammar.common(to: Queue.record.object, Key.record.object))

  mutating func section(_ title: String, _ grammar: Grammar) {
    titles.insert(title)
    waiting.append((title, grammar))
    var next = 0
    while next < waiting.count {
      let (title, grammar) = waiting[next]
      next += 1
      if case .object(let object) = grammar.resolved { write(title, object) }
    }
  }

  private mutating func write(_ title: String, _ object: ObjectGrammar) {
    let isResource = title != "a queue" && object.fields.contains { $0.key == "external" }
    text += "\n## \(title.prefix(1).uppercased())\(title.dropFirst())\n\n"
    text += "| key | value | meaning |\n| --- | --- | --- |\n"
    for field in object.fields where !(isResource && common.contains(field.key)) {
      let required = field.isRequired ? " **required**" : ""
      let anyKind = title == "a queue" && common.contains(field.key) ? " *(any kind)*" : ""
      text +=
        "| `\(field.key)`\(required) | \(value(field.grammar)) | \(field.summary)\(anyKind) |\n"
    }
    switch object.others {
    case .refused: break
    case .extensions: text += "| `x-…` | any value | Yours; not read. |\n"
    case .allowed: text += "| any other | any value | Passed over. |\n"
    case .each(_, let grammar): text += "| a name | \(value(grammar)) | One for each name. |\n"
    }
    for need in object.needed { text += "\nOne of \(keys(need)) must stand.\n" }
    for set in object.exclusive { text += "\nAt most one of \(keys(set)) may stand.\n" }
  }

  /// What may stand there; objects become links to their own sections.
  private mutating func value(_ grammar: Grammar) -> String {
    switch grammar {
    case .object(let object): return link(to: object, grammar)
    case .list(let list): return "list of \(value(list.element))"
    case .choice(let alternatives):
      var seen: [String] = []
      for alternative in alternatives {
        let text = value(alternative)
        if !seen.contains(text) { seen.append(text) }
      }
      return orList(seen)
    case .word(let words): return orList(words.map { "`\($0)`" })
    case .definition(let definition): return value(definition.grammar())
    case .delegated(let definition): return delegated(definition)
    default: return grammar.expectation.replacing("|", with: "\\|")
    }
  }

  private func delegated(_ definition: Grammar.Definition) -> String {
    switch definition.name {
    case "eventPattern", "pattern": "an [event pattern](patterns.md)"
    default: "`\(definition.name)`, in the service's own grammar"
    }
  }

  private mutating func link(to object: ObjectGrammar, _ grammar: Grammar) -> String {
    if object.fields.isEmpty, case .each(_, let each) = object.others {
      return "names, each with \(value(each))"
    }
    if object.fields.isEmpty { return "a mapping" }
    if titles.insert(object.title).inserted { waiting.append((object.title, grammar)) }
    let anchor = object.title.lowercased().replacing(" ", with: "-")
      .filter { $0.isLetter || $0.isNumber || $0 == "-" }
    return "[\(object.title)](#\(anchor))"
  }

  private func keys(_ names: [String]) -> String { orList(names.map { "`\($0)`" }) }
}

extension ObjectGrammar {
  /// The keys that two kinds of resource share because every kind has them.
  static func common(to first: ObjectGrammar, _ second: ObjectGrammar) -> [String] {
    first.fields.map(\.key).filter { second.field($0) != nil && $0 != "policy" }
  }
}
