import Diagnostics
import Topology
import YAMLTree

/// Properties of templates as values of the native language. Each gives nil for what is not there and
/// `!unknown` for what is not known before deployment.
extension Lowering {
  /// A number of seconds, hours or days: `duration(resource["Timeout"], "s")`.
  mutating func duration(_ value: Value?, _ unit: String) -> YAMLDraft? {
    quantity(value) { "\($0)\(unit)" }
  }

  /// A number of MiB, GiB or bytes (`B`).
  mutating func size(_ value: Value?, _ unit: String) -> YAMLDraft? {
    quantity(value) { "\($0)\(unit)" }
  }

  mutating func integer(_ value: Value?) -> YAMLDraft? {
    guard let value, !value.isAbsent else { return nil }
    guard let number = value.integer else { return notKnown(value, "a whole number") }
    return .plain(String(number), at: value.range)
  }

  mutating func boolean(_ value: Value?) -> YAMLDraft? {
    guard let value, !value.isAbsent else { return nil }
    guard let boolean = value.boolean else { return notKnown(value, "true or false") }
    return .plain(boolean ? "true" : "false", at: value.range)
  }

  mutating func text(_ value: Value?) -> YAMLDraft? {
    guard let value, !value.isAbsent else { return nil }
    if case .scalar(let node) = value.content, node.string != nil {
      return YAMLDraft(.copy(node), at: node.range)
    }
    guard let text = system.text(value, in: 0) else { return notKnown(value, "a text") }
    return text.contains("${") || text.isEmpty
      ? .unknown(text, at: value.range) : .text(text, at: value.range)
  }

  /// One of a few words, each with what the native language calls it.
  mutating func word(_ value: Value?, _ words: [String: String]) -> YAMLDraft? {
    guard let value, !value.isAbsent else { return nil }
    guard let text = value.knownText else { return notKnown(value, "a word") }
    guard let word = words[text] else {
      report(
        "wrong-value", .error,
        "\(excerpt(text)) is none of \(orList(words.keys.sorted().map { "'\($0)'" }))",
        at: value.range, help: didYouMean(text, in: words.keys))
      return nil
    }
    return .text(word, at: value.range)
  }

  private mutating func quantity(
    _ value: Value?, _ write: (String) -> String
  ) -> YAMLDraft? {
    guard let value, !value.isAbsent else { return nil }
    guard let number = value.number, number >= 0, let text = value.knownText else {
      return notKnown(value, "a number")
    }
    let whole = Int(exactly: number).map(String.init) ?? text
    return .text(write(whole), at: value.range)
  }

  /// Unknown where deployment tells; a known value of another kind is a mistake.
  private mutating func notKnown(_ value: Value, _ wanted: String) -> YAMLDraft? {
    guard let text = value.knownText ?? (value.isMapping || value.isSequence ? "this" : nil) else {
      return .unknown(system.text(value, in: 0) ?? "", at: value.range)
    }
    report("wrong-value", .error, "expected \(wanted), not \(excerpt(text))", at: value.range)
    return nil
  }
}
