import Diagnostics

/// A fix as the lines that it takes away and the lines that it adds.
struct FixPreview {
  let sources: SourceMap
  let palette: Palette

  /// More lines than this are cut with a count of the rest.
  static let maximumLines = 24

  func render(_ fix: Diagnostic.Fix) -> [String] {
    var lines: [String] = []
    for edit in fix.edits.sorted(by: { $0.range < $1.range }) { lines += preview(edit) }
    if lines.count <= Self.maximumLines { return lines }
    let rest = lines.count - Self.maximumLines
    return Array(lines.prefix(Self.maximumLines)) + ["... and \(rest) more lines"]
  }

  private func preview(_ edit: Diagnostic.Edit) -> [String] {
    let source = sources[edit.range.file]
    let first = source.line(at: Int(edit.range.start))
    let last = source.line(at: Int(edit.range.end))
    let old = (first...last).map { source.text(ofLine: $0) }
    let head = source.bytes[source.bytes(ofLine: first).lowerBound..<Int(edit.range.start)]
    let lineEnd = source.bytes(ofLine: last).upperBound
    let tail = source.bytes[min(Int(edit.range.end), lineEnd)..<lineEnd]
    let joined =
      String(decoding: head, as: UTF8.self) + edit.replacement
      + String(decoding: tail, as: UTF8.self)
    var new = joined.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    while new.last?.isEmpty == true { new.removeLast() }
    return difference(old, new)
  }

  /// Equal lines at both ends are left out.
  private func difference(_ old: [String], _ new: [String]) -> [String] {
    var old = old[...]
    var new = new[...]
    while let a = old.first, let b = new.first, a == b {
      old.removeFirst()
      new.removeFirst()
    }
    while let a = old.last, let b = new.last, a == b {
      old.removeLast()
      new.removeLast()
    }
    return old.map { palette.paint("- " + $0.printable, .removed) }
      + new.map { palette.paint("+ " + $0.printable, .added) }
  }
}
