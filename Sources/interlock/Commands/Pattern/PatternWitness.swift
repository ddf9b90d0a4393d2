import ArgumentParser
import EventPattern

struct PatternWitness: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness",
    abstract: "Show a short event that a pattern matches.",
    discussion: """
      The compiled table confirms every event that is shown. Exit status 1: no event can match.

        interlock pattern witness '{"source": [{"prefix": "shop."}]}'
        interlock pattern witness new.json --not old.json
      """)

  @OptionGroup var options: PatternOptions

  @Argument(help: .init("The pattern.", valueName: "json|file|-"))
  var pattern: String

  @Option(
    help: .init(
      "A pattern that the event must not match; may be given several times.",
      valueName: "json|file|-"))
  var not: [String] = []

  func validate() throws {
    if ([pattern] + not).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("only one pattern can come from standard input")
    }
  }

  func run() throws {
    let pattern = try options.read(pattern)
    let others = try not.map { argument throws(Refused) in try options.read(argument) }
    let set = others.reduce(EventSet(pattern)) { $0.subtracting(EventSet($1)) }
    if set.isEmpty == .yes {
      Console.note(
        others.isEmpty
          ? "no event can match this pattern\n"
          : "no event can match this pattern and not the other\(others.count > 1 ? "s" : "")\n")
      throw ExitCode(1)
    }
    guard let event = set.witness() else {
      throw Refused("no event was found within the bound of work")
    }
    let bytes = Array(event.utf8)
    guard PatternVerdict(pattern, event: bytes).isMatch,
      !others.contains(where: { PatternVerdict($0, event: bytes).isMatch })
    else { throw Refused("the event that was found could not be confirmed") }
    try Console.write(event + "\n")
  }
}
