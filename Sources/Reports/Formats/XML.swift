/// Text as it may stand in XML 1.0 content or a quoted attribute.
func xmlEscaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t": result += "&#9;"
    case "\n": result += "&#10;"
    case "\r": result += "&#13;"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// `name="value"` pairs, each after a space.
func xmlAttributes(_ pairs: [(String, String)]) -> String {
  pairs.reduce("") { "\($0) \($1.0)=\"\(xmlEscaped($1.1))\"" }
}
