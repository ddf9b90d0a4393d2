import Diagnostics
import Testing

@testable import YAMLTree

/// Reads `text` and gives the tree on one line, or the first problem as `line:column id message`.
func outcome(of text: String, limits: ReadingLimits = ReadingLimits()) -> String {
  outcome(ofBytes: Array(text.utf8), limits: limits)
}

func outcome(ofBytes bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> String {
  let file = SourceFile(path: "test", bytes: bytes)
  var diagnostics: [Diagnostic] = []
  let tree = YAMLTree.read(file, id: FileID(0), limits: limits, diagnostics: &diagnostics)
  if let problem = diagnostics.first {
    let place = file.position(at: Int(problem.range.start))
    return "\(place.line):\(place.column) \(problem.id): \(problem.message)"
  }
  return tree.map { $0.documents.map(dump).joined(separator: " --- ") } ?? "nothing said"
}

/// `{key: value}`, `[element]`, scalars as JSON-like text with tags in front.
func dump(_ node: YAMLNode) -> String {
  let tag = node.tag.map { "<\($0)> " } ?? ""
  switch node.kind {
  case .mapping:
    let entries = node.entries.map { "\(dump($0.key)): \(dump($0.value))" }
    return tag + "{" + entries.joined(separator: ", ") + "}"
  case .sequence: return tag + "[" + node.elements.map(dump).joined(separator: ", ") + "]"
  case .scalar: return tag + (node.style == .plain ? node.text : "\"\(node.text)\"")
  }
}

@Suite("Reading")
struct ReadingTests {
  @Test(arguments: [
    ("a: 1\nb: [x, 'y']\n", "{a: 1, b: [x, \"y\"]}"),
    ("", ""),
    ("# only a comment\n", ""),
    ("--- 1\n--- 2\n", "1 --- 2"),
    ("a: &x {k: 1}\nb: *x\n", "{a: {k: 1}, b: {k: 1}}"),
    ("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3\n", "{a: {k: 1, l: 2}, b: {k: 3, l: 2}}"),
    ("!Sub x", "<!Sub> x"),
    ("{\"a\": [1.0, true, null, \"\\ud83d\\ude00\"]}", "{\"a\": [1.0, true, null, \"😀\"]}"),
    ("a: 1\na: 2\n", "2:1 syntax/duplicate-key: key 'a' occurs twice in the same mapping"),
    ("a: &x [*x]", "1:8 syntax/alias: alias '*x' stands inside the node that it names, which would never end"),
  ])
  func reads(text: String, expected: String) {
    #expect(outcome(of: text) == expected)
  }
}
