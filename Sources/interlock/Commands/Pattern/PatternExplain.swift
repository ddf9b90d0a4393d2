import ArgumentParser
import Diagnostics
import EventPattern
import Reports

struct PatternExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say in words what a pattern matches, and what looks mistaken in it.",
    discussion: """
        interlock pattern explain '{"detail": {"total": [{"numeric": [">=", 100]}]}}'
      """)

  @OptionGroup var options: PatternOptions
  @OptionGroup var console: ConsoleOptions

  @Argument(help: .init("The pattern.", valueName: "json|file|-"))
  var pattern: String

  func run() throws {
    let text = try options.bytes(of: pattern)
    let read = try options.read(text, of: pattern)
    var output = read.explanation()
    let warnings = read.warnings()
    if !warnings.isEmpty {
      var sources = SourceMap()
      _ = sources.add(SourceFile(path: PatternOptions.path(of: pattern), bytes: text))
      output += "\n" + TextReport(sources: sources, palette: console.output).render(warnings)
    }
    try Console.write(output)
  }
}
