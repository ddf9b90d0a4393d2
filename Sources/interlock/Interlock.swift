import ArgumentParser
import Diagnostics
import Reports

@main
struct Interlock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interlock",
    abstract: "Lint, compile and cost event-driven topologies before they ship.",
    discussion: """
      Interlock reads what a team declares about its event routing: buses, rules, queues, functions. \
      It finds what can never fire, what goes round, what is lost and what it costs, and compiles \
      the rules to a table that a program matches events with.

        interlock lint topology/
        interlock compile topology/ -o routes.ilk
        interlock match routes.ilk events.ndjson

      Exit status: 0 nothing found, 1 findings, 2 wrong usage or invalid input, 3 a fault of Interlock.
      """,
    subcommands: [
      Lint.self, Compile.self, Match.self, Test.self, Cost.self, Graph.self, Sample.self,
      Pattern.self, Import.self, Explain.self, Rules.self, Facts.self, Prices.self,
    ])

  @Flag(help: "Print the version.") var version = false
  @Flag(help: .init("With --version: as JSON.")) var json = false

  func run() throws {
    if version {
      return try Console.write(json ? versionJSON : "interlock \(interlockVersion)\n")
    }
    throw CleanExit.helpRequest(self)
  }

  private var versionJSON: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("name", "interlock")
      writer.field("version", interlockVersion)
    }
    return writer.text + "\n"
  }
}

extension Interlock {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    leave(run(arguments))
  }

  /// Runs one command line and gives the exit status.
  private static func run(_ arguments: [String]) -> Int32 {
    do {
      try refuseUnknownCommand(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      return report(error)
    }
  }

  private static func report(_ error: any Error) -> Int32 {
    if let status = error as? ExitCode { return status.rawValue }
    if let refused = error as? Refused {
      Console.note(refused.text(ColorChoice.auto.palette(for: 2)))
      return 2
    }
    let text = fullMessage(for: error)
    switch exitCode(for: error) {
    case .success:
      try? Console.write(text + "\n")
      return 0
    case .validationFailure:
      Console.note(usageError(text))
      return 2
    default:
      Console.note("error: a fault of Interlock, please report it: \(text)\n")
      return 3
    }
  }

  /// ArgumentParser's message without the usage, which names every flag; where to find it stays.
  private static func usageError(_ text: String) -> String {
    let palette = ColorChoice.auto.palette(for: 2)
    var message = text.hasPrefix("Error: ") ? text.dropFirst(7) : text[...]
    var hint = ""
    if let usage = message.firstRange(of: "\nUsage:") ?? message.firstRange(of: "\nHelp:") {
      let rest = message[usage.lowerBound...].split(separator: "\n")
      hint = rest.last { $0.hasPrefix("  See '") }.map { "\($0)\n" } ?? ""
      message = message[..<usage.lowerBound]
    }
    if let help = message.firstRange(of: "\nHelp:") { message = message[..<help.lowerBound] }
    let first = message.prefix(1).lowercased()
    return "\(palette.paint("error", .error)): \(first)\(message.dropFirst())\n\(hint)"
  }

  private static func refuseUnknownCommand(_ arguments: [String]) throws(Refused) {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    let known = configuration.subcommands.map { $0._commandName } + ["help"]
    if known.contains(first) { return }
    let isPath = first.contains("/") || first.contains(".")
    let hint =
      isPath ? "to check a topology: interlock lint \(first)" : didYouMean(first, in: known)
    let list = "see 'interlock --help' for the commands"
    throw Refused("unknown command '\(first)': \(hint ?? list)")
  }
}
