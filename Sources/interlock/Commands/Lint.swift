import ArgumentParser
import Checks
import Diagnostics
import Reports

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

  @Flag(
    help: "The paths only say what changed: read the configured topology, report as with --changed."
  )
  var asChanged = false

  @Option(help: .init("Say nothing of the findings in this file.", valueName: "file"))
  var baseline: String?

  @Option(help: .init("Write all findings to a baseline, and report none.", valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "With --baseline: take out of it what is found no more.")
  var pruneBaseline = false

  @Flag(help: "Make the changes that findings offer, then report what is left.")
  var fix = false

  @Flag(help: "With --fix: print the changes and make none.")
  var diff = false

  func validate() throws {
    let toOutput = format.filter { $0.file == nil }
    if toOutput.count > 1 {
      throw ValidationError(
        "only one format can go to standard output: write the others as '--format "
          + "\(toOutput[1].format.rawValue)=FILE'")
    }
    if diff, !fix { throw ValidationError("--diff goes with --fix") }
    if pruneBaseline, baseline == nil {
      throw ValidationError("--prune-baseline goes with --baseline")
    }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("--baseline and --write-baseline exclude each other")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let (selected, ignored, named) = words()
    let config = try Config.find(above: named)
    let paths = config.paths(or: asChanged ? [] : named)
    let changed = asChanged ? changed + named : changed
    let options = CheckOptions(
      profile: profile ?? config.profile ?? .essential,
      select: selected.isEmpty ? config.select : selected, ignore: ignored + config.ignore)
    if !options.mistakes.isEmpty { throw Refused(options.mistakes) }
    let reading = try input.reading
    func lint() throws(Refused) -> LintRun {
      let systems = try LoadedSystem.readAll(paths, reading)
      return LintRun(systems, options, limits: config.limits, changed: changed)
    }
    var run = try lint()
    if let writeBaseline { return try write(Baseline(run.checked), to: writeBaseline) }
    if let baseline { try apply(baseline, to: &run) }
    if fix {
      let plan = FixPlan(run.report.findings)
      if diff { return try Console.write(plan.diff(run.report.sources, console.output)) }
      try make(plan, in: run.report.sources)
      if plan.applied > 0 {
        run = try lint()
        if let baseline { _ = run.apply(try readBaseline(baseline)) }
      }
    }
    try deliver(run.report, took: clock.now - start)
    if run.isPartial {
      Console.note(
        "note: events have more ways than are followed here; loops may be missing from the findings\n"
      )
    }
    if run.isInvalid { throw ExitCode(2) }
    if (failOn ?? config.failOn ?? .error).isMet(by: run.report.findings) { throw ExitCode(1) }
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

  private func write(_ baseline: Baseline, to path: String) throws(Refused) {
    try interlock.deliver(baseline.json, to: path)
    Console.note("\(counted(baseline.count, "finding")) written to \(path.printable)\n")
  }

  private func apply(_ path: String, to run: inout LintRun) throws(Refused) {
    let baseline = try readBaseline(path)
    if pruneBaseline { try interlock.deliver(baseline.pruned(by: run.checked).json, to: path) }
    let (known, gone) = run.apply(baseline)
    let rest = gone == 0 ? "" : pruneBaseline ? ", \(gone) taken out" : ", \(gone) found no more"
    Console.note("baseline: \(counted(known, "known finding"))\(rest)\n")
  }

  private func readBaseline(_ path: String) throws(Refused) -> Baseline {
    try Baseline.read(path, limit: input.bounds.maxBytes)
  }

  private func make(_ plan: FixPlan, in sources: SourceMap) throws(Refused) {
    for file in plan.edits.keys.sorted() {
      let path = sources[file].path
      if path == "<stdin>" { throw Refused("standard input cannot be changed: use --fix --diff") }
      try interlock.deliver(plan.bytes(of: file, in: sources), to: path)
    }
    let left = plan.skipped > 0 ? ", \(plan.skipped) left for another run" : ""
    Console.note("made \(counted(plan.applied, "change"))\(left)\n")
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
