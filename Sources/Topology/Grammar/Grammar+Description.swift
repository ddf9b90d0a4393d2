extension Grammar {
  /// What is expected, for messages: `a duration such as 30s`, `true or false`.
  var expectation: String {
    switch self {
    case .object(let object): "a mapping: \(object.title)"
    case .list(let list): list.element.isScalar ? "a list of \(list.element.plural)" : "a list"
    case .text(let text): text.expectation
    case .word(let words): words.count == 1 ? "'\(words[0])'" : "one of \(quotedList(words))"
    case .number(let number): number.expectation
    case .boolean: "true or false"
    case .null: "nothing"
    case .choice(let alternatives): orList(alternatives.map(\.expectation))
    case .definition(let definition), .delegated(let definition): definition.grammar().expectation
    case .anything: "any value"
    }
  }

  private var isScalar: Bool {
    switch resolved {
    case .text, .word, .number: true
    default: false
    }
  }

  private var plural: String {
    switch resolved {
    case .text(let text): "texts, each " + text.expectation
    case .word(let words): "words out of \(quotedList(words))"
    default: "numbers"
    }
  }

  /// The types of JSON that the grammar may accept.
  var types: Set<JSONType> {
    switch self {
    case .object(let object): object.mayBeNull ? [.object, .null] : [.object]
    case .list(let list): list.mayBeNull ? [.array, .null] : [.array]
    case .text, .word: [.string]
    case .number: [.number]
    case .boolean: [.boolean]
    case .null: [.null]
    case .choice(let alternatives): alternatives.reduce(into: []) { $0.formUnion($1.types) }
    case .definition(let definition), .delegated(let definition): definition.grammar().types
    case .anything: [.null, .boolean, .number, .string, .array, .object]
    }
  }
}

extension NumberGrammar {
  var expectation: String {
    let noun = isInteger ? "a whole number" : "a number"
    switch (minimum, maximum) {
    case (nil, nil): return noun
    case (let low?, let high?) where high < 0x1p31:
      return "\(noun) from \(plain(low)) to \(plain(high))"
    case (let low?, _): return "\(noun) of at least \(plain(low))"
    case (nil, let high?): return "\(noun) of at most \(plain(high))"
    }
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 0x1p53 ? String(Int(value)) : "\(value)"
  }
}

/// `'a', 'b' and 'c'`.
package func quotedList(_ words: [String], _ conjunction: String = "and") -> String {
  joined(words.map { "'\($0)'" }, conjunction)
}

func didYouMean(oneOf words: [String]) -> String? {
  words.isEmpty ? nil : "did you mean \(quotedList(words, "or"))?"
}

/// `a, b or c`.
func orList(_ phrases: [String]) -> String { joined(phrases, "or") }

private func joined(_ phrases: [String], _ conjunction: String) -> String {
  guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
  return phrases.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

/// A text in quotes for a message: one line, and not all of it where it is long.
package func excerpt(_ text: String) -> String {
  let line = text.unicodeScalars.prefix(60).map { $0.value < 0x20 ? " " : String($0) }.joined()
  return "'\(line)\(text.unicodeScalars.count > 60 ? "…" : "")'"
}
