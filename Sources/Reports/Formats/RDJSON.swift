import Diagnostics

extension LintReport {
  /// reviewdog's Diagnostic Format.
  var rdjson: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("source")
      writer.object { $0.field("name", "interlock") }
      writer.key("diagnostics")
      writer.array(findings, isLineByLine: true) { writeReviewComment($1, to: &$0) }
    }
    return writer.text + "\n"
  }

  private func writeReviewComment(_ finding: Diagnostic, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("message", finding.message)
      writer.key("location")
      writeLocation(finding.range, to: &writer)
      writer.field("severity", finding.severity.rawValue.uppercased())
      writer.key("code")
      writer.object { $0.field("value", finding.id) }
      if !finding.related.isEmpty {
        writer.key("relatedLocations")
        writer.array(finding.related) { writer, place in
          writer.object { writer in
            writer.field("message", place.message)
            writer.key("location")
            writeLocation(place.range, to: &writer)
          }
        }
      }
    }
  }

  private func writeLocation(_ range: SourceRange, to writer: inout JSONWriter) {
    let place = sources.resolve(range)
    writer.object { writer in
      writer.field("path", place.path)
      writer.key("range")
      writer.object { writer in
        for (name, line, column) in [
          ("start", place.line, place.column), ("end", place.endLine, place.endColumn),
        ] {
          writer.key(name)
          writer.object { writer in
            writer.field("line", line)
            writer.field("column", column)
          }
        }
      }
    }
  }
}
