import Diagnostics

/// One case of a JUnit report.
package struct JUnitCase: Sendable {
  package var name: String
  package var file: String?
  package var line: Int?
  package var type: String
  package var message: String
  /// What failed, in as many lines as it takes; nil where the case passed.
  package var failure: String?

  package init(
    name: String, file: String? = nil, line: Int? = nil, type: String = "failure",
    message: String = "failed", failure: String?
  ) {
    self.name = name
    self.file = file
    self.line = line
    self.type = type
    self.message = message
    self.failure = failure
  }

  fileprivate var xml: String {
    var attributes = [("classname", file ?? "interlock"), ("name", name)]
    if let file { attributes.append(("file", file)) }
    if let line { attributes.append(("line", "\(line)")) }
    let head = "    <testcase\(xmlAttributes(attributes))"
    guard let failure else { return head + "/>\n" }
    let lines = failure.split(separator: "\n", omittingEmptySubsequences: false)
      .map { xmlEscaped(String($0)) }.joined(separator: "\n")
    let kind = xmlAttributes([("type", type), ("message", message)])
    return "\(head)>\n      <failure\(kind)>\(lines)</failure>\n    </testcase>\n"
  }
}

/// JUnit XML with one suite.
package func junitReport(_ cases: [JUnitCase]) -> String {
  let failures = cases.reduce(0) { $0 + ($1.failure == nil ? 0 : 1) }
  let counts = xmlAttributes([
    ("name", "interlock"), ("tests", "\(cases.count)"), ("failures", "\(failures)"),
  ])
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites\(counts)>\n"
  text += "  <testsuite\(counts)>\n"
  for item in cases { text += item.xml }
  return text + "  </testsuite>\n</testsuites>\n"
}

extension LintReport {
  /// JUnit XML: a failing case a finding, one passing case where there is none.
  var junit: String {
    if findings.isEmpty { return junitReport([JUnitCase(name: "no findings", failure: nil)]) }
    return junitReport(
      findings.map { finding in
        let place = sources.resolve(finding.range)
        return JUnitCase(
          name: "\(finding.id) at line \(place.line)", file: place.path, line: place.line,
          type: finding.severity.rawValue, message: finding.message,
          failure: TextReport(sources: sources, palette: .plain).render(finding))
      })
  }
}
