import Diagnostics
import Reports

/// The run cannot go on because of what the user gave: exit status 2.
struct Refused: Error {
  /// One line each, without `error:`.
  var messages: [String]
  /// What is wrong at a place in a file.
  var findings: [Diagnostic]
  var sources: SourceMap

  init(_ messages: [String], findings: [Diagnostic] = [], in sources: SourceMap = SourceMap()) {
    self.messages = messages
    self.findings = findings.inOutputOrder()
    self.sources = sources
  }

  init(_ message: String) { self.init([message]) }

  func text(_ palette: Palette) -> String {
    let report = TextReport(sources: sources, palette: palette).render(findings)
    let lines = messages.map { "\(palette.paint("error", .error)): \($0.printable)\n" }
    let gap = report.isEmpty || lines.isEmpty ? "" : "\n"
    return report + gap + lines.joined()
  }
}
