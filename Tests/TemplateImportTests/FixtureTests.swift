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

/// Each template in Fixtures stands beside a `.graph` with all its routes and all its findings.
/// `BLESS=1 swift test --filter TemplateImportTests` writes them anew: read what changed.
@Suite("A template of each construct")
struct FixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Every template but those that only others nest (`*.nested.yaml`), and every folder of outputs
  /// of the AWS CLI (`*.outputs`).
  static let templates: [String] = {
    let all =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      if path.hasSuffix(".outputs") { return true }
      if path.contains(".outputs/") || path.contains(".nested.") { return false }
      return [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
    }.sorted()
  }()

  @Test("has the routes and findings that its golden says", arguments: templates)
  func golden(_ path: String) throws {
    let story = try ImportedFixture(Self.folder.appending(path: path).path).story
    let golden = Self.folder.appending(path: path).deletingPathExtension()
      .appendingPathExtension("graph")
    if ProcessInfo.processInfo.environment["BLESS"] != nil {
      try story.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = (try? String(contentsOf: golden, encoding: .utf8)) ?? "no golden yet"
    #expect(story == expected, "\(path)")
  }
}

/// A template that was read as the program reads it.
struct ImportedFixture {
  private(set) var topology = Topology()
  private(set) var graph = RoutingGraph(nodes: [], edges: [])
  private(set) var findings: [Diagnostic] = []
  private(set) var sources = SourceMap()
  private(set) var documents: [SourceDocument] = []
  private let isFolder: Bool

  init(_ path: String, parameters: [String: String] = [:]) throws {
    let disk = Disk()
    isFolder = path.hasSuffix(".outputs")
    var found: [Diagnostic] = []
    let folder = URL(filePath: path).deletingLastPathComponent()
    var documents: [SourceDocument] = []
    for file in Self.files(of: path) {
      documents += try #require(disk.load(file), "\(file): \(disk.problems.map(\.message))")
      guard path.hasSuffix(".outputs") else { continue }
      #expect(documents.allSatisfy { TemplateImport.isInventory($0.root) }, "\(file)")
    }
    self.documents = TemplateImport.read(
      documents, parameters: parameters,
      load: { name, _ in
        disk.load(folder.appending(path: name).path).map { .found($0) } ?? .failed("no such file")
      }, diagnostics: &found)
    topology = Topology.read(
      self.documents, load: { _, _ in .failed("out of reach") }, diagnostics: &found)
    graph = RoutingGraph(topology)
    let context = CheckContext(topology: topology, graph: graph)
    findings = (found + disk.problems + check(context)).inOutputOrder()
    sources = disk.sources
  }

  /// The file itself, or all of a folder.
  private static func files(of path: String) -> [String] {
    guard path.hasSuffix(".outputs") else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }
  }

  private final class Disk {
    var sources = SourceMap()
    var problems: [Diagnostic] = []

    func load(_ path: String) -> [SourceDocument]? {
      guard let data = FileManager.default.contents(atPath: path) else { return nil }
      let file = SourceFile(path: path, bytes: Array(data))
      let tree = YAMLTree.read(file, id: sources.add(file), diagnostics: &problems)
      return tree?.documents.map { SourceDocument(path: path, root: $0) }
    }
  }

  /// One line for each route, then one for each finding.
  var story: String {
    let routes = graph.edges.map { edge in
      var line = "\(graph.nodes[edge.from].label) -\(edge.kind.rawValue)"
      if let via = edge.via { line += ":\(via)" }
      line += "-> \(graph.nodes[edge.to].label)"
      if let pattern = edge.pattern {
        line += " " + (pattern.readable.map { $0.json } ?? "?")
      }
      if let exit = edge.deadLetter { line += " dead-letter \(exit.value.label)" }
      return line + (edge.isEnabled ? "" : " (disabled)")
    }
    let told = findings.map { finding in
      let place = sources.resolve(finding.range)
      let file = sources[finding.range.file].path.split(separator: "/").last.map(String.init) ?? ""
      let spot = (isFolder ? "\(file) " : "") + "\(place.line):\(place.column)"
      return "\(finding.severity.rawValue) \(spot) \(finding.id): \(finding.message)"
    }
    return (routes + told).map { $0 + "\n" }.joined()
  }
}
