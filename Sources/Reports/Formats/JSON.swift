import Diagnostics

extension LintReport {
  /// One object: `version`, `findings`, `summary`; one finding a line.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.key("findings")
      writer.array(findings, isLineByLine: true) { $1.write(to: &$0, sources) }
      writer.key("summary")
      writer.object { writer in
        writer.field("files", summary.files)
        writer.field("resources", summary.resources)
        writer.field("routes", summary.routes)
        writer.field("errors", count(.error))
        writer.field("warnings", count(.warning))
        writer.field("infos", count(.info))
        writer.field("suppressed", summary.suppressed)
      }
    }
    return writer.text + "\n"
  }
}

extension Diagnostic {
  /// Every key is always there: null or an empty list where a finding has nothing to say.
  func write(to writer: inout JSONWriter, _ sources: SourceMap) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("severity", severity.rawValue)
      writer.field("message", message)
      writer.place(sources.resolve(range))
      writer.field("resource", resource)
      writeEdge(to: &writer)
      writer.key("related")
      writer.array(related) { writer, place in
        writer.object { writer in
          let resolved = sources.resolve(place.range)
          writer.field("file", resolved.path)
          writer.field("line", resolved.line)
          writer.field("column", resolved.column)
          writer.field("message", place.message)
        }
      }
      writeWitness(to: &writer)
      writer.field("path", path)
      writeFix(to: &writer, sources)
      writer.field("help", help)
    }
  }

  private func writeEdge(to writer: inout JSONWriter) {
    writer.key("edge")
    guard let edge else { return writer.null() }
    writer.object { writer in
      writer.field("from", edge.from)
      writer.field("rule", edge.rule)
      writer.field("to", edge.to)
    }
  }

  private func writeWitness(to writer: inout JSONWriter) {
    writer.key("witness")
    guard let witness else { return writer.null() }
    writer.object { writer in
      writer.key(id.hasPrefix("access/") ? "request" : "event")
      writer.raw(witness)
    }
  }

  private func writeFix(to writer: inout JSONWriter, _ sources: SourceMap) {
    writer.key("fix")
    guard let fix else { return writer.null() }
    writer.object { writer in
      writer.field("title", fix.title)
      writer.key("edits")
      writer.array(fix.edits) { writer, edit in
        writer.object { writer in
          writer.place(sources.resolve(edit.range))
          writer.field("replacement", edit.replacement)
        }
      }
    }
  }
}

extension JSONWriter {
  mutating func place(_ place: ResolvedRange) {
    field("file", place.path)
    field("line", place.line)
    field("column", place.column)
    field("endLine", place.endLine)
    field("endColumn", place.endColumn)
  }
}
