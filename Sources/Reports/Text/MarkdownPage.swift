/// A page of Markdown on a terminal: headings and code stand out, the text stays as it is.
package func styledPage(_ markdown: String, _ palette: Palette) -> String {
  var text = ""
  var isCode = false
  for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
    let line = String(line).printable
    if line.hasPrefix("```") {
      isCode.toggle()
      text += palette.paint(line, .faint)
    } else if isCode {
      text += palette.paint(line, .info)
    } else if line.hasPrefix("#") {
      text += palette.paint(line, .emphasis)
    } else {
      text += line
    }
    text += "\n"
  }
  return markdown.hasSuffix("\n") ? String(text.dropLast()) : text
}
