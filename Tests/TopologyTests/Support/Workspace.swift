import AccessPolicy
import Diagnostics
import Foundation
import YAMLTree

@testable import Topology

/// Files in memory or in a folder, as the command line would load them.
final class Workspace {
  private(set) var sources = SourceMap()
  private(set) var diagnostics: [Diagnostic] = []
  private var contents: [String: String]
  private var parsed: [String: [SourceDocument]] = [:]

  init(_ contents: [String: String]) { self.contents = contents }

  /// All YAML and JSON files of a folder, by their path relative to it.
  convenience init(folder: URL) throws {
    var contents: [String: String] = [:]
    for case let file as URL in FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil) ?? .init()
    where ["yaml", "json"].contains(file.pathExtension) {
      let name = file.path.dropFirst(folder.path.count + 1)
      contents[String(name)] = try String(contentsOf: file, encoding: .utf8)
    }
    self.init(contents)
  }

  /// Reads the named files together.
  func read(_ paths: [String]) -> Topology {
    let documents = paths.flatMap { parse($0) }
    var found: [Diagnostic] = []
    let topology = Topology.read(
      documents, load: { [self] in load($0, from: $1) }, diagnostics: &found)
    diagnostics += found
    return topology
  }

  func parse(_ path: String) -> [SourceDocument] {
    if let known = parsed[path] { return known }
    let file = SourceFile(path: path, bytes: Array((contents[path] ?? "").utf8))
    let id = sources.add(file)
    let tree = YAMLTree.read(file, id: id, diagnostics: &diagnostics)
    let documents = tree?.documents.map { SourceDocument(path: path, root: $0) } ?? []
    parsed[path] = documents
    return documents
  }

  private func load(_ path: String, from: String) -> LoadedFiles {
    let wanted = normalizedPath(path, relativeTo: from)
    let slashes = wanted.count { $0 == "/" }
    let names = contents.keys.filter { name in
      Wildcards.matches(wanted, name) && name.count { $0 == "/" } == slashes
    }
    if names.isEmpty { return .failed(wanted.contains("*") ? "no file matches" : "no such file") }
    return .found(names.sorted().flatMap { parse($0) })
  }

  /// What was found, a line each: `file:line:column: id: message (help)`.
  var report: [String] {
    diagnostics.inOutputOrder().map { diagnostic in
      let mark = diagnostic.severity == .error ? "" : "\(diagnostic.severity.rawValue) "
      let help = diagnostic.help.map { " (\($0))" } ?? ""
      let related = diagnostic.related.map { " [\($0.message): \(place($0.range))]" }.joined()
      return
        "\(place(diagnostic.range)): \(mark)\(diagnostic.id): \(diagnostic.message)\(help)\(related)"
    }
  }

  private func place(_ range: SourceRange) -> String {
    let place = sources.resolve(range)
    let file = sources.files.count == 1 ? "" : "\(place.path):"
    return "\(file)\(place.line):\(place.column)"
  }
}

/// Reads one text as a topology.
func read(_ text: String) -> (topology: Topology, report: [String]) {
  let workspace = Workspace(["topology.yaml": text])
  let topology = workspace.read(["topology.yaml"])
  return (topology, workspace.report)
}

/// The repository's root.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
