import Diagnostics

/// Places in source files, shown as lines with carets under what is meant.
struct Snippet {
  struct Mark {
    var range: SourceRange
    var label: String
    var isPrimary: Bool
  }

  let sources: SourceMap
  let palette: Palette
  let severity: Severity

  /// Width of the line-number column for `marks`.
  func gutterWidth(_ marks: [Mark]) -> Int {
    let last = marks.map { lineNumber(of: $0) }.max() ?? 1
    return String(last).utf8.count
  }

  /// All marks, file by file: the primary one's file first, then the others in reading order.
  func render(_ marks: [Mark], gutter: Int) -> String {
    guard let primary = marks.first(where: \.isPrimary) ?? marks.first else { return "" }
    var files = Set(marks.map(\.range.file)).sorted()
    files.removeAll { $0 == primary.range.file }
    var text = ""
    for file in [primary.range.file] + files {
      let own = marks.filter { $0.range.file == file }.sorted { $0.range < $1.range }
      let head = own.first(where: \.isPrimary) ?? own[0]
      text += header(head, gutter: gutter) + body(own, in: file, gutter: gutter)
    }
    return text
  }

  private func header(_ mark: Mark, gutter: Int) -> String {
    let place = sources.resolve(mark.range)
    let arrow = palette.paint(mark.isPrimary ? "-->" : ":::", .gutter)
    let pad = String(repeating: " ", count: gutter)
    return "\(pad)\(arrow) \(place.path.printable):\(place.line):\(place.column)\n"
  }

  private func body(_ marks: [Mark], in file: FileID, gutter: Int) -> String {
    let source = sources[file]
    var text = row("", gutter)
    var previous: Int?
    var index = 0
    while index < marks.count {
      let number = lineNumber(of: marks[index])
      var onLine: [Mark] = []
      while index < marks.count, lineNumber(of: marks[index]) == number {
        onLine.append(marks[index])
        index += 1
      }
      if let previous { text += gap(from: previous, to: number, in: source, gutter) }
      text += annotated(onLine, line: number, in: source, gutter)
      previous = number
    }
    return text
  }

  /// What stands between two marked lines: nothing, the one line between, or an ellipsis.
  private func gap(from: Int, to: Int, in source: SourceFile, _ gutter: Int) -> String {
    switch to - from {
    case ...1: ""
    case 2: numbered(SnippetLine(source, line: from + 1, marking: []), gutter)
    default: palette.paint("...", .gutter) + "\n"
    }
  }

  private func annotated(
    _ marks: [Mark], line number: Int, in source: SourceFile, _ gutter: Int
  ) -> String {
    let ranges = marks.map { Int($0.range.start)..<Int($0.range.end) }
    let line = SnippetLine(source, line: number, marking: ranges)
    var text = numbered(line, gutter)
    for (mark, cells) in zip(marks, line.marks) {
      let rule = String(repeating: mark.isPrimary ? "^" : "-", count: cells.count)
      let label = mark.label.isEmpty ? "" : " " + mark.label.printable
      let role: Palette.Role = mark.isPrimary ? .init(severity) : .gutter
      let indent = String(repeating: " ", count: cells.lowerBound)
      text += row(indent + palette.paint(rule + label, role), gutter)
    }
    return text
  }

  private func numbered(_ line: SnippetLine, _ gutter: Int) -> String {
    let number = "\(line.number)"
    let pad = String(repeating: " ", count: max(0, gutter - number.utf8.count))
    let margin = palette.paint("\(pad)\(number) |", .gutter)
    return line.text.isEmpty ? "\(margin)\n" : "\(margin) \(line.text)\n"
  }

  /// A line of the gutter without a number.
  func row(_ content: String, _ gutter: Int) -> String {
    let margin = palette.paint(String(repeating: " ", count: gutter) + " |", .gutter)
    return content.isEmpty ? "\(margin)\n" : "\(margin) \(content)\n"
  }

  private func lineNumber(of mark: Mark) -> Int {
    sources[mark.range.file].line(at: Int(mark.range.start))
  }
}
