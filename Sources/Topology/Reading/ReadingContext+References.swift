import AccessPolicy
import Diagnostics
import YAMLTree

extension ReadingContext {
  /// Resolves a text that has the form of a reference; what is not declared is reported.
  mutating func reference(_ text: String, at range: SourceRange) -> Reference? {
    if text.hasPrefix("arn:") {
      return Located(names.declared(by: text).map { .resource($0) } ?? .arn(text), range)
    }
    if let id = ResourceID(reference: text) {
      checkDeclared(id, at: range)
      return Located(.resource(id), range)
    }
    return Self.isEndpoint(text) ? Located(.endpoint(text), range) : nil
  }

  static func isEndpoint(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("+")
      || text.contains("@")
  }

  mutating func checkDeclared(_ id: ResourceID, at range: SourceRange) {
    if names[id] != nil || id == ResourceID(.bus, "default") { return }
    let near =
      mayCompare(names.count(of: id.kind) * 16)
      ? names.suggestion(for: id, among: ResourceKind.allCases) : nil
    report(
      "topology/dangling-reference", "'\(id)' is not declared", at: range,
      help: near
        ?? "declare it under '\(id.kind.plural)', with 'external: true' if it lives elsewhere, "
        + "or write its full ARN")
  }

  /// A text with `*` in place of parts of a reference: it must fit something that is declared.
  mutating func checkGlob(_ text: String, at range: SourceRange) {
    guard text.contains(where: { $0 == "*" || $0 == "?" }) else {
      if let id = ResourceID(reference: text) { checkDeclared(id, at: range) }
      return
    }
    if text.hasPrefix("arn:") || text == "*" || Wildcards.matches(text, "bus/default") { return }
    let slash = text.firstIndex(of: "/")
    let isOfKind = slash.flatMap { ResourceKind(rawValue: String(text[..<$0])) }
    for kind in isOfKind.map({ [$0] }) ?? ResourceKind.allCases {
      guard mayCompare(names.count(of: kind)) else { return }
      for name in (names.resources[kind] ?? [:]).keys
      where Wildcards.matches(text, ResourceID(kind, name).description) { return }
    }
    report(
      "topology/dangling-reference", "\(excerpt(text)) fits nothing that is declared", at: range)
  }

  /// An event's name: it must be in the catalogue where there is one.
  mutating func eventName(at node: YAMLNode) -> Located<String> {
    let name = node.text
    let isGlob = name.contains { $0 == "*" || $0 == "?" }
    let located = Located(name, node.range)
    if names.events.isEmpty || names.events[name] != nil { return located }
    let isComparable = mayCompare(names.events.count * (isGlob ? 1 : 16))
    if isGlob {
      if !isComparable || names.events.keys.contains(where: { Wildcards.matches(name, $0) }) {
        return located
      }
    }
    let near = isComparable ? didYouMean(name, in: names.events.keys) : nil
    report(
      "topology/unknown-event", "the catalogue has no event \(excerpt(name))", at: node.range,
      help: near ?? "declare it under 'events'")
    return located
  }
}
