package import Diagnostics

/// A node of a `YAMLTree`: a mapping, a sequence or a scalar, with the bytes it was read from.
package struct YAMLNode: Sendable {
  let tree: YAMLTree
  let index: UInt32

  package enum Kind: UInt8, Sendable { case mapping, sequence, scalar }

  /// How a scalar or collection was written; only `plain` scalars are ever anything but strings.
  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded, block, flow
  }

  var record: YAMLTree.Record { tree.records[Int(index)] }

  package var kind: Kind { record.kind }
  package var style: Style { record.style }
  /// Whether the file that the node stands in is JSON.
  package var isJSON: Bool { tree.isJSON }
  /// The explicit tag as written (`!Ref`, `!GetAtt`, `tag:yaml.org,2002:str`), or nil.
  package var tag: String? { record.tag < 0 ? nil : tree.tags[Int(record.tag)] }

  /// From the first to the last byte of the content, without tag and anchor. An alias is its
  /// anchor's node, so it stands where that one does.
  package var range: SourceRange {
    if let made = tree.made { return made.places[Int(index)] }
    return tree.range(Int(record.start), Int(record.end))
  }

  /// A scalar's characters after unescaping and folding; empty for a collection.
  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The bytes of `text`.
  package var utf8: ArraySlice<UInt8> {
    guard kind == .scalar else { return [] }
    return tree.text[record.textRange]
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

  /// The number of elements or entries; 0 for a scalar.
  package var count: Int {
    switch kind {
    case .mapping: Int(record.count) / 2
    case .sequence: Int(record.count)
    case .scalar: 0
    }
  }

  /// True when both handles name the same node (an alias and its anchor do).
  package func isSame(as other: YAMLNode) -> Bool { tree === other.tree && index == other.index }

  var childRun: ArraySlice<UInt32> {
    guard kind != .scalar else { return [] }
    let record = self.record
    return tree.children[Int(record.first)..<Int(record.first) + Int(record.count)]
  }
}
