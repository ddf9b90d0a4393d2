package import Diagnostics

/// The nodes of one parsed file, flat: a collection names its children by index, a scalar its text by
/// a run of `text`. An alias is an index that occurs twice, so nothing is copied for it.
package final class YAMLTree: Sendable {
  struct Record: Sendable {
    var kind: YAMLNode.Kind
    var style: YAMLNode.Style
    /// Index into `tags`, or -1.
    var tag: Int32
    var start: UInt32
    var end: UInt32
    /// Scalar: run of `text`. Collection: run of `children` (a mapping's keys and values alternate).
    var first: UInt32
    var count: UInt32

    /// A scalar's run of `text`.
    var textRange: Range<Int> { Int(first)..<Int(first) + Int(count) }
  }

  package let file: FileID
  let records: [Record]
  let children: [UInt32]
  let text: [UInt8]
  let tags: [String]
  /// The root node of each document, in order.
  let roots: [UInt32]

  init(
    file: FileID, records: [Record], children: [UInt32], text: [UInt8], tags: [String],
    roots: [UInt32]
  ) {
    self.file = file
    self.records = records
    self.children = children
    self.text = text
    self.tags = tags
    self.roots = roots
  }

  package var documents: [YAMLNode] { roots.map { YAMLNode(tree: self, index: $0) } }
}

/// A node of a `YAMLTree`: a mapping, a sequence or a scalar, with the bytes it was read from.
package struct YAMLNode: Sendable {
  let tree: YAMLTree
  let index: UInt32

  package enum Kind: UInt8, Sendable { case mapping, sequence, scalar }

  /// How a scalar or collection was written; only `plain` scalars are ever anything but strings.
  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded, block, flow
  }

  private var record: YAMLTree.Record { tree.records[Int(index)] }

  package var kind: Kind { record.kind }
  package var style: Style { record.style }
  /// The explicit tag as written (`!Ref`, `!GetAtt`, `tag:yaml.org,2002:str`), or nil.
  package var tag: String? { record.tag < 0 ? nil : tree.tags[Int(record.tag)] }

  package var range: SourceRange {
    SourceRange(file: tree.file, start: Int(record.start), end: Int(record.end))
  }

  /// A scalar's characters after unescaping and folding; empty for a collection.
  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The bytes of `text`.
  package var utf8: ArraySlice<UInt8> {
    guard kind == .scalar else { return [] }
    return tree.text[Int(record.first)..<Int(record.first + record.count)]
  }

  /// A sequence's elements; empty for anything else.
  package var elements: [YAMLNode] {
    guard kind == .sequence else { return [] }
    return childRun.map { YAMLNode(tree: tree, index: $0) }
  }

  /// A mapping's entries in the order written, merged ones (`<<`) after its own; else empty.
  package var entries: [(key: YAMLNode, value: YAMLNode)] {
    guard kind == .mapping else { return [] }
    let run = childRun
    return stride(from: run.startIndex, to: run.endIndex, by: 2).map {
      (YAMLNode(tree: tree, index: run[$0]), YAMLNode(tree: tree, index: run[$0 + 1]))
    }
  }

  /// The value of the first entry whose key reads `key`.
  package subscript(key: String) -> YAMLNode? {
    guard kind == .mapping else { return nil }
    let wanted = Array(key.utf8)
    let run = childRun
    for i in stride(from: run.startIndex, to: run.endIndex, by: 2) {
      let node = YAMLNode(tree: tree, index: run[i])
      if node.kind == .scalar, node.utf8.elementsEqual(wanted) {
        return YAMLNode(tree: tree, index: run[i + 1])
      }
    }
    return nil
  }

  /// True when both handles name the same node (an alias and its anchor do).
  package func isSame(as other: YAMLNode) -> Bool { tree === other.tree && index == other.index }

  private var childRun: ArraySlice<UInt32> {
    tree.children[Int(record.first)..<Int(record.first + record.count)]
  }
}
