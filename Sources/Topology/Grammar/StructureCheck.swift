package import Diagnostics
package import YAMLTree

/// Walks a document beside the grammar and reports every mistake of structure: unknown and missing
/// keys, wrong types, words and texts that are none of those expected.
package struct StructureCheck {
  /// Also checks parts whose own readers report their mistakes, as the schema for editors does.
  package var entersDelegated: Bool
  /// What is declared anywhere, for suggestions.
  var names: NameIndex
  package var diagnostics: [Diagnostic] = []
  /// The declared thing that is being looked at.
  var resource: String?

  package init(entersDelegated: Bool) {
    self.init(entersDelegated: entersDelegated, names: NameIndex())
  }

  init(entersDelegated: Bool, names: NameIndex) {
    self.entersDelegated = entersDelegated
    self.names = names
  }

  /// A node and how messages speak of it.
  struct Subject {
    var node: YAMLNode
    /// `'batchSize'`, `an element of 'triggers'`, `the file`.
    var name: String
    /// Where a message about what is missing points: the key that holds the node.
    var anchor: SourceRange
  }

  package mutating func check(_ root: YAMLNode, _ grammar: Grammar, as name: String = "the file") {
    check(Subject(node: root, name: name, anchor: root.range), grammar)
  }

  mutating func check(_ subject: Subject, _ grammar: Grammar) {
    if subject.node.isUnknown { return }
    switch grammar {
    case .definition(let definition): check(subject, definition.grammar())
    case .delegated(let definition):
      if entersDelegated { check(subject, definition.grammar()) }
    case .anything: break
    case .choice(let alternatives): checkChoice(subject, alternatives)
    default: checkTyped(subject, grammar)
    }
  }

  private mutating func checkTyped(_ subject: Subject, _ grammar: Grammar) {
    refuseTag(subject.node)
    let type = subject.node.jsonType
    switch (grammar, type) {
    case (.object(let object), .object): checkObject(subject, object)
    case (.object(let object), .null) where object.mayBeNull: break
    case (.list(let list), .array): checkList(subject, list)
    case (.list(let list), .null) where list.mayBeNull: break
    case (.text(let text), .string): checkText(subject, text)
    case (.word(let words), .string):
      if !words.contains(where: { $0.utf8.elementsEqual(subject.node.utf8) }) {
        reportWord(subject, words)
      }
    case (.number(let number), .number):
      if !number.accepts(subject.node.numericValue) { reportNumber(subject, number) }
    case (.boolean, .boolean), (.null, .null): break
    default: reportType(subject, grammar)
    }
  }

  /// Picks the alternative that the node's type and keys ask for, so that its mistakes are told and
  /// not only that none fits.
  private mutating func checkChoice(_ subject: Subject, _ alternatives: [Grammar]) {
    let type = subject.node.jsonType
    let candidates = alternatives.filter { $0.types.contains(type) }
    if candidates.count == 1 { return check(subject, candidates[0]) }
    if type == .object {
      if let chosen = candidates.first(where: { $0.isAnnounced(by: subject.node) }) {
        return check(subject, chosen)
      }
    } else if candidates.contains(where: { accepts(subject, $0) }) {
      return
    }
    reportChoice(subject, candidates.isEmpty ? alternatives : candidates)
  }

  private func accepts(_ subject: Subject, _ grammar: Grammar) -> Bool {
    var trial = StructureCheck(entersDelegated: entersDelegated, names: NameIndex())
    trial.check(subject, grammar)
    return !trial.diagnostics.hasErrors
  }

  private mutating func checkList(_ subject: Subject, _ list: ListGrammar) {
    let elements = subject.node.elements
    if elements.count < list.atLeast || elements.count > list.atMost ?? .max {
      reportCount(subject, elements.count, list)
    }
    let name = subject.name.hasPrefix("'") ? "an element of \(subject.name)" : subject.name
    for element in elements {
      check(Subject(node: element, name: name, anchor: element.range), list.element)
    }
  }
}

extension Grammar {
  /// Whether a mapping has a key that only this alternative has.
  fileprivate func isAnnounced(by node: YAMLNode) -> Bool {
    guard case .object(let object) = resolved else { return false }
    return object.fields.contains { $0.isRequired && node[$0.key] != nil }
  }
}
