package import Diagnostics

/// Findings that are known and let be, by fingerprint: they stay known when lines move.
package struct Baseline: Sendable {
  private var entries: [String: Entry]

  private struct Entry: Sendable {
    var id: String
    var resource: String?
    var message: String
  }

  /// All findings of a report.
  package init(_ report: LintReport) {
    entries = [:]
    for (finding, name) in zip(report.findings, report.fingerprints) {
      entries[name] = Entry(id: finding.id, resource: finding.resource, message: finding.message)
    }
  }

  /// What a file holds, given as `fingerprint`, `id`, `resource` and `message` of each entry.
  package init(entries: [(fingerprint: String, id: String, resource: String?, message: String)]) {
    self.entries = Dictionary(
      entries.map { ($0.fingerprint, Entry(id: $0.id, resource: $0.resource, message: $0.message)) },
      uniquingKeysWith: { first, _ in first })
  }

  package var count: Int { entries.count }

  /// Parts a report's findings into new and known ones.
  package func split(_ report: LintReport) -> (new: [Diagnostic], known: Int, gone: Int) {
    let names = report.fingerprints
    var new: [Diagnostic] = []
    var seen: Set<String> = []
    for (finding, name) in zip(report.findings, names) {
      if entries[name] != nil { seen.insert(name) } else { new.append(finding) }
    }
    return (new, seen.count, entries.count - seen.count)
  }

  /// Without the entries that no finding of the report has any more.
  package func pruned(by report: LintReport) -> Baseline {
    let names = Set(report.fingerprints)
    var baseline = self
    baseline.entries = entries.filter { names.contains($0.key) }
    return baseline
  }

  /// One entry a line, sorted, so that changes read well.
  package var json: String {
    let sorted = entries.sorted { a, b in
      (a.value.id, a.value.message, a.key) < (b.value.id, b.value.message, b.key)
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.key("findings")
      writer.array(sorted, isLineByLine: true) { writer, entry in
        writer.object { writer in
          writer.field("id", entry.value.id)
          writer.field("fingerprint", entry.key)
          writer.field("resource", entry.value.resource)
          writer.field("message", entry.value.message)
        }
      }
    }
    return writer.text + "\n"
  }
}
