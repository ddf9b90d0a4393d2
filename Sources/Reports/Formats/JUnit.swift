import Diagnostics

extension LintReport {
  /// JUnit XML: a failing case a finding, one passing case where there is none.
  var junit: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let tests = ("tests", "\(max(1, findings.count))")
    let failures = ("failures", "\(findings.count)")
    text += "<testsuites\(xmlAttributes([("name", "interlock"), tests, failures]))>\n"
    text += "  <testsuite\(xmlAttributes([("name", "interlock"), tests, failures]))>\n"
    if findings.isEmpty {
      text += "    <testcase classname=\"interlock\" name=\"no findings\"/>\n"
    }
    for finding in findings { text += testCase(finding) }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private func testCase(_ finding: Diagnostic) -> String {
    let place = sources.resolve(finding.range)
    let name = "\(finding.id) at line \(place.line)"
    let head = xmlAttributes([
      ("classname", place.path), ("name", name), ("file", place.path), ("line", "\(place.line)"),
    ])
    let failure = xmlAttributes([("type", finding.severity.rawValue), ("message", finding.message)])
    let body = TextReport(sources: sources, palette: .plain).render(finding)
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
      .map { xmlEscaped(String($0)) }.joined(separator: "\n")
    return "    <testcase\(head)>\n      <failure\(failure)>\(lines)</failure>\n    </testcase>\n"
  }
}
