import Diagnostics
import YAMLTree

/// Any bytes as a file of YAML, or of JSON where they begin with a bracket.
enum YAMLTarget {
  static func run(_ bytes: [UInt8]) {
    let isJSON = bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[")
    let file = SourceFile(path: isJSON ? "a.json" : "a.yaml", bytes: bytes)
    // UTF-16 is read as UTF-8, so the file may be of another length.
    var limits = ReadingLimits()
    limits.nodes = 20_000
    var diagnostics: [Diagnostic] = []
    let tree = YAMLTree.read(file, id: FileID(0), limits: limits, diagnostics: &diagnostics)
    check(tree != nil || !diagnostics.isEmpty, "refused without a word")
    for diagnostic in diagnostics {
      check(diagnostic.range.end <= file.bytes.count, "a range beyond the file")
    }
    for document in tree?.documents ?? [] { visit(document, file.bytes.count) }
  }

  private static func visit(_ node: YAMLNode, _ count: Int) {
    check(node.range.start <= node.range.end && node.range.end <= count, "a node beyond the file")
    _ = node.text
    for element in node.elements { visit(element, count) }
    for (key, value) in node.entries {
      visit(key, count)
      visit(value, count)
    }
  }
}
