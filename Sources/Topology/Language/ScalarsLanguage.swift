import Diagnostics
import YAMLTree

extension Form<String> {
  /// Any text that is not empty.
  static let text = string("a text")

  static func string(
    _ expectation: String, _ pattern: TextPattern? = nil, examples: [String] = []
  ) -> Form<String> {
    let grammar = TextGrammar(expectation: expectation, pattern: pattern, examples: examples)
    return Form(.text(grammar)) { node, _ in
      node.jsonType == .string && grammar.accepts(node.text) ? node.text : nil
    }
  }

  /// One of these words.
  static func word(_ words: String...) -> Form<String> {
    Form(.word(words)) { node, _ in words.contains(node.text) ? node.text : nil }
  }

  /// A text, or a number or boolean taken as the text it is written as.
  static let scalarText = Form<String>(
    .choice([text.grammar, .number(NumberGrammar()), .boolean])
  ) { node, _ in node.kind == .scalar && node.jsonType != .null ? node.text : nil }

  static let account = string(
    "an account id of 12 digits in quotes, such as \"123456789012\"",
    .repeated(.character(.digit), atLeast: 12, atMost: 12), examples: ["123456789012"])

  static let region = string(
    "a region such as us-east-1",
    .sequence([
      .some(.lowercase), "-", .some(.init(ranges: ["a"..."z", "-"..."-"])), "-",
      .some(.digit),
    ]), examples: ["us-east-1", "eu-central-1"])

  /// The text between the brackets is the service's matter.
  static func schedule(_ functions: String...) -> Form<String> {
    string(
      "a schedule \(orList(functions.map { "\($0)(…)" }))",
      .sequence([
        .words(functions), "(", .some(.init(ranges: [")"...")"], isInverted: true)), ")",
      ]), examples: ["rate(5 minutes)", "cron(0 3 * * ? *)"])
  }
}

extension Form<Bool> {
  static let boolean = Form(.boolean) { node, _ in
    if case .boolean(let value) = node.scalar { value } else { nil }
  }

  /// One of two words.
  static func word(true yes: String, false no: String) -> Form<Bool> {
    Form(.word([yes, no])) { node, _ in
      switch node.text {
      case yes: true
      case no: false
      default: nil
      }
    }
  }
}

extension Form<Int> {
  static func integer(_ minimum: Int = 0, _ maximum: Int = 1 << 31) -> Form<Int> {
    let grammar = NumberGrammar.integer(minimum, maximum)
    return Form(.number(grammar)) { node, _ in
      grammar.accepts(node.numericValue) ? node.wholeNumber : nil
    }
  }
}

extension Form<Double> {
  static func number(_ minimum: Double? = nil, _ maximum: Double? = nil) -> Form<Double> {
    let grammar = NumberGrammar(minimum: minimum, maximum: maximum)
    return Form(.number(grammar)) { node, _ in
      grammar.accepts(node.numericValue) ? node.numericValue : nil
    }
  }
}
