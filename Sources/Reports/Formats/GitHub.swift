import Diagnostics

extension LintReport {
  /// GitHub Actions workflow commands, one line a finding.
  var github: String {
    var text = ""
    for finding in findings {
      let place = sources.resolve(finding.range)
      let command = finding.severity == .info ? "notice" : finding.severity.rawValue
      var properties = [
        ("file", place.path), ("line", "\(place.line)"), ("endLine", "\(place.endLine)"),
      ]
      if place.line == place.endLine {
        properties += [("col", "\(place.column)"), ("endColumn", "\(place.endColumn)")]
      }
      properties.append(("title", finding.id))
      let list = properties.map { "\($0)=\(Self.escapedProperty($1))" }.joined(separator: ",")
      let help = finding.help.map { "\n\($0)" } ?? ""
      text += "::\(command) \(list)::\(Self.escapedMessage(finding.message + help))\n"
    }
    return text
  }

  private static func escapedMessage(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += Glyph(scalar).text
      }
    }
    return result
  }

  private static func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escapedMessage(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
