import Diagnostics
import YAMLTree

/// All documents of a topology: those given, and what they include, each file once.
struct DocumentSet {
  struct Member {
    var document: SourceDocument
    /// What the file says of account and region, or else what the file that includes it does.
    var account: Located<String>?
    var region: Located<String>?
  }

  private(set) var members: [Member] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let load: FileLoader
  /// The files that have been taken up, by normalised path.
  private var known: Set<String> = []

  /// Files may include files that include files; past this many in a row no more are read.
  private static let depth = 100

  init(_ documents: [SourceDocument], load: @escaping FileLoader) {
    self.load = load
    for document in documents { known.insert(normalizedPath(document.path)) }
    for document in documents { add(document, account: nil, region: nil, ring: []) }
  }

  /// Adds a document and, behind it, what it includes. `ring` holds the files that led here.
  private mutating func add(
    _ document: SourceDocument, account: Located<String>?, region: Located<String>?,
    ring: [String]
  ) {
    let own = Member(
      document: document, account: Self.text(.account, document.root["account"]) ?? account,
      region: Self.text(.region, document.root["region"]) ?? region)
    members.append(own)
    guard let include = document.root["include"] else { return }
    if ring.count >= Self.depth {
      return report(
        "topology/include-depth", "more than \(Self.depth) files include each other in a row",
        at: include, help: "include the files from one file")
    }
    let ring = ring + [normalizedPath(document.path)]
    for node in include.kind == .sequence ? include.elements : [include] {
      guard let path = node.string, !path.isEmpty else { continue }
      for found in files(path, node, ring) {
        add(found, account: own.account, region: own.region, ring: ring)
      }
    }
  }

  private static func text(_ form: Form<String>, _ node: YAMLNode?) -> Located<String>? {
    guard let node, case .text(let grammar) = form.grammar, node.jsonType == .string,
      grammar.accepts(node.text)
    else { return nil }
    return Located(node.text, node.range)
  }

  /// The documents at a path or glob that have not been taken up yet.
  private mutating func files(_ path: String, _ node: YAMLNode, _ ring: [String])
    -> [SourceDocument]
  {
    let from = ring.last ?? ""
    let isGlob = path.contains { "*?[".contains($0) }
    let identity = normalizedPath(path, relativeTo: from)
    if !isGlob, let start = ring.firstIndex(of: identity) {
      report(
        "topology/include-cycle", "\(excerpt(path)) includes itself", at: node,
        help: (ring[start...] + [identity]).way)
      return []
    }
    if !isGlob, known.contains(identity) { return [] }
    switch load(path, from) {
    case .failed(let reason):
      report(
        "topology/missing-file", "\(excerpt(path)) cannot be included: \(reason)", at: node,
        help: "a path is relative to the file that names it")
      return []
    case .found(let documents):
      let new = documents.filter { !known.contains(normalizedPath($0.path)) }
      for document in new { known.insert(normalizedPath(document.path)) }
      return new
    }
  }

  private mutating func report(_ id: String, _ message: String, at node: YAMLNode, help: String) {
    diagnostics.append(Diagnostic(id, .error, message, at: node.range, help: help))
  }
}
