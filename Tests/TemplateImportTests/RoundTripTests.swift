import Checks
import Diagnostics
import EventPattern
import Foundation
import Reports
import RoutingGraph
import Testing
import Topology
import YAMLTree

@testable import TemplateImport

@Suite("What is imported can be written and read again")
struct RoundTripTests {
  @Test("with the same routes and findings", arguments: FixtureTests.templates)
  func roundTrip(_ path: String) throws {
    let original = try ImportedFixture(FixtureTests.folder.appending(path: path).path)
    let document = try #require(original.documents.first)
    let text = NativeWriter.text(of: document, unread: [], in: original.sources)
    var problems: [Diagnostic] = []
    let file = SourceFile(path: "topology.yaml", bytes: Array(text.utf8))
    let tree = try #require(
      YAMLTree.read(file, id: FileID(0), diagnostics: &problems),
      "\(problems.map(\.message)) in\n\(text)")
    let topology = Topology.read(tree.documents, diagnostics: &problems)
    let graph = RoutingGraph(topology)
    let findings = problems + check(CheckContext(topology: topology, graph: graph))
    #expect(Self.routes(graph) == Self.routes(original.graph), "\(text)")
    let told = original.findings.filter { !$0.id.hasPrefix("template/") }
    #expect(findings.map(Self.story).sorted() == told.map(Self.story).sorted(), "\(text)")
  }

  private static func routes(_ graph: RoutingGraph) -> [String] {
    graph.edges.map { edge in
      let ends = "\(graph.nodes[edge.from].label) -\(edge.kind)-> \(graph.nodes[edge.to].label)"
      let exit = edge.deadLetter?.value.label ?? ""
      return
        "\(ends) \(edge.via ?? "") \(edge.pattern?.readable?.json ?? "") \(exit) \(edge.isEnabled)"
    }.sorted()
  }

  private static func story(_ finding: Diagnostic) -> String {
    "\(finding.severity) \(finding.id): \(finding.message)"
  }
}
