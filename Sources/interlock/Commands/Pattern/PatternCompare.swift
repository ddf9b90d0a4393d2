import ArgumentParser
import EventPattern
import Reports

struct PatternCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say how two patterns stand to each other, with events that show it.",
    discussion: """
      The answer is 'equal', 'A inside B', 'B inside A', 'overlapping', 'disjoint' or 'not decided'.

        interlock pattern compare old.json new.json
      """)

  @OptionGroup var options: PatternOptions

  @Argument(help: .init("A pattern.", valueName: "a"))
  var first: String

  @Argument(help: .init("Another pattern.", valueName: "b"))
  var second: String

  @Option(help: "How to print.")
  var format = ListFormat.text

  func validate() throws {
    if first == "-", second == "-" {
      throw ValidationError("only one pattern can come from standard input")
    }
  }

  func run() throws {
    let comparison = PatternComparison(try options.read(first), try options.read(second))
    try Console.write(format == .json ? comparison.json : comparison.text)
  }
}
