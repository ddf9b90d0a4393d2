import Diagnostics

extension LintReport {
  /// A table for a pull request's comment or a job summary.
  var markdown: String {
    var text = "## Interlock\n\n\(summaryLine(.plain))\n"
    if findings.isEmpty { return text }
    text += "\n| | finding | where | what |\n| --- | --- | --- | --- |\n"
    for finding in findings {
      let place = sources.resolve(finding.range)
      let help = finding.help.map { "<br>\(markdownEscaped($0))" } ?? ""
      let cells = [
        finding.severity.rawValue, markdownCode(finding.id),
        markdownCode("\(place.path):\(place.line)"), markdownEscaped(finding.message) + help,
      ]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }
}

/// Text that Markdown shows as it stands, inside a table too.
func markdownEscaped(_ text: String) -> String {
  var result = ""
  for scalar in text.printable.unicodeScalars {
    switch scalar {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "\\", "`", "*", "_", "[", "]", "|", "#", "~": result += "\\\(scalar)"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A code span in a table's cell; backticks would end it and become apostrophes.
func markdownCode(_ text: String) -> String {
  var result = ""
  for scalar in text.printable.unicodeScalars {
    result += scalar == "`" ? "'" : scalar == "|" ? "\\|" : String(scalar)
  }
  return "`\(result)`"
}
