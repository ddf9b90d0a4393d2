import Diagnostics
import Foundation
import Testing

@testable import Reports

@Suite("Report formats")
struct FormatTests {
  @Test("every format has its golden", arguments: ReportFormat.allCases)
  func golden(_ format: ReportFormat) throws {
    try expectGolden(format.render(Sample.full()), "findings.\(format.rawValue)")
  }

  @Test("a report without findings is well formed", arguments: ReportFormat.allCases)
  func empty(_ format: ReportFormat) throws {
    var report = Sample.full()
    report.findings = []
    try expectGolden(format.render(report), "empty.\(format.rawValue)")
  }

  @Test("JSON formats parse, whatever stands in a message", arguments: hostileTexts)
  func hostileJSON(_ text: String) throws {
    var report = Sample.full()
    report.findings[0].message = text
    for format in [ReportFormat.json, .sarif, .gitlab, .rdjson] {
      let data = Data(format.render(report).utf8)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: data) }
    }
    let parsed = try JSONSerialization.jsonObject(with: Data(ReportFormat.json.render(report).utf8))
    let findings = try #require((parsed as? [String: Any])?["findings"] as? [[String: Any]])
    #expect(findings[0]["message"] as? String == text)
  }

  @Test("no format passes control characters on", arguments: ReportFormat.allCases)
  func controlCharacters(_ format: ReportFormat) {
    var report = Sample.full()
    for i in report.findings.indices { report.findings[i].message = "a\u{1B}[2J\u{9B}\u{7}b\r\nc" }
    for scalar in format.render(report).unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
    }
  }

  static let hostileTexts = [
    "", "\"", "\\", "</script>", "a\u{0}b", "\u{1B}[31m", "\u{2028}\u{2029}", "%0A::error::",
    "line\nbreak\r\ttab", "\u{FFFE}", "日本語 🙂", "]]>", "é vs e\u{301}",
  ]

  @Test("fingerprints survive moved lines and tell equal findings apart")
  func fingerprints() {
    var report = Sample.full()
    let before = report.fingerprints
    #expect(Set(before).count == before.count)
    for i in report.findings.indices {
      report.findings[i].range.start += 1
    }
    #expect(report.fingerprints == before)
    report.findings.append(report.findings[0])
    #expect(Set(report.fingerprints).count == before.count + 1)
  }

  @Test(
    "the summary counts in words",
    arguments: [
      ([], "checked 2 files, 2 resources, 2 routes: no findings (1 suppressed)"),
      ([Severity.error], "checked 2 files, 2 resources, 2 routes: 1 error (1 suppressed)"),
      (
        [Severity.error, .error, .warning, .info],
        "checked 2 files, 2 resources, 2 routes: 2 errors, 1 warning, 1 note (1 suppressed)"
      ),
    ])
  func summary(_ severities: [Severity], _ expected: String) {
    var report = Sample.full()
    let range = report.findings[0].range
    report.findings = severities.map { Diagnostic("a/b", $0, "m", at: range) }
    #expect(report.summaryLine(.plain) == expected)
  }
}
