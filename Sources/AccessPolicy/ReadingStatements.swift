package import Diagnostics
package import YAMLTree

extension PolicyStatement {
  /// Reads the statements of a policy: a list, one statement alone, or a whole document with
  /// `Version` and `Statement`.
  ///
  /// Mistakes are appended to `diagnostics` (`policy/…`); a statement that has one is left out.
  package static func read(
    _ node: YAMLNode, diagnostics: inout [Diagnostic]
  ) -> [PolicyStatement] {
    var reader = PolicyReader()
    let statements = reader.policy(node)
    diagnostics += reader.diagnostics
    return statements
  }
}

/// Reads policies as IAM writes them: keys and `Allow` in exactly that case.
struct PolicyReader {
  var diagnostics: [Diagnostic] = []

  static let documentKeys = ["Version", "Id", "Statement"]
  static let statementKeys = [
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource",
    "Condition",
  ]

  mutating func policy(_ node: YAMLNode) -> [PolicyStatement] {
    switch node.kind {
    case .sequence: return node.elements.compactMap { statement($0) }
    case .mapping where node["Statement"] != nil || node["Version"] != nil: return document(node)
    case .mapping: return statement(node).map { [$0] } ?? []
    case .scalar where node.scalar == .null: return []
    case .scalar:
      refuse(node, "a policy is a list of statements, not \(described(node))")
      return []
    }
  }

  private mutating func document(_ node: YAMLNode) -> [PolicyStatement] {
    checkKeys(of: node, among: Self.documentKeys, "a policy document")
    if let version = node["Version"], !["2012-10-17", "2008-10-17"].contains(version.string) {
      refuse(version, "'Version' must be '2012-10-17' or '2008-10-17', not \(described(version))")
    }
    if let id = node["Id"] { _ = text(id, "'Id'") }
    guard let statements = node["Statement"] else {
      missing("Statement", "a policy document", node)
      return []
    }
    switch statements.kind {
    case .sequence: return statements.elements.compactMap { statement($0) }
    case .mapping: return statement(statements).map { [$0] } ?? []
    case .scalar:
      refuse(statements, "'Statement' must be a list of statements, not \(described(statements))")
      return []
    }
  }

  mutating func statement(_ node: YAMLNode) -> PolicyStatement? {
    guard node.kind == .mapping else {
      refuse(
        node, "a statement must be a mapping with 'Effect' and 'Action', not \(described(node))")
      return nil
    }
    let before = diagnostics.count
    checkKeys(of: node, among: Self.statementKeys, "a statement")
    let sid = node["Sid"].flatMap { text($0, "'Sid'") }
    let effect = effect(of: node)
    let principals = principals(of: node)
    let actions = matched("Action", of: node, isRequired: true)
    let resources = matched("Resource", of: node, isRequired: false)
    let conditions = node["Condition"].map { self.conditions($0) } ?? []
    guard diagnostics.count == before, let effect, let actions, let resources else { return nil }
    return PolicyStatement(
      sid: sid, effect: effect, principals: principals, actions: actions, resources: resources,
      conditions: conditions, range: node.range)
  }

  private mutating func effect(of node: YAMLNode) -> PolicyStatement.Effect? {
    guard let value = node["Effect"] else {
      missing("Effect", "a statement", node)
      return nil
    }
    if let effect = value.string.flatMap(PolicyStatement.Effect.init) { return effect }
    refuse(
      value, "'Effect' must be 'Allow' or 'Deny', not \(described(value))",
      help: didYouMean(value.text, in: ["Allow", "Deny"]))
    return nil
  }

  /// `Action` or `NotAction`, `Resource` or `NotResource`.
  private mutating func matched(
    _ key: String, of node: YAMLNode, isRequired: Bool
  ) -> PolicyStatement.Matched? {
    let plain = node[key]
    let inverted = node["Not\(key)"]
    if plain != nil, let inverted {
      refuse(
        inverted, "'\(key)' and 'Not\(key)' exclude each other in a statement: keep one",
        id: "policy/conflicting-keys")
    }
    guard let value = plain ?? inverted else {
      if isRequired { missing(key, "a statement", node) }
      return isRequired ? nil : PolicyStatement.Matched([])
    }
    let name = plain != nil ? "'\(key)'" : "'Not\(key)'"
    return PolicyStatement.Matched(texts(value, name), isInverted: plain == nil)
  }
}
