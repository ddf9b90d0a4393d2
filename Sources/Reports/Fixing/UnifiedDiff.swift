import Diagnostics

/// A file and its edits as `diff -u` would show them.
struct UnifiedDiff {
  /// Lines of the old file that some edits touch together, and what stands there after them.
  private struct Change {
    var old: Range<Int>
    var new: [String]

    /// Without the lines at both ends that stay as they are.
    func trimmed(_ oldLine: (Int) -> String) -> Change {
      var (old, new) = (old, new[...])
      while !old.isEmpty, let line = new.first, line == oldLine(old.lowerBound) {
        old = old.lowerBound + 1..<old.upperBound
        new.removeFirst()
      }
      while !old.isEmpty, let line = new.last, line == oldLine(old.upperBound - 1) {
        old = old.lowerBound..<old.upperBound - 1
        new.removeLast()
      }
      return Change(old: old, new: Array(new))
    }
  }

  private static let context = 3

  private let path: String
  private let lines: [String]
  private let changes: [Change]
  private let palette: Palette

  /// `edits` are in order and do not overlap.
  init(_ file: SourceFile, edits: [Diagnostic.Edit], palette: Palette) {
    path = file.path.printable
    self.palette = palette
    var lines = (1...file.lineStarts.count).map { file.text(ofLine: $0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    var changes: [Change] = []
    var group: [Diagnostic.Edit] = []
    var groupEnd = -1
    for edit in edits {
      if file.line(at: Int(edit.range.start)) > groupEnd, !group.isEmpty {
        changes.append(Self.change(group, in: file))
        group = []
      }
      group.append(edit)
      groupEnd = file.line(at: Int(edit.range.end))
    }
    if !group.isEmpty { changes.append(Self.change(group, in: file)) }
    self.changes = changes
  }

  private static func change(_ edits: [Diagnostic.Edit], in file: SourceFile) -> Change {
    let first = file.line(at: Int(edits[0].range.start))
    let last = file.line(at: Int(edits[edits.count - 1].range.end))
    var position = file.bytes(ofLine: first).lowerBound
    let end = file.bytes(ofLine: last).upperBound
    var text: [UInt8] = []
    for edit in edits {
      text += file.bytes[position..<Int(edit.range.start)] + Array(edit.replacement.utf8)
      position = Int(edit.range.end)
    }
    text += file.bytes[position..<end]
    var new = String(decoding: text, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if new.last?.isEmpty == true { new.removeLast() }
    return Change(old: first - 1..<last, new: new).trimmed { file.text(ofLine: $0 + 1) }
  }

  var text: String {
    var text = palette.paint("--- \(path)\n+++ \(path)\n", .emphasis)
    var shift = 0
    var start = 0
    while start < changes.count {
      var end = start + 1
      while end < changes.count,
        changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * Self.context
      { end += 1 }
      let hunk = changes[start..<end]
      text += render(hunk, shift)
      shift += hunk.reduce(0) { $0 + $1.new.count - $1.old.count }
      start = end
    }
    return text
  }

  private func render(_ hunk: ArraySlice<Change>, _ shift: Int) -> String {
    let first = max(0, (hunk.first?.old.lowerBound ?? 0) - Self.context)
    let last = min(lines.count, (hunk.last?.old.upperBound ?? 0) + Self.context)
    let grown = hunk.reduce(0) { $0 + $1.new.count - $1.old.count }
    let old = "\(first + 1),\(last - first)"
    let new = "\(first + 1 + shift),\(last - first + grown)"
    var text = palette.paint("@@ -\(old) +\(new) @@", .info) + "\n"
    var position = first
    for change in hunk {
      text += kept(position..<change.old.lowerBound)
      for line in lines[change.old] {
        text += palette.paint("-\(line.printable)", .removed) + "\n"
      }
      for line in change.new { text += palette.paint("+\(line.printable)", .added) + "\n" }
      position = change.old.upperBound
    }
    return text + kept(position..<last)
  }

  private func kept(_ range: Range<Int>) -> String {
    lines[range].map { " \($0.printable)\n" }.joined()
  }
}
