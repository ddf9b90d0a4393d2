import Diagnostics
import Foundation
import Testing
import YAMLTree

@testable import Topology

@Suite("The schema for editors")
struct SchemaTests {
  @Test("is the one that the grammar prints: run 'swift run dev schema' when it is not")
  func isUpToDate() throws {
    let file = repository.appending(path: "grammar/topology.schema.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == Topology.jsonSchema())
  }

  @Test("stands beside a reference page from the same grammar")
  func referenceIsUpToDate() throws {
    let file = repository.appending(path: "docs/language.md")
    #expect(try String(contentsOf: file, encoding: .utf8) == Topology.reference())
  }

  @Test("names each definition once, whatever refers to it")
  func hasUniqueNames() {
    var bodies: [String: String] = [:]
    func visit(_ grammar: Grammar) {
      switch grammar {
      case .definition(let definition), .delegated(let definition):
        var writer = SchemaWriter()
        let body = writer.schema(of: definition.grammar()).text()
        let known = bodies.updateValue(body, forKey: definition.name)
        #expect(known == nil || known == body, "two grammars are called \(definition.name)")
        if known == nil { visit(definition.grammar()) }
      case .object(let object):
        for field in object.fields { visit(field.grammar) }
        if case .each(_, let value) = object.others { visit(value) }
      case .list(let list): visit(list.element)
      case .choice(let alternatives): alternatives.forEach(visit)
      default: break
      }
    }
    visit(Document.grammar)
    #expect(bodies.count > 50)
  }

  @Test("accepts every sound fixture, and the fixtures say every key that it knows")
  func acceptsFixtures() throws {
    let validator = try Self.validator()
    for (name, document) in try Self.fixtures() {
      #expect(validator.accepts(document.root), "\(name)")
    }
    // What every kind may say is shown by the queues.
    let common = Set(ObjectGrammar.common(to: Queue.record.object, Key.record.object))
    let missing = validator.properties.subtracting(validator.visited).filter { name in
      let parts = name.split(separator: ".")
      return parts.count < 2 || parts[0] == "queue" || !common.contains(String(parts[1]))
    }
    #expect(missing.sorted() == [])
  }

  /// The check of structure and the schema are two readings of one grammar: whatever is done to a
  /// document, they agree.
  @Test(
    "accepts what the structural check accepts, and nothing else",
    arguments: 0..<20 as Range<UInt64>)
  func agreesWithCheck(_ seed: UInt64) throws {
    let validator = try Self.validator()
    let corpus = try Self.corpus.get()
    let documents = corpus.documents
    var mutator = Mutator(seed: seed, keys: corpus.keys, values: corpus.values)
    var accepted = 0
    for round in 0..<100 {
      var changed = mutator.changed(documents[mutator.pick(documents.count)])
      if mutator.pick(4) == 0 { changed = mutator.changed(changed) }
      let text = changed.text
      guard let node = Self.parse(text) else { continue }
      let bySchema = validator.accepts(node)
      var check = StructureCheck(entersDelegated: true)
      check.check(node, Document.grammar)
      let found = check.diagnostics.filter { $0.severity == .error }
      #expect(
        bySchema == found.isEmpty,
        "seed \(seed), round \(round): \(found.first?.message ?? "") \(text)")
      if bySchema { accepted += 1 }
    }
    #expect(accepted > 5 && accepted < 95, "seed \(seed) shows only one side: \(accepted)")
  }

  static func validator() throws -> SchemaValidator {
    let schema = try #require(parse(Topology.jsonSchema()))
    return SchemaValidator(schema)
  }

  static func parse(_ text: String) -> YAMLNode? {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "mutation.json", bytes: Array(text.utf8))
    return YAMLTree.read(file, id: FileID(0), diagnostics: &diagnostics)?.documents.first
  }

  private struct Corpus {
    var documents: [JSONDocument]
    var keys: [String]
    var values: [JSONDocument]
  }

  private static let corpus = Result {
    let documents = try fixtures().map { JSONDocument($0.document.root) }
    return Corpus(
      documents: documents.flatMap(\.declarations), keys: Set(documents.flatMap(\.keys)).sorted(),
      values: documents.flatMap(\.all).filter { $0.text.utf8.count < 200 })
  }

  private static func fixtures() throws -> [(name: String, document: SourceDocument)] {
    let workspace = try Workspace(folder: FixtureTests.folder.appending(path: "ok"))
    return FixtureTests.names(in: "ok").flatMap { name in
      workspace.parse(name).map { (name, $0) }
    }
  }
}
