import Diagnostics
import Foundation
import Topology
import YAMLTree

@testable import TemplateImport

/// A SAM template with its resources expanded, as text: one resource a line.
struct ExpandedTemplate {
  private(set) var resources: [SourceResource] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let system = StackSystem()

  init?(_ path: String) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let file = SourceFile(path: path, bytes: Array(data))
    guard let tree = YAMLTree.read(file, id: FileID(0), diagnostics: &diagnostics),
      let root = tree.documents.first
    else { return nil }
    let folder = URL(filePath: path).deletingLastPathComponent()
    system.open(SourceDocument(path: path, root: root), [:]) { name, _ in
      var problems: [Diagnostic] = []
      let beside = folder.appending(path: name).path
      guard let data = FileManager.default.contents(atPath: beside),
        let tree = YAMLTree.read(
          SourceFile(path: beside, bytes: Array(data)), id: FileID(1), diagnostics: &problems)
      else { return .failed("no such file") }
      return .found(tree.documents.map { SourceDocument(path: beside, root: $0) })
    }
    resources = system.declaredResources()
    ServerlessExpansion.expand(&resources, system)
    diagnostics += system.diagnostics
  }

  var story: String {
    resources.map { "\($0.key.id) \($0.type) \(Self.json($0.properties))\n" }.joined()
  }

  /// As templates write it in JSON.
  static func json(_ value: Value) -> String {
    switch value.content {
    case .scalar(let node): quoted(node.text)
    case .text(let text): quoted(text)
    case .reference(let key, nil): "{\"Ref\": \(quoted(key.id))}"
    case .reference(let key, let name?): "{\"Fn::GetAtt\": [\(quoted(key.id)), \(quoted(name))]}"
    case .sequence(let elements): "[" + elements.map(json).joined(separator: ", ") + "]"
    case .mapping:
      "{" + value.entries.map { "\(quoted($0.key)): \(json($0.value))" }.joined(separator: ", ")
        + "}"
    case .unknown(let name): "{\"Unknown\": \(quoted(name))}"
    case .absent: "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: scalar.value < 0x20 ? " " : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
