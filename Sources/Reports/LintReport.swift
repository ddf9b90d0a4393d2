package import Diagnostics

/// Everything that a report of findings may say; every format is written from this alone.
package struct LintReport: Sendable {
  package var sources: SourceMap
  /// In output order.
  package var findings: [Diagnostic]
  package var summary: Summary
  /// What is known of the ids in `findings`, for formats that carry a catalogue.
  package var rules: [RuleSummary]

  package init(
    sources: SourceMap, findings: [Diagnostic], summary: Summary, rules: [RuleSummary] = []
  ) {
    self.sources = sources
    self.findings = findings
    self.summary = summary
    self.rules = rules
  }

  package struct Summary: Hashable, Sendable {
    package var systems = 1
    package var files = 0
    package var resources = 0
    package var routes = 0
    package var suppressed = 0

    package init(
      systems: Int = 1, files: Int = 0, resources: Int = 0, routes: Int = 0, suppressed: Int = 0
    ) {
      self.systems = systems
      self.files = files
      self.resources = resources
      self.routes = routes
      self.suppressed = suppressed
    }
  }

  package struct RuleSummary: Hashable, Sendable {
    package var id: String
    package var severity: Severity
    package var summary: String

    package init(id: String, severity: Severity, summary: String) {
      self.id = id
      self.severity = severity
      self.summary = summary
    }
  }

  package func count(_ severity: Severity) -> Int {
    findings.reduce(0) { $1.severity == severity ? $0 + 1 : $0 }
  }

  /// `checked 7 files, 64 resources, 91 routes: 2 errors, 1 warning (3 suppressed)`.
  package func summaryLine(_ palette: Palette) -> String {
    let found: [String] = [Severity.error, .warning, .info].compactMap { severity in
      let count = count(severity)
      guard count > 0 else { return nil }
      let name = severity == .info ? "note" : severity.rawValue
      return palette.paint(counted(count, name), Palette.Role(severity))
    }
    let systems = summary.systems > 1 ? " of \(summary.systems) systems" : ""
    let subject = [
      counted(summary.files, "file") + systems, counted(summary.resources, "resource"),
      counted(summary.routes, "route"),
    ]
    let result = found.isEmpty ? palette.paint("no findings", .added) : found.joined(separator: ", ")
    let silenced = summary.suppressed > 0 ? " (\(summary.suppressed) suppressed)" : ""
    return "checked \(subject.joined(separator: ", ")): \(result)\(silenced)"
  }
}

/// `1 file`, `2 files`.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
