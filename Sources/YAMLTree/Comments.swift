package import Diagnostics

extension YAMLTree {
  /// Every comment of the file in order, from its `#` to the last character that is no blank. A `#`
  /// inside a scalar is none, and JSON has none.
  package func comments() -> [Located<String>] {
    if isJSON || !origins.isEmpty || made != nil { return [] }
    var found: [Located<String>] = []
    var scalars = ScalarCursor(self)
    var i = source.startIndex
    while let mark = source[i...].firstIndex(of: 0x23) {
      if let end = scalars.end(at: mark) {
        i = max(end, mark + 1)
        continue
      }
      guard startsComment(mark) else {
        i = mark + 1
        continue
      }
      i = source[mark...].firstIndex(where: isBreak) ?? source.endIndex
      found.append(comment(mark, i))
    }
    return found
  }

  /// A comment stands at the start of a line or after a blank.
  private func startsComment(_ mark: Int) -> Bool {
    mark == SourceFile.byteOrderMark(of: source) || isSpace(source[mark - 1])
  }

  private func comment(_ start: Int, _ lineEnd: Int) -> Located<String> {
    var end = lineEnd
    while isSpace(source[end - 1]) { end -= 1 }
    return Located(String(decoding: source[start..<end], as: UTF8.self), range(start, end))
  }
}

/// Tells for rising offsets whether they stand in the content of a scalar.
private struct ScalarCursor {
  private let tree: YAMLTree
  private var next = 0

  init(_ tree: YAMLTree) { self.tree = tree }

  /// The end of the scalar whose content holds `offset`, or nil.
  mutating func end(at offset: Int) -> Int? {
    let records = tree.records
    while next < records.count {
      let record = records[next]
      if record.kind == .scalar, Int(record.end) > offset {
        return Int(record.start) <= offset && !isHeader(record, offset) ? Int(record.end) : nil
      }
      if Int(record.start) > offset { return nil }
      next += 1
    }
    return nil
  }

  /// True where `offset` stands on the line of a `|` or `>`, which may end with a comment.
  private func isHeader(_ record: YAMLTree.Record, _ offset: Int) -> Bool {
    guard record.style == .literal || record.style == .folded else { return false }
    return !tree.source[Int(record.start)..<offset].contains(where: isBreak)
  }
}
