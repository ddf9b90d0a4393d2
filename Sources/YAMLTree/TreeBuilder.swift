import Diagnostics

/// Builds the flat tree from nodes in the order they are written, holding every bound as it goes.
struct TreeBuilder {
  /// A collection whose end is not reached yet.
  struct Frame {
    var node: UInt32
    /// Where its children start in `pending`.
    var base: Int
    /// Levels below it, so far.
    var height = 0
    /// One after the last byte of what it holds, so far.
    var end: Int
    var isMapping: Bool
    var mergeKey: Int?
  }

  /// How much a part of the tree holds, with an alias counted as what it stands for.
  struct Size {
    var nodes = 0
    /// Characters of scalars.
    var bytes = 0

    static func - (a: Size, b: Size) -> Size {
      Size(nodes: a.nodes - b.nodes, bytes: a.bytes - b.bytes)
    }
  }

  let file: FileID
  let limits: ReadingLimits
  var records: [YAMLTree.Record] = []
  var children: [UInt32] = []
  var text: [UInt8] = []
  var tags: [String] = []
  var roots: [UInt32] = []
  /// Mistakes that do not keep the rest of the file from being read.
  var problems: [Diagnostic] = []

  /// The children of all open collections, innermost last.
  var pending: [UInt32] = []
  var open: [Frame] = []
  /// What was read so far.
  var size = Size()
  var keys = KeyTable()
  private var tagNumbers: [String: Int32] = [:]

  init(file: FileID, limits: ReadingLimits) {
    self.file = file
    self.limits = limits
  }

  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: file, start: start, end: end)
  }

  /// True where the next node is a key of the innermost mapping.
  var expectsKey: Bool {
    guard let frame = open.last, frame.isMapping else { return false }
    return (pending.count - frame.base) & 1 == 0
  }

  mutating func number(ofTag tag: String) -> Int32 {
    if let known = tagNumbers[tag] { return known }
    let number = Int32(truncatingIfNeeded: tags.count)
    tags.append(tag)
    tagNumbers[tag] = number
    return number
  }

  /// Adds a scalar whose `count` bytes were appended to `text` just before.
  mutating func scalar(
    style: YAMLNode.Style, tag: Int32 = -1, from start: Int, to end: Int, count: Int
  ) throws(Refusal) {
    let first = text.count - count
    size.bytes += count
    let isMerge =
      count == 2 && style == .plain && tag < 0 && expectsKey
      && text[first] == 0x3C && text[first + 1] == 0x3C
    if isMerge { noteMergeKey() }
    try place(
      YAMLTree.Record(
        kind: .scalar, style: style, tag: tag, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end), first: UInt32(truncatingIfNeeded: first),
        count: UInt32(truncatingIfNeeded: count)))
    contain(end: end, height: 0)
  }

  mutating func openCollection(
    _ kind: YAMLNode.Kind, style: YAMLNode.Style, tag: Int32 = -1, at start: Int
  ) throws(Refusal) {
    if open.count >= limits.depth { throw tooDeep(at: start) }
    try place(
      YAMLTree.Record(
        kind: kind, style: style, tag: tag, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: start), first: 0, count: 0))
    let node = UInt32(truncatingIfNeeded: records.count - 1)
    open.append(
      Frame(node: node, base: pending.count, end: start, isMapping: kind == .mapping))
  }

  /// Ends the innermost collection; `end` is nil where only its content shows where it ends.
  mutating func closeCollection(end: Int?) throws(Refusal) {
    guard let frame = open.popLast() else { return }
    if frame.isMapping { checkKeys(of: frame) }
    let first = children.count
    if let mergeKey = frame.mergeKey {
      try appendMerged(frame, mergeKey: mergeKey)
    } else {
      children.append(contentsOf: pending[frame.base...])
    }
    pending.removeSubrange(frame.base...)
    let index = Int(frame.node)
    let last = max(end ?? frame.end, frame.end)
    records[index].first = UInt32(truncatingIfNeeded: first)
    records[index].count = UInt32(truncatingIfNeeded: children.count - first)
    records[index].end = UInt32(truncatingIfNeeded: last)
    contain(end: last, height: frame.height + 1)
  }

  private mutating func place(_ record: YAMLTree.Record) throws(Refusal) {
    size.nodes += 1
    if size.nodes > limits.nodes { throw tooManyNodes(at: Int(record.start)) }
    let index = UInt32(truncatingIfNeeded: records.count)
    records.append(record)
    if open.isEmpty { roots.append(index) } else { pending.append(index) }
  }

  /// Tells the innermost open collection what it holds.
  mutating func contain(end: Int, height: Int) {
    guard !open.isEmpty else { return }
    let last = open.count - 1
    open[last].end = max(open[last].end, end)
    open[last].height = max(open[last].height, height)
  }
}
