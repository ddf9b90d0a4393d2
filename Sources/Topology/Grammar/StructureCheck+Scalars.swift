import Diagnostics
import YAMLTree

extension StructureCheck {
  mutating func checkText(_ subject: Subject, _ text: TextGrammar) {
    let value = subject.node.text
    if text.accepts(value) { return }
    if let reference = text.reference { return reportReference(subject, text, reference) }
    if value.isEmpty {
      report(
        "topology/empty", "\(subject.name) must not be empty: expected \(text.expectation)",
        at: subject.node.range)
    } else if let unit = text.unit, text.accepts(value + unit) {
      reportUnit(subject, text, unit)
    } else {
      report(
        "topology/bad-text", "\(subject.name) must be \(text.expectation), not \(excerpt(value))",
        at: subject.node.range, help: text.advice(for: value))
    }
  }

  mutating func reportType(_ subject: Subject, _ grammar: Grammar) {
    let node = subject.node
    if case .text(let text) = grammar, node.kind == .scalar, node.jsonType != .null {
      if let unit = text.unit, text.accepts(node.text + unit) {
        return reportUnit(subject, text, unit)
      }
      if text.unit == nil, text.accepts(node.text) { return reportUnquoted(subject, text) }
    }
    report(
      "topology/wrong-type",
      "\(subject.name) must be \(grammar.expectation), not \(node.typeName)",
      at: node.placeForMessage(or: subject.anchor), help: grammar.adviceOnBooleans(node.text))
  }

  /// A plain number where a unit is needed; the unit that AWS counts it in is offered.
  private mutating func reportUnit(_ subject: Subject, _ text: TextGrammar, _ unit: String) {
    let written = subject.node.text + unit
    report(
      "topology/missing-unit", "\(subject.name) needs a unit: write '\(written)'",
      at: subject.node.range, help: "expected \(text.expectation)",
      fix: .replacing(subject.node, by: written))
  }

  /// A text that YAML reads as a number or a boolean.
  private mutating func reportUnquoted(_ subject: Subject, _ text: TextGrammar) {
    let node = subject.node
    let quoted = "\"\(node.text)\""
    report(
      "topology/unquoted-text",
      "\(subject.name) reads as \(node.typeName): quote it, \(quoted)", at: node.range,
      help: "expected \(text.expectation)",
      fix: .init(title: "quote it", edits: [.init(range: node.range, replacement: quoted)]))
  }

  mutating func reportWord(_ subject: Subject, _ words: [String]) {
    let value = subject.node.text
    let near = wordsMeant(by: value, among: words)
    report(
      "topology/unknown-word",
      "\(subject.name) must be \(Grammar.word(words).expectation), not \(excerpt(value))",
      at: subject.node.range, help: didYouMean(oneOf: near),
      fix: near.count == 1 ? .replacing(subject.node, by: near[0]) : nil)
  }

  mutating func reportNumber(_ subject: Subject, _ number: NumberGrammar) {
    report(
      "topology/out-of-range",
      "\(subject.name) must be \(number.expectation), not \(subject.node.text)",
      at: subject.node.range)
  }

  mutating func reportCount(_ subject: Subject, _ count: Int, _ list: ListGrammar) {
    let wanted =
      if let most = list.atMost, most != list.atLeast {
        "\(list.atLeast) to \(most)"
      } else if list.atMost != nil {
        "\(list.atLeast)"
      } else {
        "at least \(list.atLeast)"
      }
    report(
      "topology/wrong-count", "\(subject.name) must have \(wanted) elements, not \(count)",
      at: count == 0 ? subject.anchor : subject.node.range)
  }

  mutating func reportChoice(_ subject: Subject, _ alternatives: [Grammar]) {
    let node = subject.node
    let isText = node.jsonType == .string
    if !isText, node.kind == .scalar, let text = alternatives.text, let unit = text.unit,
      text.accepts(node.text + unit)
    {
      return reportUnit(subject, text, unit)
    }
    let keys = alternatives.flatMap(\.announcingKeys)
    let isMapping = node.kind == .mapping && !keys.isEmpty
    let near = node.entries.flatMap { wordsMeant(by: $0.key.text, among: keys) }
    let found = isText ? excerpt(node.text) : isMapping ? "one without them" : node.typeName
    report(
      "topology/wrong-type",
      "\(subject.name) must be \(Grammar.choice(alternatives).expectation), not \(found)",
      at: node.placeForMessage(or: subject.anchor),
      help: isText ? suggestion(for: node.text, alternatives) : didYouMean(oneOf: near))
  }

  private func suggestion(for text: String, _ alternatives: [Grammar]) -> String? {
    let near = wordsMeant(by: text, among: alternatives.flatMap(\.words))
    if let help = didYouMean(oneOf: near) { return help }
    for case let reference? in alternatives.map(\.reference) {
      if let help = suggestion(for: text, reference) { return help }
    }
    return nil
  }

  /// YAML tags (`!Ref`) belong to templates.
  mutating func refuseTag(_ node: YAMLNode) {
    guard let tag = node.tag, !tag.hasPrefix("tag:yaml.org,2002:"), tag != "!" else { return }
    report(
      "topology/tag", "the tag '\(tag)' means nothing in a topology", at: node.range,
      help: "name things as 'queue/express', or write their full ARN")
  }

  mutating func report(
    _ id: String, _ message: String, at range: SourceRange, severity: Severity = .error,
    help: String? = nil, related: [Diagnostic.Related] = [], fix: Diagnostic.Fix? = nil
  ) {
    var diagnostic = Diagnostic(id, severity, message, at: range, help: help)
    diagnostic.resource = resource
    diagnostic.related = related
    diagnostic.fix = fix
    diagnostics.append(diagnostic)
  }
}

extension Grammar {
  fileprivate var words: [String] {
    if case .word(let words) = resolved { words } else { [] }
  }

  fileprivate var reference: ReferenceGrammar? {
    if case .text(let text) = resolved { text.reference } else { nil }
  }
}

extension Grammar {
  /// Words that YAML 1.1 read as booleans, and booleans in quotes.
  fileprivate func adviceOnBooleans(_ text: String) -> String? {
    guard case .boolean = self else { return nil }
    switch text.lowercased() {
    case "yes", "on", "y", "true", "enabled": return "write true"
    case "no", "off", "n", "false", "disabled": return "write false"
    default: return nil
    }
  }
}

extension [Grammar] {
  /// The only alternative that is a text.
  fileprivate var text: TextGrammar? {
    let texts = compactMap { grammar -> TextGrammar? in
      if case .text(let text) = grammar.resolved { text } else { nil }
    }
    return texts.count == 1 ? texts[0] : nil
  }
}

extension Diagnostic.Fix {
  /// Puts another text where a scalar stands, quoted as that was.
  static func replacing(_ node: YAMLNode, by text: String) -> Diagnostic.Fix {
    let quote =
      switch node.style {
      case _ where node.isJSON: "\""
      case .doubleQuoted: "\""
      case .singleQuoted: "'"
      default: ""
      }
    return Diagnostic.Fix(
      title: "write '\(text)'",
      edits: [.init(range: node.range, replacement: quote + text + quote)])
  }
}

extension YAMLNode {
  /// For messages: `a mapping`, `the number 30`, `nothing`.
  package var typeName: String {
    switch jsonType {
    case .null: "nothing"
    case .boolean: "the boolean \(text)"
    case .number, .unspeakable: "the number \(text)"
    case .string: "the text \(excerpt(text))"
    case .array: "a list"
    case .object: "a mapping"
    }
  }

  /// An empty value has no characters to point at: its key is shown instead.
  func placeForMessage(or anchor: SourceRange) -> SourceRange {
    range.start == range.end || kind != .scalar ? anchor : range
  }
}
