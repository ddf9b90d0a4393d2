import AccessPolicy
import Diagnostics
import Topology
import YAMLTree

extension Lowering {
  /// The statements of an IAM policy document, given as a tree or as JSON text, in the native form:
  /// resources and principals by reference where they are declared, `${Name}` for what is not known.
  /// `resource` stands for a missing `Resource` of a resource policy.
  /// One `!unknown` stands for a document that is there and not to be told.
  mutating func statements(_ document: Value?) -> [YAMLDraft] {
    guard let document, !document.isAbsent else { return [] }
    guard let root = structure(of: document) else {
      return document.knownText == nil
        ? [.unknown(system.text(document, in: 0) ?? "", at: document.range)] : []
    }
    let statements = root["Statement"]?.elements ?? (root["Effect"] == nil ? [] : [root])
    return statements.compactMap { statement($0) }
  }

  private mutating func statement(_ value: Value) -> YAMLDraft? {
    guard value.isMapping else { return nil }
    // Allowed or refused: what it speaks of is then not known either.
    let effect = value["Effect"].flatMap { $0.knownText == nil ? system.text($0, in: 0) : nil }
    var entries: [YAMLDraft.Entry] = []
    for entry in value.entries {
      let draft: YAMLDraft
      switch entry.key {
      // IAM takes an empty name for none.
      case "Sid" where entry.value.plainText == "": continue
      case "Effect" where effect != nil: draft = .text("Allow", at: entry.value.range)
      case "Action", "NotAction":
        draft =
          effect.map { .text($0, at: entry.value.range) }
          ?? texts(entry.value) { $0.system.text($1, in: 0) ?? "" }
      case "Resource", "NotResource": draft = texts(entry.value) { $0.policyResource($1) }
      case "Principal", "NotPrincipal": draft = principal(entry.value)
      case "Condition": draft = conditions(entry.value)
      case "Sid", "Effect":
        draft = texts(entry.value) { $0.system.text($1, in: 0) ?? "" }
      default: continue
      }
      entries.append(.init(.text(entry.key, at: entry.keyRange), draft))
    }
    return .mapping(entries, at: value.range)
  }

  private mutating func texts(
    _ value: Value, _ write: (inout Lowering, Value) -> String
  ) -> YAMLDraft {
    guard value.isSequence else { return .text(write(&self, value), at: value.range) }
    let drafts = value.elements.map { YAMLDraft.text(write(&self, $0), at: $0.range) }
    return .list(drafts, at: value.range)
  }

  /// An ARN as it is, with declared things as references: `queue/Orders`, `bucket/Photos/*`.
  private mutating func policyResource(_ value: Value) -> String {
    if case .reference(let key, _) = value.content {
      guard let resource = resource(key), let id = id(of: resource) else {
        return "${\(key.id)}"
      }
      return id.description
    }
    let text = system.text(value, in: 0) ?? "${unknown}"
    if text == "*" { return text }
    guard let arn = ARN(text), arn.account.isEmpty || arn.account.contains("${"),
      let name = AmazonName.imported(arn), let id = declared(name.kind, named: name.name),
      let place = arn.resource.firstRange(of: name.name)
    else { return text.hasPrefix("arn:") || text.contains("${") ? text : "${\(text)}" }
    return id.description + arn.resource[place.upperBound...]
  }

  private mutating func principal(_ value: Value) -> YAMLDraft {
    guard value.isMapping else {
      if value.plainText == "*" { return .text("*", at: value.range) }
      let text = system.text(value, in: 0) ?? "${unknown}"
      let member = YAMLDraft.text(text.isEmpty ? "${unknown}" : text, at: value.range)
      return .mapping([.init(.text("AWS", at: value.range), member)], at: value.range)
    }
    let entries = value.entries.map { entry in
      YAMLDraft.Entry(
        .text(entry.key, at: entry.keyRange),
        texts(entry.value) { lowering, value in
          if case .reference(let key, _) = value.content, let resource = lowering.resource(key),
            let id = lowering.id(of: resource)
          {
            return id.description
          }
          let text = lowering.system.text(value, in: 0) ?? ""
          return text.isEmpty ? "${unknown}" : text
        })
    }
    return .mapping(entries, at: value.range)
  }

  private mutating func conditions(_ value: Value) -> YAMLDraft {
    guard value.isMapping else { return .mapping(at: value.range) }
    let operators = value.entries.filter { $0.value.isMapping }.map { entry in
      let tests = entry.value.entries.map { test in
        YAMLDraft.Entry(
          .text(test.key, at: test.keyRange),
          texts(test.value) { $0.system.text($1, in: 0) ?? "${unknown}" })
      }
      return YAMLDraft.Entry(
        .text(entry.key, at: entry.keyRange), .mapping(tests, at: entry.value.range))
    }
    return .mapping(operators, at: value.range)
  }
}
