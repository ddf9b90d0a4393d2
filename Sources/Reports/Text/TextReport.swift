package import Diagnostics

/// Findings for people: the line with a caret, the other places, the proof and what to do.
package struct TextReport {
  let sources: SourceMap
  let palette: Palette

  package init(sources: SourceMap, palette: Palette) {
    self.sources = sources
    self.palette = palette
  }

  /// Every finding, an empty line between two.
  package func render(_ findings: [Diagnostic]) -> String {
    findings.map { render($0) }.joined(separator: "\n")
  }

  package func render(_ finding: Diagnostic) -> String {
    let snippet = Snippet(sources: sources, palette: palette, severity: finding.severity)
    let marks =
      [Snippet.Mark(range: finding.range, label: "", isPrimary: true)]
      + finding.related.map {
        Snippet.Mark(range: $0.range, label: $0.message, isPrimary: false)
      }
    let gutter = snippet.gutterWidth(marks)
    let title = palette.paint(
      "\(finding.severity.rawValue)[\(finding.id)]", Palette.Role(finding.severity))
    var text = title + palette.paint(": \(finding.message.printable)", .emphasis) + "\n"
    text += snippet.render(marks, gutter: gutter)
    let notes = notes(of: finding)
    if !notes.isEmpty { text += snippet.row("", gutter) }
    for note in notes { text += row(note, gutter) }
    return text
  }

  private struct Note {
    var label: String
    var text: String
    var lines: [String] = []
  }

  private func notes(of finding: Diagnostic) -> [Note] {
    var notes: [Note] = []
    if let edge = finding.edge {
      let rule = edge.rule.map { " by '\($0)'" } ?? ""
      notes.append(Note(label: "route", text: "\(edge.from) -> \(edge.to)\(rule)"))
    }
    if !finding.path.isEmpty {
      notes.append(Note(label: "path", text: finding.path.way))
    }
    if let witness = finding.witness { notes.append(Note(label: "witness", text: witness)) }
    if let help = finding.help { notes.append(Note(label: "help", text: help)) }
    if let fix = finding.fix {
      let lines = FixPreview(sources: sources, palette: palette).render(fix)
      notes.append(Note(label: "fix", text: fix.title, lines: lines))
    }
    return notes
  }

  private func row(_ note: Note, _ gutter: Int) -> String {
    let pad = String(repeating: " ", count: gutter)
    let mark = palette.paint("\(pad) =", .gutter)
    var text = "\(mark) \(palette.paint(note.label, .emphasis)): \(note.text.printable)\n"
    for line in note.lines { text += "\(pad)     \(line)\n" }
    return text
  }
}
