package import Diagnostics

extension YAMLTree {
  /// Reads the text of a scalar, such as a policy given as a JSON string, as a document of its own.
  /// Ranges and findings point into the file that the scalar stands in.
  package static func read(
    textOf node: YAMLNode, limits: ReadingLimits = ReadingLimits(),
    diagnostics: inout [Diagnostic]
  ) -> YAMLTree? {
    let source = Array(node.utf8)
    let origins = node.textOrigins()
    do {
      let read = try build(source, node.range.file, limits.bounded, isNamedJSON: false)
      diagnostics += read.builder.problems.map { $0.moved(to: origins) }
      if !read.builder.problems.isEmpty { return nil }
      return YAMLTree(read.builder, source: source, isJSON: read.isJSON, origins: origins)
    } catch {
      diagnostics.append(error.diagnostic.moved(to: origins))
      return nil
    }
  }
}

extension Diagnostic {
  /// The same finding with its places in a text moved to where that text comes from.
  fileprivate func moved(to origins: [UInt32]) -> Diagnostic {
    func move(_ range: SourceRange) -> SourceRange {
      let last = origins.count - 1
      return SourceRange(
        file: range.file, start: Int(origins[min(Int(range.start), last)]),
        end: Int(origins[min(Int(range.end), last)]))
    }
    var moved = self
    moved.range = move(range)
    moved.related = related.map { Related($0.message, at: move($0.range)) }
    return moved
  }
}
