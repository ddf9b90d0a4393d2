import Diagnostics

extension Grammar {
  /// What is expected, for messages: `a duration such as 30s`, `true or false`.
  var expectation: String {
    switch self {
    case .object(let object): object.expectation
    case .list(let list): list.element.isScalar ? "a list of \(list.element.plural)" : "a list"
    case .text(let text): text.expectation
    case .word(let words): (words.count > 2 ? "one of " : "") + quotedList(words, "or")
    case .number(let number): number.expectation
    case .boolean: "true or false"
    case .null: "nothing"
    case .choice(let alternatives): Self.expectation(ofAny: alternatives)
    case .definition(let definition), .delegated(let definition): definition.grammar().expectation
    case .anything: "any value"
    }
  }

  /// Objects that only their keys tell apart are named by those.
  private static func expectation(ofAny alternatives: [Grammar]) -> String {
    let keys = alternatives.flatMap(\.announcingKeys)
    guard keys.count > 1 else { return orList(alternatives.map(\.expectation)) }
    let others = alternatives.filter { $0.announcingKeys.isEmpty }.map(\.expectation)
    return orList(others + ["a mapping with \(quotedList(keys, "or"))"])
  }

  /// The key that tells an object from the other alternatives of a choice.
  var announcingKeys: [String] {
    guard case .object(let object) = resolved else { return [] }
    return object.fields.filter(\.isRequired).prefix(1).map(\.key)
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

extension ObjectGrammar {
  fileprivate var expectation: String {
    if case .each(.some, _) = others { return "a mapping with \(title) under each name" }
    return "a mapping (\(title))"
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

/// Words that are the same but for case and separators, or else those that are near.
func wordsMeant(by word: String, among known: [String]) -> [String] {
  let same = known.filter { plain($0) == plain(word) }
  return same.isEmpty ? nearestNames(to: word, in: known) : same
}

/// `visibility_timeout` and `VisibilityTimeout` are both `visibilitytimeout`.
func plain(_ word: String) -> String {
  String(word.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " })
}

/// `a, b or c`.
package func orList(_ phrases: [String]) -> String { joined(phrases, "or") }

private func joined(_ phrases: [String], _ conjunction: String) -> String {
  guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
  return phrases.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

/// A text in quotes for a message: one line, and not all of it where it is long.
package func excerpt(_ text: String) -> String {
  let line = text.unicodeScalars.prefix(60).map { $0.value < 0x20 ? " " : String($0) }.joined()
  return "'\(line)\(text.unicodeScalars.count > 60 ? "…" : "")'"
}
