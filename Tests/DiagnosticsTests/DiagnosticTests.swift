import Testing

@testable import Diagnostics

@Suite("Findings come out in one order")
struct DiagnosticTests {
  private func finding(_ id: String, _ message: String, file: Int = 0, _ start: Int, _ end: Int)
    -> Diagnostic
  {
    Diagnostic(id, .error, message, at: SourceRange(file: FileID(file), start: start, end: end))
  }

  @Test func byFileThenPlaceThenIdThenMessage() {
    let ordered = [
      finding("z/z", "z", 0, 9), finding("a/a", "b", 4, 5), finding("a/a", "c", 4, 5),
      finding("a/b", "a", 4, 5), finding("a/a", "a", 4, 6), finding("a/a", "a", 10, 11),
      finding("a/a", "a", file: 1, 0, 1),
    ]
    #expect(ordered.reversed().inOutputOrder().map(key) == ordered.map(key))
    let mixed = [3, 0, 6, 1, 5, 2, 4].map { ordered[$0] }
    #expect(mixed.inOutputOrder().map(key) == ordered.map(key))
  }

  private func key(_ finding: Diagnostic) -> String {
    let range = finding.range
    return "\(range.file.index) \(range.start) \(range.end) \(finding.id) \(finding.message)"
  }

  @Test func severitiesAreOrdered() {
    #expect(Severity.allCases.sorted() == [.info, .warning, .error])
    #expect(Severity.allCases.max() == .error)
  }

  @Test func onlyErrorsCountAsErrors() {
    var warning = finding("a/a", "a", 0, 1)
    warning.severity = .warning
    #expect(![warning].hasErrors)
    #expect([warning, finding("b/b", "b", 0, 1)].hasErrors)
    #expect(![Diagnostic]().hasErrors)
  }
}
