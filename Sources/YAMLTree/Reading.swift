package import Diagnostics

/// Bounds on hostile input; each is a flag of the command line.
package struct ReadingLimits: Sendable {
  package var bytes = 64 << 20
  /// Levels of collections, aliases followed; never above 1,000, so that tree walks may recurse.
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
      let isJSON = file.path.utf8.suffix(5).elementsEqual(".json".utf8)
      let read = try build(file.bytes, id, limits.bounded, isNamedJSON: isJSON)
      diagnostics += read.builder.problems
      if !read.builder.problems.isEmpty { return nil }
      return YAMLTree(read.builder, source: file.bytes, isJSON: read.isJSON, origins: [])
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  static func build(_ bytes: [UInt8], _ id: FileID, _ limits: ReadingLimits, isNamedJSON: Bool)
    throws(Refusal) -> (builder: TreeBuilder, isJSON: Bool)
  {
    guard bytes.count <= limits.bytes else {
      throw Refusal(
        "syntax/limit",
        "the file has \(bytes.count) bytes, more than the bound of \(limits.bytes)",
        at: SourceRange(file: id, start: 0, end: 0),
        help: "split the file or raise the bound on bytes")
    }
    let text = try SourceText(checking: bytes, id: id)
    let first = text.byte(at: text.skippingSpace(from: text.start))
    guard first == 0x7B || first == 0x5B || (isNamedJSON && first != 0) else {
      return (try readYAML(text, id, limits), false)
    }
    var reader = JSONReader(text, file: id, limits: limits)
    do {
      try reader.read()
      return (reader.builder, true)
    } catch {
      if isNamedJSON || error.isFinal { throw error }
      return (try readYAML(text, id, limits, after: error), false)
    }
  }

  /// Reads as YAML what `refusal` says is no JSON; throws the more telling of the two complaints.
  private static func readYAML(
    _ text: SourceText, _ id: FileID, _ limits: ReadingLimits, after refusal: Refusal? = nil
  ) throws(Refusal) -> TreeBuilder {
    try text.checkTagDirectives(id)
    var reader = YAMLReader(text, file: id, limits: limits)
    do {
      try reader.read()
    } catch {
      guard let refusal, error.diagnostic.id == "syntax/yaml", text.looksLikeJSON else {
        throw error
      }
      throw refusal
    }
    return reader.builder
  }
}

extension ReadingLimits {
  /// With the bounds that the tree's 32-bit numbers and its recursive readers need.
  var bounded: ReadingLimits {
    var limits = self
    limits.bytes = min(bytes, Int(Int32.max))
    limits.depth = min(depth, 1000)
    limits.nodes = min(nodes, Int(Int32.max))
    return limits
  }
}
