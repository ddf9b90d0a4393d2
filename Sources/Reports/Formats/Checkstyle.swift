import Diagnostics

extension LintReport {
  /// Checkstyle XML: findings under the file that they are in.
  var checkstyle: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
    var open: FileID?
    for finding in findings {
      let place = sources.resolve(finding.range)
      if open != finding.range.file {
        if open != nil { text += "  </file>\n" }
        text += "  <file\(xmlAttributes([("name", place.path)]))>\n"
        open = finding.range.file
      }
      let attributes = xmlAttributes([
        ("line", "\(place.line)"), ("column", "\(place.column)"),
        ("severity", finding.severity.rawValue), ("message", finding.message),
        ("source", "interlock.\(finding.id)"),
      ])
      text += "    <error\(attributes)/>\n"
    }
    if open != nil { text += "  </file>\n" }
    return text + "</checkstyle>\n"
  }
}
