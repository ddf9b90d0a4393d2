import ArgumentParser
import EventPattern

struct PatternWitness: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness",
    abstract: "Show a short event that a pattern matches.",
    discussion: """
      Exit status 1: no event can match.

        interlock pattern witness '{"source": [{"prefix": "shop."}]}'
      """)

  @OptionGroup var options: PatternOptions

  @Argument(help: .init("The pattern.", valueName: "json|file|-"))
  var pattern: String

  func run() throws {
    let pattern = try options.read(pattern)
    let set = EventSet(pattern)
    if set.isEmpty == .yes {
      Console.note("no event can match this pattern\n")
      throw ExitCode(1)
    }
    guard let event = set.witness() else {
      throw Refused("no event was found within the bound of work")
    }
    guard case .match = PatternVerdict(pattern, event: Array(event.utf8)) else {
      throw Refused("the event that was found could not be confirmed")
    }
    try Console.write(event + "\n")
  }
}
