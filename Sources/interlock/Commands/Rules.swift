import ArgumentParser
import Checks
import Diagnostics
import Reports

enum ListFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules with their severity and the profile that runs them.",
    discussion: """
        interlock rules
        interlock rules loop delivery --format json
      """)

  @OptionGroup var console: ConsoleOptions

  @Argument(help: .init("Only these categories.", valueName: "category"))
  var categories: [String] = []

  @Option(help: "How to print.")
  var format = ListFormat.text

  func run() throws {
    let all = Set(allFindingKinds.map { $0.category })
    for name in categories where !all.contains(name) {
      let hint = didYouMean(name, in: all) ?? "known: \(all.sorted().joined(separator: ", "))"
      throw Refused("no category is named '\(name)': \(hint)")
    }
    let wanted = allFindingKinds.filter { categories.isEmpty || categories.contains($0.category) }
    try Console.write(format == .json ? json(wanted) : text(wanted))
  }

  private func text(_ kinds: [any FindingKind.Type]) -> String {
    var table = TextTable()
    table.add(["rule", "severity", "profile", "what"], .faint)
    for kind in kinds {
      table.add([kind.id, kind.severity.rawValue, kind.profile.rawValue, kind.summary])
    }
    return table.render(console.output)
  }

  private func json(_ kinds: [any FindingKind.Type]) -> String {
    var writer = JSONWriter()
    writer.array(kinds, isLineByLine: true) { writer, kind in
      writer.object { writer in
        writer.field("id", kind.id)
        writer.field("severity", kind.severity.rawValue)
        writer.field("profile", kind.profile.rawValue)
        writer.field("summary", kind.summary)
      }
    }
    return writer.text + "\n"
  }
}
