package import Diagnostics

/// A node that is made rather than read: how an importer says in one language what a file says in
/// another. Each part carries the place in the user's file that it speaks for.
package struct YAMLDraft: Sendable {
  package indirect enum Content: Sendable {
    case scalar(String, YAMLNode.Style)
    /// A scalar as it was read: its text leads back to the file byte by byte.
    case copy(YAMLNode)
    case sequence([YAMLDraft])
    case mapping([Entry])
  }

  package struct Entry: Sendable {
    package var key: YAMLDraft
    package var value: YAMLDraft

    package init(_ key: YAMLDraft, _ value: YAMLDraft) {
      self.key = key
      self.value = value
    }
  }

  package var content: Content
  package var tag: String?
  package var range: SourceRange

  package init(_ content: Content, tag: String? = nil, at range: SourceRange) {
    self.content = content
    self.tag = tag
    self.range = range
  }
}

extension YAMLDraft {
  /// A string, whatever it reads like.
  package static func text(_ text: String, at range: SourceRange) -> YAMLDraft {
    YAMLDraft(.scalar(text, .doubleQuoted), at: range)
  }

  /// A number, boolean or other word of YAML's own.
  package static func plain(_ text: String, at range: SourceRange) -> YAMLDraft {
    YAMLDraft(.scalar(text, .plain), at: range)
  }

  package static func list(_ elements: [YAMLDraft], at range: SourceRange) -> YAMLDraft {
    YAMLDraft(.sequence(elements), at: range)
  }

  package static func mapping(_ entries: [Entry] = [], at range: SourceRange) -> YAMLDraft {
    YAMLDraft(.mapping(entries), at: range)
  }

  /// The tree as it was read, tags included.
  package init(copying node: YAMLNode) {
    let content: Content =
      switch node.kind {
      case .scalar: .copy(node)
      case .sequence: .sequence(node.elements.map(YAMLDraft.init(copying:)))
      case .mapping:
        .mapping(
          node.entries.map {
            Entry(YAMLDraft(copying: $0.key), YAMLDraft(copying: $0.value))
          })
      }
    self.init(content, tag: node.tag, at: node.range)
  }

  /// The entries of a mapping; empty for anything else.
  package var entries: [Entry] {
    get { if case .mapping(let entries) = content { entries } else { [] } }
    set { content = .mapping(newValue) }
  }

  package var isEmptyCollection: Bool {
    switch content {
    case .mapping(let entries): entries.isEmpty
    case .sequence(let elements): elements.isEmpty
    case .scalar, .copy: false
    }
  }

  /// Adds an entry whose key stands at `place`, or replaces the value of the one that has its name.
  package mutating func set(_ key: String, _ value: YAMLDraft, at place: SourceRange? = nil) {
    var all = entries
    if let known = all.firstIndex(where: { $0.key.scalarText == key }) {
      all[known].value = value
    } else {
      all.append(Entry(.text(key, at: place ?? value.range), value))
    }
    entries = all
  }

  package subscript(key: String) -> YAMLDraft? {
    entries.first { $0.key.scalarText == key }?.value
  }

  package var scalarText: String? {
    switch content {
    case .scalar(let text, _): text
    case .copy(let node): node.text
    case .sequence, .mapping: nil
    }
  }
}

extension YAMLTree {
  /// A tree with one document.
  package convenience init(_ draft: YAMLDraft) {
    var maker = DraftMaker(TreeBuilder(file: draft.range.file, limits: ReadingLimits()))
    let root = maker.add(draft)
    maker.builder.roots = [root]
    self.init(maker.builder, source: [], isJSON: false, origins: [], made: maker.made)
  }

  /// What a tree that was made knows beside its nodes.
  struct Made: Sendable {
    /// The place of each node.
    var places: [SourceRange] = []
    /// Scalars that were read, by the index of the node that repeats them.
    var copies: [UInt32: YAMLNode] = [:]
  }
}

private struct DraftMaker {
  var builder: TreeBuilder
  var made = YAMLTree.Made()

  init(_ builder: TreeBuilder) { self.builder = builder }

  mutating func add(_ draft: YAMLDraft) -> UInt32 {
    let tag = draft.tag.map { builder.number(ofTag: $0) } ?? -1
    let index = UInt32(truncatingIfNeeded: builder.records.count)
    made.places.append(draft.range)
    switch draft.content {
    case .scalar(let text, let style): addScalar(Array(text.utf8), style, tag)
    case .copy(let node):
      made.copies[index] = node
      addScalar(Array(node.utf8), node.style, tag)
    case .sequence(let elements):
      addCollection(.sequence, tag, elements, index)
    case .mapping(let entries):
      addCollection(.mapping, tag, entries.flatMap { [$0.key, $0.value] }, index)
    }
    return index
  }

  private mutating func addScalar(_ text: [UInt8], _ style: YAMLNode.Style, _ tag: Int32) {
    let first = builder.text.count
    builder.text += text
    builder.records.append(record(.scalar, style, tag, first, text.count))
  }

  private mutating func addCollection(
    _ kind: YAMLNode.Kind, _ tag: Int32, _ children: [YAMLDraft], _ index: UInt32
  ) {
    builder.records.append(record(kind, .block, tag, 0, 0))
    let numbers = children.map { add($0) }
    let first = builder.children.count
    builder.children += numbers
    builder.records[Int(index)] = record(kind, .block, tag, first, numbers.count)
  }

  private func record(
    _ kind: YAMLNode.Kind, _ style: YAMLNode.Style, _ tag: Int32, _ first: Int, _ count: Int
  ) -> YAMLTree.Record {
    YAMLTree.Record(
      kind: kind, style: style, tag: tag, start: 0, end: 0,
      first: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: count))
  }
}
