package import Diagnostics

extension YAMLNode {
  /// The place in the file of a run of `utf8`, through escapes, folding and indentation.
  ///
  /// Takes time in proportion to the text.
  package func range(ofText run: Range<Int>) -> SourceRange {
    let origins = textOrigins()
    let last = origins.count - 1
    return SourceRange(
      file: range.file, start: Int(origins[min(max(run.lowerBound, 0), last)]),
      end: Int(origins[min(max(run.upperBound, 0), last)]))
  }

  /// For each byte of `utf8`, and for its end, where in the file it stands.
  package func textOrigins() -> [UInt32] {
    if let made = tree.made {
      if let read = made.copies[index] { return read.textOrigins() }
      return Array(repeating: range.start, count: utf8.count) + [range.end]
    }
    var walk = TextWalk(self)
    while !walk.isDone { walk.step() }
    return walk.origins(through: tree)
  }
}

/// Follows a scalar's text and its source side by side.
private struct TextWalk {
  private let source: ArraySlice<UInt8>
  private let text: ArraySlice<UInt8>
  private let style: YAMLNode.Style
  private let isJSON: Bool
  /// The place in `source` and in `text`.
  private var from: Int
  private var to: Int
  private var offsets: [UInt32] = []

  init(_ node: YAMLNode) {
    let record = node.record
    text = node.utf8
    style = record.style
    isJSON = node.tree.isJSON
    source = node.tree.source[Int(record.start)..<Int(record.end)]
    from = source.startIndex
    to = text.startIndex
    switch style {
    case .singleQuoted, .doubleQuoted: from += 1
    case .literal, .folded:
      from = source.firstIndex(where: isBreak) ?? source.endIndex
      if from < source.endIndex, source[from] == 0x0D { from += 1 }
      from += 1
    default: break
    }
    offsets.reserveCapacity(text.count + 1)
  }

  var isDone: Bool { to >= text.endIndex }

  func origins(through tree: YAMLTree) -> [UInt32] {
    let ends = offsets + [UInt32(truncatingIfNeeded: min(from, source.endIndex))]
    return ends.map { UInt32(truncatingIfNeeded: tree.origin(Int($0))) }
  }

  mutating func step() {
    if style == .doubleQuoted, at(0) == 0x5C { return escape() }
    let isBlank = isSpace(text[to])
    if !isJSON, !isBlank {
      while isSpace(at(0)) { from += 1 }
      if style == .doubleQuoted, at(0) == 0x5C { return escape() }
    }
    // A folded line break stands for one blank; what is left of it is skipped before the next word.
    take(text: 1, source: isBlank && !isSpace(at(0)) && !isJSON ? 0 : 1)
    if style == .singleQuoted, at(-1) == 0x27, at(0) == 0x27 { from += 1 }
  }

  private mutating func escape() {
    let kind = at(1)
    if isBreak(kind) {
      from += 1
      while isSpace(at(0)) { from += 1 }
      return
    }
    let lead = text[to]
    let count = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    switch kind {
    case 0x75: take(text: count, source: count == 4 ? 12 : 6)
    case 0x78: take(text: count, source: 4)
    case 0x55: take(text: count, source: 10)
    default: take(text: count, source: 2)
    }
  }

  private mutating func take(text count: Int, source width: Int) {
    for _ in 0..<min(count, text.endIndex - to) {
      offsets.append(UInt32(truncatingIfNeeded: min(from, source.endIndex)))
    }
    to += count
    from += width
  }

  private func at(_ ahead: Int) -> UInt8 {
    source.indices.contains(from + ahead) ? source[from + ahead] : 0
  }
}
