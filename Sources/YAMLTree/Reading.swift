package import Diagnostics

/// Bounds on hostile input; each is a flag of the command line.
package struct ReadingLimits: Sendable {
  package var bytes = 64 << 20
  package var depth = 200
  /// Counted after aliases are expanded.
  package var nodes = 1_000_000

  package init() {}
}

extension YAMLTree {
  /// Reads YAML (any number of documents) or JSON. Problems are appended to `diagnostics`; after an
  /// error the result is nil. Duplicate keys are errors.
  package static func read(
    _ file: SourceFile, id: FileID, limits: ReadingLimits = ReadingLimits(),
    diagnostics: inout [Diagnostic]
  ) -> YAMLTree? {
    do {
      let builder = try build(file, id, limits)
      diagnostics += builder.problems
      return builder.problems.isEmpty ? YAMLTree(builder) : nil
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  private static func build(_ file: SourceFile, _ id: FileID, _ limits: ReadingLimits)
    throws(Refusal) -> TreeBuilder
  {
    // INVARIANT: offsets and node numbers fit 32 bits.
    let bound = min(limits.bytes, Int(UInt32.max) / 4)
    guard file.bytes.count <= bound else {
      throw Refusal(
        "syntax/limit", "the file has \(file.bytes.count) bytes, more than the bound of \(bound)",
        at: SourceRange(file: id, start: 0, end: 0),
        help: "split the file or raise the bound on bytes")
    }
    let text = try SourceText(checking: file, id: id)
    guard text.width == 1,
      [0x7B, 0x5B].contains(text.character(at: text.skippingSpace(from: text.start)))
    else { return try readYAML(text, id, limits) }
    var reader = JSONReader(text, file: id, limits: limits)
    do {
      try reader.read()
      return reader.builder
    } catch {
      guard error.diagnostic.id == "syntax/json" else { throw error }
      do {
        return try readYAML(text, id, limits)
      } catch let second {
        throw second.diagnostic.id == "syntax/yaml" ? error : second
      }
    }
  }

  private static func readYAML(_ text: SourceText, _ id: FileID, _ limits: ReadingLimits)
    throws(Refusal) -> TreeBuilder
  {
    var reader = YAMLReader(text, file: id, limits: limits)
    try reader.read()
    return reader.builder
  }

  private convenience init(_ builder: TreeBuilder) {
    self.init(
      file: builder.file, records: builder.records, children: builder.children, text: builder.text,
      tags: builder.tags, roots: builder.roots)
  }
}
