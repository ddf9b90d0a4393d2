import ArgumentParser
import Diagnostics
import EventMatcher
import EventPattern
import Reports
import TableCompiler

struct Compile: ParsableCommand {
  enum Emission: String, CaseIterable, ExpressibleByArgument { case table, json }

  static let configuration = CommandConfiguration(
    abstract: "Compile the rules of the buses to a table that events are matched with.",
    discussion: """
      The topology is validated first. The table is a file format of its own: one file, no pointers, \
      read by the Swift and C libraries and by 'interlock match'.

        interlock compile topology/ -o routes.ilk
        interlock compile topology/ --bus logistics --stats -o routes.ilk
        interlock compile topology/ --emit json
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var console: ConsoleOptions

  @Option(name: .shortAndLong, help: .init("Where to write; '-' is standard output.", valueName: "file"))
  var output: String?

  @Option(help: "What to write: the table, or the validated rules as JSON.")
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
    let bytes = try emit == .table ? routed.compiled() : Array(json(routed.rules).utf8)
    try deliver(bytes, to: output)
    if stats { Console.note(statistics(routed, bytes.count, clock.now - start)) }
  }

  private func json(_ rules: [RoutedRule]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.key("rules")
      writer.array(rules, isLineByLine: true) { writer, rule in
        writer.object { writer in
          writer.field("bus", rule.scope)
          writer.field("rule", rule.name)
          writer.key("pattern")
          writer.raw(rule.pattern.json)
          writer.field("targets", rule.targets)
        }
      }
    }
    return writer.text + "\n"
  }

  private func statistics(_ routed: RoutedTable, _ size: Int, _ time: Duration) -> String {
    let rules = routed.rules
    let conjunctions = rules.reduce(0) { $0 + $1.pattern.alternatives.count }
    let paths = Set(rules.flatMap { $0.pattern.alternatives.flatMap { $0.fields.map(\.path) } })
    let text = rules.reduce(0) { $0 + $1.pattern.byteCount }
    var lines = [
      "\(counted(rules.count, "rule")) on \(counted(Set(rules.map(\.scope)).count, "bus", "buses"))"
        + ", \(counted(conjunctions, "conjunction")), \(counted(paths.count, "field"))",
      "\(grouped(size)) bytes from \(grouped(text)) bytes of patterns, in \(time.inWords)",
    ]
    if routed.disabled > 0 { lines.append("left out: \(counted(routed.disabled, "disabled rule"))") }
    if routed.scheduled > 0 {
      lines.append("left out: \(counted(routed.scheduled, "rule")) without a pattern")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
