import Diagnostics
import YAMLTree

/// What reading a part of a document may need of the rest, and where its findings go.
struct ReadingContext {
  let names: NameIndex
  let load: FileLoader
  var diagnostics: [Diagnostic] = []
  /// The file being read, and what it says of account and region.
  var path = ""
  var account: Located<String>?
  var region: Located<String>?
  /// The declared thing being read.
  var resource: String?
  /// Keys of that thing, and of its parts, whose values are `!unknown`.
  var unknownKeys: Set<String> = []
  /// Files with schemas and definitions, each read and checked once; nil for one that could not be.
  var loaded: [String: YAMLNode?] = [:]
  /// Names that may still be compared with one that is not declared: hostile input must not make
  /// every mistake look through every name.
  private var comparisons = 5_000_000
  /// Schemas that `$ref` may still repeat.
  var schemas = 2_000_000

  init(names: NameIndex, load: @escaping FileLoader) {
    self.names = names
    self.load = load
  }

  mutating func report(
    _ id: String, _ message: String, at range: SourceRange, severity: Severity = .error,
    help: String? = nil, related: [Diagnostic.Related] = []
  ) {
    var diagnostic = Diagnostic(id, severity, message, at: range, help: help)
    diagnostic.resource = resource
    diagnostic.related = related
    diagnostics.append(diagnostic)
  }

  /// Takes up what another reader found, as findings about the present resource.
  mutating func collect<Value>(_ read: (inout [Diagnostic]) -> Value) -> Value {
    var found: [Diagnostic] = []
    let value = read(&found)
    for var diagnostic in found {
      diagnostic.resource = diagnostic.resource ?? resource
      diagnostics.append(diagnostic)
    }
    return value
  }

  /// Whether `count` names may be compared; false once too many have been.
  mutating func mayCompare(_ count: Int) -> Bool {
    comparisons -= count
    return comparisons >= 0
  }

  mutating func checkStructure(of root: YAMLNode, _ grammar: Grammar, as name: String) {
    var check = StructureCheck(entersDelegated: false, names: names)
    check.resource = resource
    check.check(root, grammar, as: name)
    diagnostics += check.diagnostics
  }

  /// The root of a JSON or YAML file named at `node`, its structure checked; reported and nil where
  /// it cannot be read.
  mutating func file(
    namedAt node: YAMLNode, _ grammar: Grammar, as kind: String
  ) -> YAMLNode? {
    let name = node.text
    let identity = "\(kind) \(normalizedPath(name, relativeTo: path))"
    if let known = loaded[identity] { return known }
    var root: YAMLNode?
    switch load(name, path) {
    case .failed(let reason):
      report(
        "topology/missing-file", "the \(kind) \(excerpt(name)) cannot be read: \(reason)",
        at: node.range, help: "a path is relative to the file that names it")
    case .found(let documents): root = documents.first?.root
    }
    loaded[identity] = .some(root)
    if let root { checkStructure(of: root, grammar, as: "the \(kind)") }
    return root
  }
}
