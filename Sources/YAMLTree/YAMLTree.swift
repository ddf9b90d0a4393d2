package import Diagnostics

/// The nodes of one parsed file, flat: a collection names its children by index, a scalar its text
/// by a run of `text`. An alias is an index that occurs twice, so nothing is copied for it.
package final class YAMLTree: Sendable {
  struct Record: Sendable {
    var kind: YAMLNode.Kind
    var style: YAMLNode.Style
    /// Index into `tags`, or -1.
    var tag: Int32
    /// Bytes of `source`, without the tag and anchor.
    var start: UInt32
    var end: UInt32
    /// Scalar: run of `text`. Collection: run of `children`, a mapping's keys and values in turn.
    var first: UInt32
    var count: UInt32

    /// A scalar's run of `text`.
    var textRange: Range<Int> { Int(first)..<Int(first) + Int(count) }
  }

  package let file: FileID
  /// True where the text was read as strict JSON.
  package let isJSON: Bool
  /// In the order of their starts.
  let records: [Record]
  let children: [UInt32]
  let text: [UInt8]
  let tags: [String]
  /// The root node of each document, in order.
  let roots: [UInt32]
  /// What was read: the file, or the text of one of its scalars.
  let source: [UInt8]
  /// Empty, or where in the file each byte of `source` and its end stand.
  let origins: [UInt32]
  /// Set for a tree that was made rather than read.
  let made: Made?

  init(
    _ builder: TreeBuilder, source: [UInt8], isJSON: Bool, origins: [UInt32], made: Made? = nil
  ) {
    self.made = made
    file = builder.file
    self.isJSON = isJSON
    records = builder.records
    children = builder.children
    text = builder.text
    tags = builder.tags
    roots = builder.roots
    self.source = source
    self.origins = origins
  }

  package var documents: [YAMLNode] { roots.map { YAMLNode(tree: self, index: $0) } }

  /// The place in the file of a run of `source`.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    if origins.isEmpty { return SourceRange(file: file, start: start, end: end) }
    return SourceRange(file: file, start: origin(start), end: origin(end))
  }

  /// The place in the file of a byte of `source`.
  func origin(_ offset: Int) -> Int {
    origins.isEmpty ? offset : Int(origins[min(offset, origins.count - 1)])
  }
}
