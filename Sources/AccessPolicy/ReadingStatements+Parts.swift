import Diagnostics
import YAMLTree

extension PolicyReader {
  mutating func principals(of node: YAMLNode) -> PolicyStatement.Principals? {
    let plain = node["Principal"]
    let inverted = node["NotPrincipal"]
    if plain != nil, let inverted {
      refuse(
        inverted, "'Principal' and 'NotPrincipal' exclude each other in a statement: keep one",
        id: "policy/conflicting-keys")
    }
    guard let value = plain ?? inverted else { return nil }
    return .init(entries(value), isInverted: plain == nil, range: value.range)
  }

  private mutating func entries(_ node: YAMLNode) -> [PolicyStatement.Principal] {
    if node.string == "*" { return [.init(.anyone, Located("*", node.range))] }
    let kinds = ["AWS", "Service", "Federated", "CanonicalUser"]
    guard node.kind == .mapping, !node.entries.isEmpty else {
      refuse(
        node, "'Principal' must be '*' or a mapping such as {AWS: …}, not \(described(node))",
        help: "the kinds of principal are \(quoted(kinds))")
      return []
    }
    checkKeys(of: node, among: kinds, "a principal")
    var result: [PolicyStatement.Principal] = []
    for (key, value) in node.entries {
      guard let kind = PolicyStatement.Principal.Kind(rawValue: key.text) else { continue }
      result += texts(value, "'\(key.text)'").map { .init(kind, $0) }
    }
    return result
  }

  /// `operator: {key: values}`.
  mutating func conditions(_ node: YAMLNode) -> [PolicyStatement.Condition] {
    guard node.kind == .mapping else {
      refuse(node, "'Condition' must be a mapping of operators, not \(described(node))")
      return []
    }
    var result: [PolicyStatement.Condition] = []
    for (name, tests) in node.entries {
      guard tests.kind == .mapping else {
        refuse(
          tests, "'\(name.text)' must be a mapping of condition keys, not \(described(tests))",
          at: name.range)
        continue
      }
      for (key, values) in tests.entries {
        result.append(
          .init(
            operator: Located(name.text, name.range), key: Located(key.text, key.range),
            values: conditionValues(values, key)))
      }
    }
    return result
  }

  /// Booleans and numbers count as the text that they are written as.
  private mutating func conditionValues(_ node: YAMLNode, _ key: YAMLNode) -> [Located<String>] {
    let values = node.kind == .sequence ? node.elements : [node]
    var result: [Located<String>] = []
    for value in values {
      guard value.kind == .scalar, let scalar = value.scalar, scalar != .null else {
        refuse(value, "'\(key.text)' must hold texts, not \(described(value))", at: key.range)
        continue
      }
      if case .integer(let digits) = scalar, isAccount(digits) { askForQuotes(value) }
      result.append(Located(value.text, value.range))
    }
    return result
  }

  /// One text or a list of at least one.
  mutating func texts(_ node: YAMLNode, _ name: String) -> [Located<String>] {
    guard node.kind == .sequence else { return text(node, name).map { [$0] } ?? [] }
    if node.elements.isEmpty { refuse(node, "\(name) must not be empty") }
    return node.elements.compactMap { text($0, name) }
  }

  mutating func text(_ node: YAMLNode, _ name: String) -> Located<String>? {
    if let text = node.string, !text.isEmpty { return Located(text, node.range) }
    if case .integer? = node.scalar {
      askForQuotes(node)
    } else {
      refuse(node, "\(name) must be a text, not \(described(node))")
    }
    return nil
  }

  private func isAccount(_ digits: String) -> Bool {
    digits.utf8.count == 12 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private mutating func askForQuotes(_ node: YAMLNode) {
    let quoted = "\"\(node.text)\""
    var diagnostic = Diagnostic(
      "policy/unquoted-text", .error, "\(node.text) reads as a number: quote it, \(quoted)",
      at: node.range)
    diagnostic.fix = .init(
      title: "quote it", edits: [.init(range: node.range, replacement: quoted)])
    diagnostics.append(diagnostic)
  }

  mutating func checkKeys(of node: YAMLNode, among known: [String], _ title: String) {
    for (key, _) in node.entries where key.kind != .scalar || !known.contains(key.text) {
      let near = known.filter { $0.lowercased() == key.text.lowercased() }.first
      refuse(
        key, "unknown key '\(key.text)' in \(title)",
        help: near.map { "IAM writes '\($0)'" } ?? didYouMean(key.text, in: known)
          ?? "known keys are \(quoted(known))", id: "policy/unknown-key")
    }
  }

  /// A key in the wrong case has been reported as such.
  mutating func missing(_ key: String, _ title: String, _ node: YAMLNode) {
    if node.entries.contains(where: { $0.key.text.lowercased() == key.lowercased() }) { return }
    refuse(node, "\(title) needs '\(key)'", id: "policy/missing-key")
  }

  mutating func refuse(
    _ node: YAMLNode, _ message: String, help: String? = nil, id: String = "policy/wrong-type",
    at place: SourceRange? = nil
  ) {
    let isVisible = node.range.end > node.range.start
    let range = isVisible ? node.range : place ?? node.range
    diagnostics.append(Diagnostic(id, .error, message, at: range, help: help))
  }

  func described(_ node: YAMLNode) -> String {
    switch node.kind {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar: node.scalar == .null ? "nothing" : "'\(String(node.text.prefix(60)))'"
    }
  }

  private func quoted(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ", ")
  }
}
