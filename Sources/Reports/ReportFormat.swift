/// The formats of `lint --format`.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, sarif, junit, github, gitlab, checkstyle, rdjson, markdown

  /// The whole report; colours are for `text` only.
  package func render(_ report: LintReport, palette: Palette = .plain) -> String {
    switch self {
    case .text: TextReport(sources: report.sources, palette: palette).render(report.findings)
    case .json: report.json
    case .sarif: report.sarif
    case .junit: report.junit
    case .github: report.github
    case .gitlab: report.gitlab
    case .checkstyle: report.checkstyle
    case .rdjson: report.rdjson
    case .markdown: report.markdown
    }
  }
}
