import ArgumentParser
import Diagnostics
import Reports
import Topology

enum TestFormat: String, CaseIterable, ExpressibleByArgument { case text, json, junit }

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the topology's own tests: events and where they must and must not arrive.",
    discussion: """
      Each event is followed from its bus over rules, topics, queues and pipes; filters are decided \
      by the compiled table. Exit status 1: a test failed.

        tests:
          - name: an express pickup leaves on the next van
            event: {source: logistics.pickup, detail: {service: express}}
            on: bus/logistics
            reaches: [queue/express]
            misses: [queue/sorting]

        interlock test topology/
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var console: ConsoleOptions

  @Option(help: "How to print.")
  var format = TestFormat.text

  func run() throws {
    let system = try input.readSound().system
    let results = try RouteTestRun(system.topology).results()
    let report = TestReport(results: results, sources: system.sources)
    try Console.write(report.render(format, console.output))
    if report.failed > 0 { throw ExitCode(1) }
  }
}
