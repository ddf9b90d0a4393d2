import Diagnostics
import Testing

@testable import Reports

@Suite("Text reports")
struct TextReportTests {
  /// The caret line under the snippet of `marked` in `text`.
  private func snippet(_ text: String, marking marked: String) -> [String] {
    let sample = Sample(("f.yaml", text))
    let report = sample.text(Diagnostic("a/b", .error, "m", at: sample.range(of: marked)))
    return report.split(separator: "\n").dropFirst(3).map(String.init)
  }

  @Test(
    "carets stand under what is meant",
    arguments: [
      ("a: bcd", "bcd", ["1 | a: bcd", "  |    ^^^"]),
      ("x\n\ta: b", "b", ["2 |     a: b", "  |        ^"]),
      ("ab\tc: d", "d", ["1 | ab  c: d", "  |        ^"]),
      ("日本: x", "x", ["1 | 日本: x", "  |       ^"]),
      ("日本: x", "本", ["1 | 日本: x", "  |   ^^"]),
      ("e\u{301}: x", "x", ["1 | e\u{301}: x", "  |    ^"]),
      ("🙂: x", "x", ["1 | 🙂: x", "  |     ^"]),
      ("a\u{1B}[0m: x", "x", ["1 | a\\u{1B}[0m: x", "  |             ^"]),
      ("a\u{202E}: x", "x", ["1 | a\\u{202E}: x", "  |            ^"]),
      ("a: b  \r\nc: d", "b  \r\nc", ["1 | a: b", "  |    ^"]),
      ("a: {\n  b: c}", "{\n  b: c}", ["1 | a: {", "  |    ^"]),
    ])
  func carets(_ text: String, _ marked: String, _ expected: [String]) {
    #expect(snippet(text, marking: marked) == expected)
  }

  @Test("an empty range, also at the end of the file, has one caret")
  func emptyRange() {
    let sample = Sample(("f.yaml", "a: b"))
    let range = SourceRange(file: sample.files[0], start: 4, end: 4)
    let lines = sample.text(Diagnostic("a/b", .error, "m", at: range)).split(separator: "\n")
    #expect(lines.suffix(2) == ["1 | a: b", "  |     ^"])
    let nothing = Sample(("f.yaml", ""))
    let start = SourceRange(file: nothing.files[0], start: 0, end: 0)
    #expect(nothing.text(Diagnostic("a/b", .error, "m", at: start)).contains("1 |\n  | ^\n"))
  }

  @Test("a long line is cut around the mark, between characters", arguments: [0, 1, 50, 5_000])
  func longLines(_ before: Int) {
    let text = String(repeating: "é", count: before) + "<here>" + String(repeating: "日", count: 4_000)
    let lines = snippet(text, marking: "<here>")
    #expect(lines[0].contains("<here>") && lines[0].hasSuffix("..."))
    #expect(!lines[0].contains("\u{FFFD}"))
    #expect(lines[0].cells < 140)
    let column = lines[0].split(separator: "<")[0].count
    #expect(lines[1].split(separator: "^")[0].count == column)
    #expect(lines[1].hasSuffix("^^^^^^"))
  }

  @Test("colours wrap words and never the layout")
  func colors() {
    let report = Sample.full()
    let sample = TextReport(sources: report.sources, palette: Palette(isColored: true))
    let colored = sample.render(report.findings)
    #expect(colored.contains("\u{1B}[1;31merror[delivery/no-permission]\u{1B}[0m"))
    let stripped = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == ReportFormat.text.render(report))
  }

  @Test("marks in the file of the finding come first, then other files")
  func fileOrder() {
    let report = Sample.full()
    let text = ReportFormat.text.render(report)
    let arrow = text.firstRange(of: "--> shop.yaml:7:18")
    let other = text.firstRange(of: "::: queues.yaml:4:13")
    #expect(arrow != nil && other != nil)
    if let arrow, let other { #expect(arrow.lowerBound < other.lowerBound) }
  }

  @Test("a fix shows only the lines that change")
  func fixPreview() {
    let sample = Sample(("f.yaml", "a:\n  b: 1\n  c: 2\n"))
    var finding = Diagnostic("a/b", .error, "m", at: sample.range(of: "b"))
    finding.fix = .init(
      title: "raise it", edits: [.init(range: sample.range(of: "1"), replacement: "2\n  d: 3")])
    let text = sample.text(finding)
    #expect(text.hasSuffix("  = fix: raise it\n      -   b: 1\n      +   b: 2\n      +   d: 3\n"))
  }
}
