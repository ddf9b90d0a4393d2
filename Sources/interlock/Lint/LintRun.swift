import Checks
import Diagnostics
import Reports
import RoutingGraph
import Topology

/// One reading and checking of a topology.
struct LintRun {
  private(set) var report: LintReport
  /// What is wrong with the text; no baseline holds it.
  private let textFindings: [Diagnostic]
  private var found: [Diagnostic]
  /// The text itself was invalid.
  let isInvalid: Bool
  /// Events have more ways than were followed, so loops may be missing.
  let isPartial: Bool

  /// Only findings that touch the `changed` files, where there are any.
  init(
    _ system: LoadedSystem, _ options: CheckOptions, limits: Limits = Limits(), changed: [String]
  ) {
    let graph = RoutingGraph(system.topology)
    let context = CheckContext(topology: system.topology, graph: graph, limits: limits)
    let result = check(context, options: options, comments: system.comments, in: system.sources)
    let touched = changed.isEmpty ? nil : ChangedFiles(changed, in: system.sources)
    found = result.findings.filter { touched?.touches($0) ?? true }
    report = LintReport(
      sources: system.sources, findings: (system.diagnostics + found).inOutputOrder(),
      summary: .init(
        files: system.sources.files.count, resources: system.topology.resources.count,
        routes: graph.edges.count, suppressed: result.suppressed.count),
      rules: allFindingKinds.map { .init(id: $0.id, severity: $0.severity, summary: $0.summary) })
    textFindings = system.diagnostics
    isInvalid = textFindings.hasErrors
    isPartial = !context.flows.isComplete
  }

  /// The report without what is wrong with the text.
  var checked: LintReport {
    var checked = report
    checked.findings = found
    return checked
  }

  /// Takes the findings out that the baseline knows.
  mutating func apply(_ baseline: Baseline) -> (known: Int, gone: Int) {
    let split = baseline.split(checked)
    found = split.new
    report.findings = (textFindings + found).inOutputOrder()
    return (split.known, split.gone)
  }
}

/// The files that a change is about.
private struct ChangedFiles {
  private var files: Set<FileID> = []

  init(_ paths: [String], in sources: SourceMap) {
    let wanted = Set(paths.map { resolvedPath($0) ?? normalizedPath($0) })
    for (index, file) in sources.files.enumerated()
    where wanted.contains(resolvedPath(file.path) ?? normalizedPath(file.path)) {
      files.insert(FileID(index))
    }
  }

  /// True where the finding stands in one of the files or names a place in it.
  func touches(_ finding: Diagnostic) -> Bool {
    files.contains(finding.range.file)
      || finding.related.contains { files.contains($0.range.file) }
  }
}
