import ArgumentParser
import Diagnostics
import EventMatcher
import Reports
import YAMLTree

struct Match: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say for each event which rules match and where it goes.",
    discussion: """
      Events are JSON objects, one a line, read from a file or from standard input ('-'); each gives \
      one line of output:

        {"line":1,"rules":["logistics/express-pickups"],"targets":["queue/express"]}

      Lines that are no event are reported on standard error with their number, and the exit status \
      is 2.

        interlock match routes.ilk events.ndjson
        zcat events.gz | interlock match topology/ - --unmatched
        interlock match routes.ilk events.ndjson --count
      """)

  @OptionGroup var bounds: InputBounds
  @OptionGroup var console: ConsoleOptions

  @Argument(
    help: .init(
      "A compiled table, or the files of a topology; then the events' file or '-'.",
      valueName: "table-or-path"))
  var paths: [String]

  @Option(help: .init("Only rules of this bus.", valueName: "name"))
  var bus: String?

  @Flag(help: "Print how many events each rule takes instead of a line an event.")
  var count = false

  @Flag(help: "Print only events that no rule takes.")
  var unmatched = false

  @Flag(help: "Refuse an event for a broken value that no rule looks at, too.")
  var strict = false

  @Flag(
    help: .init(
      "Stop reading an event once all that rules look at was seen: for events known to be well "
        + "formed, without repeated keys."))
  var trusting = false

  @Option(
    help: .init("Threads that match; by default one a processor.", valueName: "count"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...Self.mostJobs).contains(jobs) {
      throw ValidationError("--jobs must be between 1 and \(Self.mostJobs)")
    }
    if paths.count < 2 {
      throw ValidationError(
        "name the events' file after the table or topology, or '-' for standard input")
    }
    if strict, trusting { throw ValidationError("--strict and --trusting exclude each other") }
    if count, unmatched { throw ValidationError("--count and --unmatched exclude each other") }
  }

  private static let mostJobs = 256

  func run() throws {
    let table = try readTable(Array(paths.dropLast()))
    let rules = try TableRules(table, bus: bus)
    let events = try openEvents(paths[paths.count - 1])
    let mode = count ? MatchRun.Mode.count : unmatched ? .unmatched : .all
    let run = try MatchRun(
      table, rules, mode, checking: strict ? .strict : trusting ? .trusting : .structure,
      jobs: min(jobs ?? processorCount(), Self.mostJobs), events, named: paths[paths.count - 1],
      palette: console.messages)
    let badLines = try run.matchAll()
    if badLines > 0 { throw ExitCode(2) }
  }

  private func openEvents(_ path: String) throws(Refused) -> ChunkReader {
    do {
      let file = try path == "-" ? ByteFile.standardInput() : ByteFile(reading: path)
      return ChunkReader(file, limit: bounds.maxBytes)
    } catch {
      throw Refused("cannot read the events '\(path)': \(error.reason)")
    }
  }

  private func readTable(_ paths: [String]) throws(Refused) -> RuleTable {
    if paths.count == 1, let table = try readCompiled(paths[0]) { return table }
    let system = try LoadedSystem.sound(paths, ReadingOptions(limits: bounds.limits))
    do {
      let routed = try RoutedTable(system, bus: bus)
      routed.noteUnknown()
      return try RuleTable(routed.compiled())
    } catch let refused as Refused {
      throw refused
    } catch {
      throw Refused("the compiled table does not load: please report it")
    }
  }

  /// The table in a file that starts like one; nil for anything else.
  private func readCompiled(_ path: String) throws(Refused) -> RuleTable? {
    guard (try? kind(of: path)) == .regular,
      (try? readStart(of: path, count: 8))?.prefix(8).elementsEqual("ILKROUTE".utf8) == true
    else { return nil }
    do {
      return try RuleTable(readFile(path, limit: .max))
    } catch let problem as FileProblem {
      throw Refused("cannot read '\(path)': \(problem.reason)")
    } catch let error as TableError {
      throw Refused("'\(path)' is no sound table: \(error.message) (byte \(error.offset))")
    } catch {
      throw Refused("cannot read '\(path)'")
    }
  }
}
