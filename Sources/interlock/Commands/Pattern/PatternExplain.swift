import ArgumentParser
import EventPattern
import Reports

struct PatternExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say in words what a pattern matches.",
    discussion: """
        interlock pattern explain '{"detail": {"total": [{"numeric": [">=", 100]}]}}'
      """)

  @OptionGroup var options: PatternOptions
  @OptionGroup var console: ConsoleOptions

  @Argument(help: .init("The pattern.", valueName: "json|file|-"))
  var pattern: String

  func run() throws {
    try Console.write(explained(try options.read(pattern), console.output))
  }
}
