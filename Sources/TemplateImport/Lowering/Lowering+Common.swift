import Diagnostics
import Topology
import YAMLTree

extension Lowering {
  mutating func set(_ id: ResourceID, _ key: String, _ value: YAMLDraft?) {
    native.set(id, key, value)
  }

  /// Reports properties that the type does not have: a near name is a misspelling, another may be newer
  /// than this program.
  mutating func checkProperties(of resource: SourceResource, among known: Set<String>) {
    for entry in resource.properties.entries where !known.contains(entry.key) {
      if resource.isGenerated || entry.key.hasPrefix("Fn::") { continue }
      let near = didYouMean(entry.key, in: known)
      report(
        "unknown-property", near == nil ? .warning : .error,
        "\(resource.type) has no property '\(entry.key)'", at: entry.keyRange,
        about: id(of: resource), help: near ?? "it is not read; the deployment may refuse it")
    }
  }

  /// As above, for the mappings that stand at a path of its properties.
  mutating func checkProperties(
    of resource: SourceResource, at path: [String], among known: Set<String>
  ) {
    var values = [resource.properties]
    for key in path { values = values.flatMap { $0[key]?.elements ?? [] } }
    let way = path.joined(separator: ".")
    for entry in values.flatMap(\.entries) where !known.contains(entry.key) {
      if entry.key.hasPrefix("Fn::") { continue }
      let near = didYouMean(entry.key, in: known)
      report(
        "unknown-property", near == nil ? .warning : .error,
        "\(resource.type) has no property '\(way).\(entry.key)'", at: entry.keyRange,
        about: id(of: resource), help: near ?? "it is not read; the deployment may refuse it")
    }
  }

  /// Adds statements of a policy to the resources that it is put on.
  mutating func attach(_ statements: [YAMLDraft], to owners: [Value], _ kind: ResourceKind) {
    for owner in owners {
      guard case .resource(let id) = pointed(owner, [kind]) else { continue }
      native.declare(id, at: owner.range)
      for statement in statements { native.append(id, "policy", statement) }
    }
  }

  /// How something is encrypted by the KMS key that a property names; AWS's own key is `managed`.
  mutating func encryption(_ key: Value?) -> YAMLDraft? {
    guard let key, !key.isAbsent else { return nil }
    if let text = key.plainText, text.hasPrefix("alias/aws/") {
      return .text("managed", at: key.range)
    }
    guard let reference = reference(key, .key) else { return nil }
    var draft = YAMLDraft.mapping(at: key.range)
    draft.set("key", reference)
    return draft
  }

  /// `Tags` as a list of keys and values or as a mapping.
  mutating func tags(_ value: Value?) -> YAMLDraft? {
    guard let value, !value.isAbsent else { return nil }
    var draft = YAMLDraft.mapping(at: value.range)
    let pairs =
      value.isMapping
      ? value.entries.map { ($0.key, $0.value) }
      : value.elements.compactMap { tag in
        tag["Value"].flatMap { value in tag["Key"]?.knownText.map { ($0, value) } }
      }
    for (key, value) in pairs {
      // An empty value, which AWS allows, says nothing.
      if let text = system.text(value, in: 0), !text.contains("${"), !text.isEmpty, !key.isEmpty {
        draft.set(key, .text(text, at: value.range))
      }
    }
    return draft.isEmptyCollection ? nil : draft
  }
}
