import ArgumentParser
import Diagnostics
import EventMatcher
import EventPattern
import Reports
import TableCompiler

struct Compile: ParsableCommand {
  enum Emission: String, CaseIterable, ExpressibleByArgument { case table, json, c, swift }

  static let configuration = CommandConfiguration(
    abstract: "Compile the rules of the buses to a table that events are matched with.",
    discussion: """
      The topology is validated first. The table is a file format of its own: one file, no pointers, \
      read by the Swift and C libraries and by 'interlock match'.

        interlock compile topology/ -o routes.ilk
        interlock compile topology/ --bus logistics --stats -o routes.ilk
        interlock compile topology/ --emit json
        interlock compile topology/ --emit c -o routes.c
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var console: ConsoleOptions

  @Option(
    name: .shortAndLong, help: .init("Where to write; '-' is standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: """
      What to write: the table; what is in it, as JSON; or the table as a source for C or Swift, with \
      the rules' numbers by name.
      """)
  var emit = Emission.table

  @Option(help: .init("Only the rules of this bus.", valueName: "name"))
  var bus: String?

  @Flag(help: "Say on standard error what went into the table.")
  var stats = false

  func validate() throws {
    if emit == .table, output == nil {
      throw ValidationError("name the table's file: -o routes.ilk")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let routed = try RoutedTable(try input.readSound().system, bus: bus)
    routed.noteUnknown()
    let (bytes, statistics) = try routed.compiledWithStatistics()
    let description = TableDescription(routed: routed, statistics: statistics)
    let source = SourceEmission(
      rules: routed.rules, bytes: bytes, stem: RuleIdentifiers.stem(of: output))
    switch emit {
    case .table: try deliver(bytes, to: output)
    case .json: try deliver(description.json(), to: output)
    case .c: try deliver(source.c(), to: output)
    case .swift: try deliver(source.swift(), to: output)
    }
    if stats { Console.note(description.text(in: clock.now - start)) }
  }
}
