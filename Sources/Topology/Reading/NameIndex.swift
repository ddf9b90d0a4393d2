import Diagnostics
import YAMLTree

/// What all documents together declare, by name, and where.
struct NameIndex {
  private(set) var resources: [ResourceKind: [String: SourceRange]] = [:]
  private(set) var events: [String: SourceRange] = [:]
  /// The account and region that each resource is declared in, as far as they are said.
  private(set) var homes: [ResourceID: Home] = [:]

  struct Home {
    var account: String?
    var region: String?
  }

  /// Where the resource is declared.
  subscript(id: ResourceID) -> SourceRange? { resources[id.kind]?[id.name] }

  func count(of kind: ResourceKind) -> Int { resources[kind]?.count ?? 0 }

  /// Takes up a document's names; of a name that is already taken the first place stays, and the
  /// second is reported beside it.
  mutating func add(_ root: YAMLNode, in home: Home, diagnostics: inout [Diagnostic]) {
    for (key, value) in root.entries {
      let word = key.text
      if word == "events" {
        for (name, _) in value.entries { addEvent(name, diagnostics: &diagnostics) }
      } else if let kind = ResourceKind(plural: word) {
        for (name, body) in value.entries {
          add(name, kind, in: home.replaced(by: body), diagnostics: &diagnostics)
        }
      }
    }
  }

  private mutating func add(
    _ name: YAMLNode, _ kind: ResourceKind, in home: Home, diagnostics: inout [Diagnostic]
  ) {
    let text = name.text
    if let first = resources[kind]?[text] {
      let id = ResourceID(kind, text).description
      diagnostics.append(.declaredTwice(id, resource: id, at: name.range, first: first))
    } else {
      resources[kind, default: [:]][text] = name.range
      homes[ResourceID(kind, text)] = home
    }
  }

  private mutating func addEvent(_ name: YAMLNode, diagnostics: inout [Diagnostic]) {
    let text = name.text
    if let first = events[text] {
      diagnostics.append(
        .declaredTwice("event \(text)", resource: nil, at: name.range, first: first))
    } else {
      events[text] = name.range
    }
  }

  /// References to declared things that `id` is likely a misspelling of: the same name under
  /// another kind, or a near name under its own.
  func suggestion(for id: ResourceID, among kinds: [ResourceKind]) -> String? {
    let near = (resources[id.kind] ?? [:]).keys.map { ResourceID(id.kind, $0).description }
    if let help = didYouMean(id.description, in: near) { return help }
    let same = kinds.filter { self[ResourceID($0, id.name)] != nil }
      .map { "'\($0.rawValue)/\(id.name)'" }
    return same.isEmpty ? nil : "did you mean \(orList(same))?"
  }
}

extension NameIndex.Home {
  /// What a resource says of itself instead.
  fileprivate func replaced(by body: YAMLNode) -> NameIndex.Home {
    NameIndex.Home(
      account: body["account"]?.string ?? account, region: body["region"]?.string ?? region)
  }
}

extension ResourceKind {
  private static let byPlural = Dictionary(
    allCases.map { ($0.plural, $0) }, uniquingKeysWith: { first, _ in first })

  /// The kind that a top-level key declares.
  init?(plural: String) {
    guard let kind = Self.byPlural[plural] else { return nil }
    self = kind
  }

  /// As a word in a sentence: `state machine`.
  var noun: String {
    rawValue.map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
  }

  var nounWithArticle: String {
    (rawValue.first.map("aeiou".contains) == true ? "an " : "a ") + noun
  }
}

extension Diagnostic {
  fileprivate static func declaredTwice(
    _ name: String, resource: String?, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      "topology/duplicate-name", .error, "'\(name)' is declared twice", at: range,
      help: "names are shared by all files that are read together: rename or remove one")
    diagnostic.resource = resource
    diagnostic.related = [.init("first declared here", at: first)]
    return diagnostic
  }
}
