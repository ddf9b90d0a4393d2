import Diagnostics

@testable import YAMLTree

/// A text read: its file, its tree if it has one, and what was said about it.
struct Outcome {
  let file: SourceFile
  let tree: YAMLTree?
  let diagnostics: [Diagnostic]

  init(_ text: String, path: String = "test.yaml", limits: ReadingLimits = ReadingLimits()) {
    self.init(bytes: Array(text.utf8), path: path, limits: limits)
  }

  init(bytes: [UInt8], path: String = "test.yaml", limits: ReadingLimits = ReadingLimits()) {
    file = SourceFile(path: path, bytes: bytes)
    var diagnostics: [Diagnostic] = []
    tree = YAMLTree.read(file, id: FileID(0), limits: limits, diagnostics: &diagnostics)
    self.diagnostics = diagnostics
  }

  /// The root of the only document.
  var root: YAMLNode? {
    guard let documents = tree?.documents, documents.count == 1 else { return nil }
    return documents[0]
  }

  /// The documents as one line of text, or the first problem as `line:column message`.
  var summary: String {
    if let problem = diagnostics.first { return "\(place(problem.range)) \(problem.message)" }
    return tree.map { $0.documents.map(dump).joined(separator: " --- ") } ?? "nothing said"
  }

  func place(_ range: SourceRange) -> String {
    let start = file.position(at: Int(range.start))
    return "\(start.line):\(start.column)"
  }

  /// The bytes of a range as text.
  func source(_ range: SourceRange) -> String {
    String(decoding: file.bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}

/// `{key: value}`, `[element]`, plain scalars bare and others in quotes, tags in front.
func dump(_ node: YAMLNode) -> String {
  let tag = node.tag.map { "<\($0)> " } ?? ""
  switch node.kind {
  case .mapping:
    let entries = node.entries.map { "\(dump($0.key)): \(dump($0.value))" }
    return tag + "{" + entries.joined(separator: ", ") + "}"
  case .sequence: return tag + "[" + node.elements.map(dump).joined(separator: ", ") + "]"
  case .scalar:
    let text = node.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\\n")
    return tag + (node.style == .plain ? text : "\"\(text)\"")
  }
}

/// A node of every level, parents first; shared nodes once for each place they are put.
func everyNode(_ node: YAMLNode) -> [YAMLNode] {
  let below = node.elements + node.entries.flatMap { [$0.key, $0.value] }
  return [node] + below.flatMap(everyNode)
}
