import Diagnostics
import YAMLTree

extension StructureCheck {
  mutating func checkObject(_ subject: Subject, _ object: ObjectGrammar) {
    let entries = subject.node.entries
    var present: [String: SourceRange] = [:]
    // Keys that others were misspelt for: their absence needs no second finding.
    var meant: Set<String> = []
    for (key, value) in entries {
      guard key.kind == .scalar else {
        report("topology/wrong-type", "a key in \(object.title) must be a word", at: key.range)
        continue
      }
      let name = key.text
      present[name] = key.range
      if object.field(name) == nil { meant.formUnion(object.keys(meantBy: name)) }
      if !checkEntry(name, key, value, object) { reportUnknownKey(key, subject.node, object) }
    }
    meant.formUnion(present.keys)
    for field in object.fields where field.isRequired && !meant.contains(field.key) {
      reportMissing([field], object, subject)
    }
    for keys in object.needed where meant.isDisjoint(with: keys) {
      reportMissing(keys.compactMap { object.field($0) }, object, subject)
    }
    for keys in object.exclusive { checkExclusive(keys, present, object) }
    if entries.count < object.atLeast {
      report("topology/empty", "\(object.title) must not be empty", at: subject.anchor)
    }
  }

  /// False for a key that must not stand.
  private mutating func checkEntry(
    _ name: String, _ key: YAMLNode, _ value: YAMLNode, _ object: ObjectGrammar
  ) -> Bool {
    let subject = Subject(node: value, name: "'\(name)'", anchor: key.range)
    if let field = object.field(name) {
      check(subject, field.grammar)
      return true
    }
    switch object.others {
    case .refused: return false
    case .extensions: return name.hasPrefix("x-")
    case .allowed: warnOfNearKey(name, key, object)
    case .each(let keys, let grammar):
      if let keys, !keys.accepts(name) {
        report(
          "topology/bad-name",
          "'\(name)' cannot name \(object.title): expected \(keys.expectation)",
          at: key.range)
      }
      if let kind = object.declares { resource = ResourceID(kind, name).description }
      check(subject, grammar)
      if object.declares != nil { resource = nil }
    }
    return true
  }

  private mutating func checkExclusive(
    _ keys: [String], _ present: [String: SourceRange], _ object: ObjectGrammar
  ) {
    let standing = keys.compactMap { key in present[key].map { (key: key, range: $0) } }
      .sorted { $0.range < $1.range }
    guard standing.count > 1, let last = standing.last, let first = standing.first else { return }
    let names = quotedList(standing.map(\.key))
    report(
      "topology/conflicting-keys", "\(names) exclude each other in \(object.title): keep one",
      at: last.range, related: [.init("'\(first.key)' stands here", at: first.range)])
  }

  private mutating func reportUnknownKey(
    _ key: YAMLNode, _ mapping: YAMLNode, _ object: ObjectGrammar
  ) {
    let near = object.keys(meantBy: key.text)
    let isCertain = near.count == 1 && mapping[near[0]] == nil
    report(
      "topology/unknown-key", "unknown key \(excerpt(key.text)) in \(object.title)", at: key.range,
      help: didYouMean(oneOf: near) ?? object.knownKeys,
      fix: isCertain ? .replacing(key, by: near[0]) : nil)
  }

  private mutating func warnOfNearKey(_ name: String, _ key: YAMLNode, _ object: ObjectGrammar) {
    let near = object.keys(meantBy: name)
    guard !name.hasPrefix("x-"), name.utf8.count > 3, !near.isEmpty else { return }
    report(
      "topology/unknown-key", "'\(name)' means nothing in \(object.title)", at: key.range,
      severity: .warning, help: didYouMean(oneOf: near))
  }

  private mutating func reportMissing(
    _ fields: [ObjectGrammar.Field], _ object: ObjectGrammar, _ subject: Subject
  ) {
    let keys = fields.map { "'\($0.key)'" }
    report(
      "topology/missing-key", "\(object.title) needs \(orList(keys))", at: subject.anchor,
      help: fields.count == 1 ? fields[0].summary : nil)
  }
}

extension ObjectGrammar {
  /// The keys that a word is likely a misspelling of, or another tool's name for.
  func keys(meantBy word: String) -> [String] {
    let other = fields.filter { field in field.alsoKnownAs.contains { plain($0) == plain(word) } }
    return other.isEmpty ? wordsMeant(by: word, among: fields.map(\.key)) : other.map(\.key)
  }

  var knownKeys: String? {
    let keys = fields.map(\.key)
    if keys.isEmpty { return nil }
    if keys.count <= 12 { return "known keys are \(quotedList(keys))" }
    let first = keys.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    return "known keys are \(first) and \(keys.count - 10) more"
  }
}
