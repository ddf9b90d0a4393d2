import ArgumentParser
import Checks
import Diagnostics
import Reports
import RoutingGraph
import Topology

extension Profile: ExpressibleByArgument {}
extension FailOn: ExpressibleByArgument {}

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check topologies: what cannot work, what is lost, what goes round.",
    discussion: """
      Reads all the given files together and prints what is wrong, each finding with the line that \
      causes it and, where it speaks of events, with one that proves it.

        interlock lint topology/
        interlock lint topology/ --profile recommended --ignore style
        interlock lint topology/ --format text --format sarif=interlock.sarif

      A finding is silenced where it stands, with a reason:
        # interlock:ignore loop/event-loop -- the consumer drops its own events
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var console: ConsoleOptions

  @Option(
    help: .init(
      "How to print: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")). Repeat it for several; 'json=out.json' writes a file.",
      valueName: "format[=file]"),
    transform: { try FormatRequest($0) })
  var format: [FormatRequest] = []

  @Option(help: "How much to say (default: essential).")
  var profile: Profile?

  @Option(
    parsing: .upToNextOption,
    help: .init("Only these rules: ids, categories or globs.", valueName: "id"))
  var select: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: .init("Not these rules: ids, categories or globs.", valueName: "id"))
  var ignore: [String] = []

  @Option(help: "The lowest severity that makes the exit status 1 (default: error).")
  var failOn: FailOn?

  @Option(
    parsing: .upToNextOption,
    help: .init("Report only findings that touch these files.", valueName: "file"))
  var changed: [String] = []

  func validate() throws {
    let toOutput = format.filter { $0.file == nil }
    if toOutput.count > 1 {
      throw ValidationError(
        "only one format can go to standard output: write the others as '--format "
          + "\(toOutput[1].format.rawValue)=FILE'")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let (selected, ignored, paths) = words()
    let config = try Config.find(above: paths)
    let options = CheckOptions(
      profile: profile ?? config.profile ?? .essential,
      select: selected.isEmpty ? config.select : selected, ignore: ignored + config.ignore)
    if !options.mistakes.isEmpty { throw Refused(options.mistakes) }
    let system = try LoadedSystem(config.paths(or: paths), limits: input.bounds.limits)
    let (report, failed) = lint(system, options, config.limits)
    try deliver(report, took: clock.now - start)
    if failed { throw ExitCode(2) }
    if (failOn ?? config.failOn ?? .error).isMet(by: report.findings) { throw ExitCode(1) }
  }

  /// What is selected, ignored and read: `--select` takes words up to the next flag, and one among
  /// them that names no rule but is there to be read is a path.
  private func words() -> (select: [String], ignore: [String], paths: [String]) {
    var paths = input.paths
    func ids(_ words: [String]) -> [String] {
      var ids: [String] = []
      for word in words.flatMap({ $0.split(separator: ",").map(String.init) }) {
        let isRule = CheckOptions(select: [word]).mistakes.isEmpty
        let isPath = !isRule && (word == "-" || (try? kind(of: word)) != nil)
        if isPath { paths.append(word) } else { ids.append(word) }
      }
      return ids
    }
    return (ids(select), ids(ignore), paths)
  }

  /// The findings, and whether the text itself was invalid.
  private func lint(
    _ system: LoadedSystem, _ options: CheckOptions, _ limits: Limits
  ) -> (LintReport, Bool) {
    let graph = RoutingGraph(system.topology)
    let context = CheckContext(topology: system.topology, graph: graph, limits: limits)
    let result = check(context, options: options, comments: system.comments, in: system.sources)
    if !context.flows.isComplete {
      Console.note(
        "note: events have more ways than are followed here; loops may be missing from the findings\n")
    }
    let touched = changedFiles(system.sources)
    let found = result.findings.filter { touched?.touches($0) ?? true }
    let report = LintReport(
      sources: system.sources, findings: (system.diagnostics + found).inOutputOrder(),
      summary: .init(
        files: system.sources.files.count, resources: system.topology.resources.count,
        routes: graph.edges.count, suppressed: result.suppressed.count),
      rules: allFindingKinds.map { .init(id: $0.id, severity: $0.severity, summary: $0.summary) })
    return (report, system.diagnostics.hasErrors)
  }

  private func changedFiles(_ sources: SourceMap) -> ChangedFiles? {
    changed.isEmpty ? nil : ChangedFiles(changed, in: sources)
  }

  private func deliver(_ report: LintReport, took: Duration) throws {
    let requests = try format.isEmpty ? [FormatRequest("text")] : format
    for request in requests {
      let palette = request.file == nil ? console.output : .plain
      try interlock.deliver(request.format.render(report, palette: palette), to: request.file)
    }
    if requests.contains(where: { $0.format == .text && $0.file == nil }) {
      let gap = report.findings.isEmpty ? "" : "\n"
      let time = console.messages.paint("in \(took.inWords)", .faint)
      Console.note("\(gap)\(report.summaryLine(console.messages)) \(time)\n")
    }
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
