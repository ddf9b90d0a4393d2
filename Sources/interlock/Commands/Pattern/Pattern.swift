import ArgumentParser
import EventPattern

struct Pattern: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try, explain and compare single event patterns.",
    discussion: """
      A pattern or event is given as JSON text, as the name of a file, or as '-' for standard input.
      """,
    subcommands: [PatternTest.self, PatternExplain.self, PatternCompare.self, PatternWitness.self])
}

struct PatternOptions: ParsableArguments {
  @Option(help: "Whose grammar: \(PatternDialect.knownNames).")
  var dialect = PatternDialect.eventBridge.name

  @OptionGroup var bounds: InputBounds

  /// The pattern that an argument means.
  func read(_ argument: String) throws(Refused) -> EventPattern {
    try read(bytes(of: argument), of: argument)
  }

  /// The pattern in `text`; the argument says where it is from.
  func read(_ text: [UInt8], of argument: String) throws(Refused) -> EventPattern {
    do throws(InvalidPattern) {
      return try EventPattern(json: text, dialect: dialectValue)
    } catch {
      throw Refused.invalidPattern(error, text, Self.path(of: argument))
    }
  }

  /// How the text is named in findings.
  static func path(of argument: String) -> String {
    if argument.contains("{") { return "<pattern>" }
    return argument == "-" ? "<stdin>" : argument
  }

  private var dialectValue: PatternDialect {
    PatternDialect(named: dialect) ?? .eventBridge
  }

  func validate() throws {
    if PatternDialect(named: dialect) == nil {
      throw ValidationError("unknown dialect '\(dialect)': known: \(PatternDialect.knownNames)")
    }
  }

  /// JSON text as given, or what the file holds.
  func bytes(of argument: String) throws(Refused) -> [UInt8] {
    if argument.first(where: { !$0.isWhitespace }) == "{" { return Array(argument.utf8) }
    do {
      return try argument == "-"
        ? readStandardInput(limit: bounds.maxBytes)
        : readFile(argument, limit: bounds.maxBytes)
    } catch {
      throw Refused("cannot read '\(argument)': \(error.reason)")
    }
  }
}
