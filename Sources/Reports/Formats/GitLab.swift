import Diagnostics

extension LintReport {
  /// GitLab's code quality report: an array of issues with fingerprints.
  var gitlab: String {
    var writer = JSONWriter()
    writer.array(Array(zip(findings, fingerprints)), isLineByLine: true) { writer, pair in
      let (finding, fingerprint) = pair
      let place = sources.resolve(finding.range)
      writer.object { writer in
        writer.field("description", finding.message)
        writer.field("check_name", finding.id)
        writer.field("fingerprint", fingerprint)
        writer.field("severity", finding.severity.gitLabName)
        writer.key("location")
        writer.object { writer in
          writer.field("path", place.path)
          writer.key("lines")
          writer.object { writer in
            writer.field("begin", place.line)
            writer.field("end", place.endLine)
          }
        }
      }
    }
    return writer.text + "\n"
  }
}

extension Severity {
  fileprivate var gitLabName: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
