import Diagnostics

/// The suppressions of all files, and what is wrong with how they are written.
struct Suppressions {
  /// One rule silenced at one place.
  private struct Entry {
    var id: Located<String>
    var reason: String
  }

  /// A line of a file; line 0 stands for the whole file.
  private struct Place: Hashable {
    var file: FileID
    var line: Int
    var id: String
  }

  private var entries: [Place: Entry] = [:]
  private var mistakes: [Diagnostic] = []
  private let sources: SourceMap
  private let kinds: [any FindingKind.Type]

  init(_ comments: [Located<String>], in sources: SourceMap, kinds: [any FindingKind.Type]) {
    self.sources = sources
    self.kinds = kinds
    for comment in comments {
      if let directive = Directive(comment) { read(directive) }
    }
  }

  private mutating func read(_ directive: Directive) {
    guard let line = line(of: directive) else { return }
    if directive.ids.isEmpty {
      mistakes.append(UnknownSuppression.finding(noRuleIn: directive))
      return
    }
    guard let reason = directive.reason else {
      mistakes.append(UnreasonedSuppression.finding(directive))
      return
    }
    for id in directive.ids {
      if let finding = UnknownSuppression.finding(id, among: kinds) {
        mistakes.append(finding)
      } else {
        let place = Place(file: id.range.file, line: line, id: id.value)
        if entries[place] == nil { entries[place] = Entry(id: id, reason: reason) }
      }
    }
  }

  /// The line that the directive speaks of, 0 for the file; nil, with a finding, for none.
  private mutating func line(of directive: Directive) -> Int? {
    let file = sources[directive.range.file]
    switch directive.verb {
    case "ignore":
      return file.lineSpokenOf(byCommentAt: Int(directive.range.start))
    case "ignore-file":
      if file.hasOnlyComments(before: Int(directive.range.start)) { return 0 }
      mistakes.append(UnusedSuppression.finding(belowTop: directive))
    default:
      mistakes.append(UnknownSuppression.finding(verbOf: directive))
    }
    return nil
  }

  /// Parts the findings into those that stand and those silenced, and adds what is wrong with the
  /// suppressions themselves. A suppression of a check that did not run is left alone.
  func apply(to findings: [Diagnostic], options: CheckOptions) -> CheckResult {
    var result = CheckResult(findings: [], suppressed: [])
    var used: Set<Place> = []
    for finding in findings {
      if let place = place(silencing: finding), let entry = entries[place] {
        used.insert(place)
        result.suppressed.append(SuppressedFinding(finding: finding, reason: entry.reason))
      } else {
        result.findings.append(finding)
      }
    }
    let idle = entries.filter { !used.contains($0.key) && hasRun($0.key.id, options) }
    let own = mistakes + idle.values.map { UnusedSuppression.finding($0.id) }
    let wanted = Set(suppressionFindings.filter(options.includes).map { $0.id })
    result.findings += own.filter { wanted.contains($0.id) }
    result.findings = result.findings.inOutputOrder()
    return result
  }

  private func place(silencing finding: Diagnostic) -> Place? {
    let file = finding.range.file
    let line = sources[file].position(at: Int(finding.range.start)).line
    return [line, 0].map { Place(file: file, line: $0, id: finding.id) }
      .first { entries[$0] != nil }
  }

  private func hasRun(_ id: String, _ options: CheckOptions) -> Bool {
    kinds.contains { $0.id == id && options.includes($0) }
  }
}
