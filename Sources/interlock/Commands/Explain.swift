import ArgumentParser
import Checks
import Diagnostics
import Reports

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a rule's page: what it finds, why it matters, what to write instead.",
    discussion: """
        interlock explain delivery/no-permission
      """)

  @OptionGroup var console: ConsoleOptions

  @Argument(help: .init("The id of a rule, as in a finding.", valueName: "rule"))
  var rule: String

  func run() throws {
    if let page = page(of: rule) { return try Console.write(styledPage(page, console.output)) }
    let sameName = pageIDs.filter { $0.hasSuffix("/\(rule)") }
    if sameName.count == 1, let page = page(of: sameName[0]) {
      return try Console.write(styledPage(page, console.output))
    }
    let hint = didYouMean(rule, in: pageIDs) ?? "see 'interlock rules'"
    throw Refused("no rule is named '\(rule)': \(hint)")
  }
}
