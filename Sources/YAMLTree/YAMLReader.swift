import Diagnostics

/// Feeds libyaml's events to a tree builder.
struct YAMLReader {
  let text: SourceText
  var builder: TreeBuilder
  var cursor: CharacterCursor
  var anchors: [String: Anchor] = [:]
  /// Anchors of collections that are still open, with their depth and the size of what precedes.
  private var openAnchors: [(name: String, depth: Int, before: TreeBuilder.Size)] = []

  init(_ text: SourceText, file: FileID, limits: ReadingLimits) {
    self.text = text
    builder = TreeBuilder(file: file, limits: limits)
    cursor = CharacterCursor(text)
  }

  /// Reads every document.
  mutating func read() throws(Refusal) {
    let isDone = try EventStream.over(text.bytes) { (events) throws(Refusal) -> Bool in
      while try self.take(events.next(), &events) {}
      return true
    }
    guard isDone != nil else {
      throw Refusal(
        "syntax/yaml", "memory is too short to read it", at: builder.range(0, 0))
    }
  }

  /// Handles one event; false at the end.
  private mutating func take(_ kind: EventStream.Kind, _ events: inout EventStream) throws(Refusal)
    -> Bool
  {
    switch kind {
    case .scalar: try scalar(&events)
    case .mappingStart: try collection(.mapping, &events)
    case .sequenceStart: try collection(.sequence, &events)
    case .mappingEnd, .sequenceEnd: try endOfCollection(&events)
    case .alias: try alias(&events)
    case .documentStart: anchors.removeAll(keepingCapacity: true)
    case .documentEnd, .streamStart: break
    case .streamEnd: return false
    case .failure: throw refusal(of: events.problem)
    }
    return true
  }

  private mutating func scalar(_ events: inout EventStream) throws(Refusal) {
    let style = events.scalarStyle
    var (start, tag, anchor) = try properties(&events)
    var end = max(start, cursor.byteOffset(of: events.endIndex))
    if style == .literal || style == .folded { end = text.trimmedEnd(start, end) }
    if start == end, tag < 0, anchor == nil, !builder.expectsKey, let frame = builder.open.last {
      start = text.placeOfEmptyScalar(near: start, after: frame.end)
      end = start
    }
    let count = events.appendScalar(to: &builder.text)
    let node = UInt32(truncatingIfNeeded: builder.records.count)
    try builder.scalar(style: style, tag: tag, from: start, to: end, count: count)
    if let anchor {
      anchors[anchor] = Anchor(
        node: node, size: .init(nodes: 1, bytes: count), height: 0, isComplete: true)
    }
  }

  private mutating func collection(_ kind: YAMLNode.Kind, _ events: inout EventStream)
    throws(Refusal)
  {
    let (start, tag, anchor) = try properties(&events)
    if builder.expectsKey {
      if let mark = text.templateMark(onLineOf: start) { throw builder.template(text, at: mark) }
      throw builder.complexKey(from: start, to: start + 1)
    }
    let before = builder.size
    let node = UInt32(truncatingIfNeeded: builder.records.count)
    try builder.openCollection(kind, style: events.collectionStyle, tag: tag, at: start)
    if let anchor {
      anchors[anchor] = Anchor(node: node, size: .init(), height: 0, isComplete: false)
      openAnchors.append((anchor, builder.open.count, before))
    }
  }

  private mutating func endOfCollection(_ events: inout EventStream) throws(Refusal) {
    guard let frame = builder.open.last else { return }
    let depth = builder.open.count
    let isFlow = builder.records[Int(frame.node)].style == .flow
    try builder.closeCollection(end: isFlow ? cursor.byteOffset(of: events.endIndex) : nil)
    while let last = openAnchors.last, last.depth == depth {
      openAnchors.removeLast()
      anchors[last.name] = Anchor(
        node: frame.node, size: builder.size - last.before, height: frame.height + 1,
        isComplete: true)
    }
  }

  private mutating func alias(_ events: inout EventStream) throws(Refusal) {
    let name = events.alias
    let start = cursor.byteOffset(of: events.startIndex)
    let end = cursor.byteOffset(of: events.endIndex)
    guard let anchor = anchors[name] else {
      throw Refusal(
        "syntax/alias", "alias '*\(shortened(name))' names no anchor before it in this document",
        at: builder.range(start, end),
        help: didYouMean(name, in: anchors.keys)
          ?? "write '&\(shortened(name))' before the node that it means, or quote the text")
    }
    try builder.alias(anchor, named: name, from: start, to: end)
  }

  /// The node's tag and anchor, and where its content starts after them.
  private mutating func properties(_ events: inout EventStream) throws(Refusal) -> (
    start: Int, tag: Int32, anchor: String?
  ) {
    let start = cursor.byteOffset(of: events.startIndex)
    let tag = events.tag
    let anchor = events.anchor
    if tag == nil, anchor == nil { return (start, -1, nil) }
    let end = cursor.byteOffset(of: events.endIndex)
    let content = text.skippingProperties(from: start, to: end)
    return (content, tag.map { builder.number(ofTag: $0) } ?? -1, anchor)
  }

  private mutating func refusal(of problem: EventStream.Problem) -> Refusal {
    let place = problem.offset ?? cursor.byteOffset(of: problem.index)
    let context = cursor.byteOffset(of: problem.contextIndex)
    return YAMLComplaint(
      problem: problem, place: place, contextPlace: context, text: text, builder: builder
    ).refusal
  }
}
