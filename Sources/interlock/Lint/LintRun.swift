import Checks
import Diagnostics
import Reports
import RoutingGraph
import Topology

/// One reading and checking of the topologies that were found.
struct LintRun {
  private(set) var report: LintReport
  /// What is wrong with the text; no baseline holds it.
  private var textFindings: [Diagnostic] = []
  private var found: [Diagnostic] = []
  /// Events have more ways than were followed, so loops may be missing.
  private(set) var isPartial = false

  /// The text itself was invalid.
  var isInvalid: Bool { textFindings.hasErrors }

  /// Only findings that touch the `changed` files, where there are any.
  ///
  /// INVARIANT: there is a system, and all of them share their sources.
  init(
    _ systems: [LoadedSystem], _ options: CheckOptions, limits: Limits, changed: [String]
  ) {
    let sources = systems.first?.sources ?? SourceMap()
    report = LintReport(
      sources: sources, findings: [], summary: .init(systems: systems.count),
      rules: allFindingKinds.map { .init(id: $0.id, severity: $0.severity, summary: $0.summary) })
    let touched = changed.isEmpty ? nil : ChangedFiles(changed, in: sources)
    for system in systems { add(system, options, limits, touched) }
    report.findings = (textFindings + found).inOutputOrder()
  }

  private mutating func add(
    _ system: LoadedSystem, _ options: CheckOptions, _ limits: Limits, _ touched: ChangedFiles?
  ) {
    let graph = RoutingGraph(system.topology)
    let context = CheckContext(topology: system.topology, graph: graph, limits: limits)
    let (told, invalid) = system.diagnostics.parted { $0.id.hasPrefix("template/") }
    let result = check(
      context, options: options, told: told, comments: system.comments, in: system.sources)
    textFindings += invalid
    var findings = result.findings.filter { touched?.touches($0) ?? true }
    if system.isImported { findings = findings.map(system.inItsOwnWords) }
    found += findings
    isPartial = isPartial || !context.flows.isComplete
    report.summary.files += system.files.count
    report.summary.resources += system.topology.resources.count
    report.summary.routes += graph.edges.count
    report.summary.suppressed += result.suppressed.count
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

extension [Diagnostic] {
  fileprivate func parted(_ isFirst: (Diagnostic) -> Bool) -> ([Diagnostic], [Diagnostic]) {
    (filter(isFirst), filter { !isFirst($0) })
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
