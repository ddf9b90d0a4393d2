import Diagnostics
import YAMLTree

/// A change of an example's text that changes none of its meaning.
enum Mutation: String, CaseIterable {
  case windowsLineEnds, commentOnTop, indented, json

  func apply(to text: String, _ tree: YAMLTree) -> String {
    switch self {
    case .windowsLineEnds:
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    case .commentOnTop: "# Größe, naïve, 日本語, 🚚\n" + text
    case .indented:
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    case .json: tree.documents.map { minified($0) }.joined(separator: "\n") + "\n"
    }
  }

  /// How far it moves every line and column; nil where places cannot be compared so.
  var shift: (line: Int, column: Int)? {
    switch self {
    case .windowsLineEnds: (0, 0)
    case .commentOnTop: (1, 0)
    case .indented: (0, 2)
    case .json: nil
    }
  }
}

private func minified(_ node: YAMLNode) -> String {
  var problems: [Diagnostic] = []
  return String(decoding: node.json(diagnostics: &problems)?.bytes ?? [], as: UTF8.self)
}

extension YAMLTree {
  /// The paths (`/buses/orders`, a key's with `#` at its end) of all nodes that start at an offset.
  func paths(startingAt offset: UInt32) -> Set<String> {
    var found: Set<String> = []
    func visit(_ node: YAMLNode, _ path: String) {
      if node.range.start == offset { found.insert(path) }
      for (key, value) in node.entries {
        let below = path + "/" + key.text
        if key.range.start == offset { found.insert(below + "#") }
        visit(value, below)
      }
      for (index, element) in node.elements.enumerated() { visit(element, "\(path)/\(index)") }
    }
    for document in documents { visit(document, "") }
    return found
  }
}
