import Diagnostics

extension LintReport {
  /// SARIF 2.1.0 with related places, the path of a loop as a code flow, and fixes.
  var sarif: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.field("version", "2.1.0")
      writer.key("runs")
      writer.array([0]) { writer, _ in
        writer.object { writer in
          writeTool(to: &writer)
          writer.field("columnKind", "unicodeCodePoints")
          writer.key("results")
          writer.array(Array(zip(findings, fingerprints)), isLineByLine: true) {
            writeResult($1.0, fingerprint: $1.1, to: &$0)
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private func writeTool(to writer: inout JSONWriter) {
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.field("name", "interlock")
        writer.field("version", interlockVersion)
        writer.key("rules")
        writer.array(rules, isLineByLine: true) { writer, rule in
          writer.object { writer in
            writer.field("id", rule.id)
            writeText("shortDescription", rule.summary, to: &writer)
            writer.key("defaultConfiguration")
            writer.object { $0.field("level", rule.severity.sarifLevel) }
          }
        }
      }
    }
  }

  private func writeResult(
    _ finding: Diagnostic, fingerprint: String, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("ruleId", finding.id)
      if let index = rules.firstIndex(where: { $0.id == finding.id }) {
        writer.field("ruleIndex", index)
      }
      writer.field("level", finding.severity.sarifLevel)
      let help = finding.help.map { "\n\($0)" } ?? ""
      writeText("message", finding.message + help, to: &writer)
      writer.key("locations")
      writer.array([finding.range]) { writer, range in
        writer.object { writePhysicalLocation(range, to: &$0) }
      }
      writeRelated(finding.related, to: &writer)
      writeFlow(finding, to: &writer)
      writeFix(finding.fix, to: &writer)
      writer.key("partialFingerprints")
      writer.object { $0.field("interlock/v1", fingerprint) }
    }
  }

  private func writeRelated(_ related: [Diagnostic.Related], to writer: inout JSONWriter) {
    if related.isEmpty { return }
    writer.key("relatedLocations")
    writer.array(related) { writer, place in
      writer.object { writer in
        writePhysicalLocation(place.range, to: &writer)
        writeText("message", place.message, to: &writer)
      }
    }
  }

  private func writeFlow(_ finding: Diagnostic, to writer: inout JSONWriter) {
    if finding.path.isEmpty { return }
    writer.key("codeFlows")
    writer.array([finding.path]) { writer, path in
      writer.object { writer in
        writer.key("threadFlows")
        writer.array([path]) { writer, path in
          writer.object { writer in
            writer.key("locations")
            writer.array(path) { writeStep($1, of: finding, to: &$0) }
          }
        }
      }
    }
  }

  private func writeStep(_ node: String, of finding: Diagnostic, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("location")
      writer.object { writer in
        writePhysicalLocation(finding.range, to: &writer)
        writer.key("logicalLocations")
        writer.array([node]) { writer, node in
          writer.object { $0.field("fullyQualifiedName", node) }
        }
        writeText("message", node, to: &writer)
      }
    }
  }

  private func writeFix(_ fix: Diagnostic.Fix?, to writer: inout JSONWriter) {
    guard let fix, !fix.edits.isEmpty else { return }
    writer.key("fixes")
    writer.array([fix]) { writer, fix in
      writer.object { writer in
        writeText("description", fix.title, to: &writer)
        writer.key("artifactChanges")
        writer.array(fix.edits) { writeChange($1, to: &$0) }
      }
    }
  }

  private func writeChange(_ edit: Diagnostic.Edit, to writer: inout JSONWriter) {
    writer.object { writer in
      writeArtifact(of: edit.range, to: &writer)
      writer.key("replacements")
      writer.array([edit]) { writer, edit in
        writer.object { writer in
          writer.key("deletedRegion")
          writeRegion(edit.range, to: &writer)
          writeText("insertedContent", edit.replacement, to: &writer)
        }
      }
    }
  }

  private func writePhysicalLocation(_ range: SourceRange, to writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { writer in
      writeArtifact(of: range, to: &writer)
      writer.key("region")
      writeRegion(range, to: &writer)
    }
  }

  private func writeArtifact(of range: SourceRange, to writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { $0.field("uri", sources[range.file].path.asURI) }
  }

  private func writeRegion(_ range: SourceRange, to writer: inout JSONWriter) {
    let place = sources.resolve(range)
    writer.object { writer in
      writer.field("startLine", place.line)
      writer.field("startColumn", place.column)
      writer.field("endLine", place.endLine)
      writer.field("endColumn", place.endColumn)
    }
  }

  private func writeText(_ key: String, _ text: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.object { $0.field("text", text) }
  }
}

extension Severity {
  fileprivate var sarifLevel: String { self == .info ? "note" : rawValue }
}

extension String {
  /// A path as a relative URI, or a `file:` URI where it is absolute.
  fileprivate var asURI: String {
    var text = hasPrefix("/") ? "file://" : ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + hexadecimal(byte, digits: 2).uppercased()
      }
    }
    return text
  }
}
