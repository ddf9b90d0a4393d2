extension EventPattern {
  /// What the pattern accepts, in plain words, a line a field.
  package func explanation() -> String {
    var lines: [String] = []
    if alternatives.count == 1 {
      lines.append("\(dialect.subject) matches if all of this holds:")
      lines += alternatives[0].lines
    } else {
      lines.append("\(dialect.subject) matches in any of these \(alternatives.count) cases:")
      for (i, alternative) in alternatives.enumerated() {
        lines.append("case \(i + 1), if all of this holds:")
        lines += alternative.lines
      }
    }
    lines.append("Where it holds a list, one element that passes is enough.")
    lines += sourceLines
    return lines.joined(separator: "\n") + "\n"
  }
}

extension EventPattern {
  /// How what the records come from has a part in it.
  private var sourceLines: [String] {
    guard let source = dialect.source else { return [] }
    var lines: [String] = []
    let payload = source.payloadField
    let fields = alternatives.lazy.flatMap(\.fields)
    if source == .dynamoDB {
      lines.append("Values stand under the name of their type, and numbers are strings.")
    } else if fields.contains(where: { $0.path.bytes.starts(with: "\(payload).".utf8) }) {
      lines.append("What stands in '\(payload)' is read as JSON; where it is none, nothing matches.")
    } else if fields.contains(where: { $0.path.bytes.elementsEqual(payload.utf8) }) {
      lines.append("Where '\(payload)' is a JSON object or list, nothing matches.")
    }
    lines.append(
      source == .sqs
        ? "A message that does not match is deleted from the queue."
        : "A record that does not match is passed over.")
    return lines
  }
}

extension PatternDialect {
  fileprivate var subject: String {
    switch name {
    case Self.snsAttributes.name, Self.snsBody.name: "a message"
    case Self.eventSourceMapping.name, Self.pipes.name: "a record"
    default: "an event"
    }
  }
}

extension Conjunction {
  fileprivate var lines: [String] {
    fields.map { field in
      "- \(field.path) \(field.tests.map(\.phrase).joined(separator: ", or "))"
    }
  }
}

extension ValueTest {
  /// What it asks of a value, to follow the field's name.
  fileprivate var phrase: String {
    switch self {
    case .equals(let text):
      ipAddress(text.bytes) == nil
        ? "is \(text.quoted)" : "is the address \(text), however it is written"
    case .exactly(let text): "is \(text.quoted), character by character"
    case .number(let number): "is the number \(number.text)"
    case .boolean(let value): "is \(value)"
    case .null: "is null"
    case .prefix(let text, let ignoreCase): "begins with \(text.quoted)\(ignoreCase.inAnyCase)"
    case .suffix(let text, let ignoreCase): "ends with \(text.quoted)\(ignoreCase.inAnyCase)"
    case .equalsIgnoreCase(let text): "is \(text.quoted) in any case"
    case .wildcard(let wildcard): "fits \(wildcard.text.quoted), where * is any text"
    case .numeric(let range): "is a number \(range.phrase)"
    case .cidr(let block): "is an address in \(block.text)"
    case .exists(true): "has a value"
    case .exists(false): "has no value"
    case .anythingBut(let excluded): "has a value that \(excluded.phrase)"
    }
  }
}

extension Bool {
  fileprivate var inAnyCase: String { self ? " in any case" : "" }
}

extension AnythingBut {
  fileprivate var phrase: String {
    switch self {
    case .strings(let texts): "is not \(Self.any(texts.map(\.quoted)))"
    case .numbers(let numbers): "is not \(Self.any(numbers.map(\.text.description)))"
    case .prefix(let texts): "does not begin with \(Self.any(texts.map(\.quoted)))"
    case .suffix(let texts): "does not end with \(Self.any(texts.map(\.quoted)))"
    case .equalsIgnoreCase(let texts): "is not \(Self.any(texts.map(\.quoted))) in any case"
    case .wildcard(let wildcards):
      "does not fit \(Self.any(wildcards.map(\.text.quoted))), where * is any text"
    }
  }

  private static func any(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}

extension NumericRange {
  fileprivate var phrase: String {
    if let lower, lower == upper { return "equal to \(lower.value.plain)" }
    let low = lower.map { "\($0.isIncluded ? "of at least" : "above") \($0.value.plain)" }
    let high = upper.map { "\($0.isIncluded ? "of at most" : "below") \($0.value.plain)" }
    return [low, high].compactMap { $0 }.joined(separator: " and ")
  }
}
