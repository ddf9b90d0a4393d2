import Diagnostics
import YAMLTree

extension StructureCheck {
  /// A text that is no reference, or one to a kind that cannot stand there.
  mutating func reportReference(
    _ subject: Subject, _ text: TextGrammar, _ reference: ReferenceGrammar
  ) {
    let value = subject.node.text
    if let id = ResourceID(reference: value), !reference.kinds.contains(id.kind) {
      report(
        "topology/wrong-kind",
        "\(subject.name) must be \(text.expectation), not the \(id.kind.noun) '\(value)'",
        at: subject.node.range, help: "it may be \(orList(reference.kinds.map(\.nounWithArticle)))")
    } else {
      report(
        "topology/bad-reference",
        "\(subject.name) must be \(text.expectation), not \(excerpt(value))",
        at: subject.node.range, help: suggestion(for: value, reference))
    }
  }

  /// What a text that is no reference may have been meant as.
  func suggestion(for text: String, _ reference: ReferenceGrammar) -> String? {
    if text.hasPrefix("arn:") {
      return "a whole ARN reads 'arn:aws:service:region:account:resource'"
    }
    guard let slash = text.firstIndex(of: "/") else {
      let same = reference.kinds.filter { names[ResourceID($0, text)] != nil }
      return same.isEmpty
        ? nil : "did you mean \(orList(same.map { "'\($0.rawValue)/\(text)'" }))?"
    }
    let word = String(text[..<slash])
    let kinds = reference.kinds.map(\.rawValue)
    let kind = ResourceKind(plural: word)?.rawValue ?? nearestNames(to: word, in: kinds).first
    return kind.map { "did you mean '\($0)\(text[slash...])'?" }
  }
}

extension TextGrammar {
  /// What is wrong with a text that nearly has the form.
  func advice(for value: String) -> String? {
    guard unit != nil else { return examples.isEmpty ? nil : "for example \(orList(examples))" }
    let dense = String(value.filter { $0 != " " && $0 != "," })
    let mended = Self.units.lazy.filter { dense.hasSuffix($0.0) }
      .map { String(dense.dropLast($0.0.count)) + $0.1 }
    return ([dense] + mended).first(where: accepts).map { "did you mean '\($0)'?" }
  }

  /// How units are written elsewhere.
  private static let units: [(String, String)] = [
    ("seconds", "s"), ("second", "s"), ("secs", "s"), ("sec", "s"), ("minutes", "min"),
    ("minute", "min"), ("mins", "min"), ("hours", "h"), ("hour", "h"), ("hrs", "h"), ("hr", "h"),
    ("days", "d"), ("day", "d"), ("weeks", "w"), ("week", "w"), ("msec", "ms"), ("months", "month"),
    ("kib", "KiB"), ("mib", "MiB"), ("gib", "GiB"), ("KB", "KiB"), ("MB", "MiB"), ("GB", "GiB"),
    ("TB", "TiB"), ("kb", "KiB"), ("mb", "MiB"), ("gb", "GiB"), ("K", "KiB"), ("M", "MiB"),
    ("G", "GiB"), ("b", "B"), ("D", "d"), ("H", "h"), ("S", "s"), ("X", "x"),
    ("sec", "s"), ("hr", "h"), ("mo", "month"), ("m", "min"),
  ]
}
