import Diagnostics
import Foundation
import RoutingGraph
import TemplateImport
import Testing
import Topology
import YAMLTree

@testable import Checks

/// A small topology, read and ready to be checked.
struct Example {
  /// Without the comments that say what is expected of it.
  var text: String
  /// The findings that its comments `# error: message` expect, without their ids.
  var expected: [String] = []
  var sources = SourceMap()
  var tree: YAMLTree?
  var topology: Topology
  /// What a comment `# quotas: {name: number}` says has been granted.
  var limits = Limits()
  /// What reading it as a template said of it.
  var told: [Diagnostic] = []
  /// What reading it said; none for a sound example.
  var problems: [Diagnostic] = []

  init(_ marked: String) {
    var lines: [String] = []
    for line in marked.components(separatedBy: "\n") {
      let (code, marks) = Self.parted(line)
      lines.append(code)
      expected += marks.map { "\(lines.count) \($0)" }
    }
    text = lines.joined(separator: "\n")
    let file = SourceFile(path: "topology.yaml", bytes: Array(text.utf8))
    let id = sources.add(file)
    tree = YAMLTree.read(file, id: id, diagnostics: &problems)
    let documents = tree?.documents ?? []
    if let root = documents.first, TemplateImport.reads(root) {
      var said: [Diagnostic] = []
      let read = TemplateImport.read(
        [SourceDocument(path: "template.yaml", root: root)], parameters: [:],
        load: { _, _ in .failed("no such file") }, diagnostics: &said)
      topology = Topology.read(read.map(\.root), diagnostics: &said)
      told = said.filter { $0.id.hasPrefix("template/") }
      problems += said.filter { !$0.id.hasPrefix("template/") }
    } else {
      topology = Topology.read(documents, diagnostics: &problems)
    }
    readQuotas()
  }

  /// A line without its marks `# error: message`, and what those say.
  private static func parted(_ line: String) -> (code: String, marks: [String]) {
    let starts = Severity.allCases.flatMap { severity in
      line.ranges(of: "# \(severity): ").map { (place: $0, severity: severity) }
    }.sorted { $0.place.lowerBound < $1.place.lowerBound }
    guard let first = starts.first else { return (line, []) }
    let ends = starts.dropFirst().map(\.place.lowerBound) + [line.endIndex]
    let marks = zip(starts, ends).map { start, end in
      let message = line[start.place.upperBound..<end].trimmingCharacters(in: .whitespaces)
      return "\(start.severity): \(message)"
    }
    let code = line[..<first.place.lowerBound]
    return (String(code.reversed().drop { $0 == " " }.reversed()), marks)
  }

  private mutating func readQuotas() {
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("# quotas: {") {
      for entry in line.dropFirst("# quotas: {".count).dropLast().split(separator: ",") {
        let parts = entry.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
        limits.granted[parts[0]] = Int(parts[1])
      }
    }
  }

  func findings(_ options: CheckOptions) -> [Diagnostic] {
    let context = CheckContext(topology: topology, graph: RoutingGraph(topology), limits: limits)
    return check(context, options: options, told: told, comments: tree?.comments() ?? [], in: sources).findings
  }

  /// `line severity: message` of each finding.
  func told(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\(sources.resolve($0.range).line) \($0.severity): \($0.message)" }
  }
}
