import ArgumentParser
import Checks
import Diagnostics
import Reports

struct Facts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what the checks hold true of AWS, with source and date.",
    discussion: """
        interlock facts
        interlock facts quotas --format json
      """)

  @OptionGroup var console: ConsoleOptions

  @Argument(help: .init("Only topics that start with this.", valueName: "topic"))
  var topic: String?

  @Option(help: "How to print.")
  var format = ListFormat.text

  func run() throws {
    let wanted = allFacts.filter { fact in topic.map { fact.topic.hasPrefix($0) } ?? true }
    if wanted.isEmpty, let topic {
      let topics = Set(allFacts.map(\.topic))
      let hint =
        didYouMean(topic, in: topics) ?? "known: \(topics.sorted().joined(separator: ", "))"
      throw Refused("no facts on '\(topic)': \(hint)")
    }
    try Console.write(format == .json ? json(wanted) : text(wanted))
  }

  private func text(_ facts: [Fact]) -> String {
    let palette = console.output
    var text = ""
    var topic: String?
    for fact in facts {
      if fact.topic != topic {
        text += "\(topic == nil ? "" : "\n")\(palette.paint(fact.topic, .emphasis))\n"
        topic = fact.topic
      }
      text += "  \(fact.name): \(fact.value)\n"
      text += "    \(palette.paint("\(fact.source), read \(fact.asOf)", .faint))\n"
    }
    return text
  }

  private func json(_ facts: [Fact]) -> String {
    var writer = JSONWriter()
    writer.array(facts, isLineByLine: true) { writer, fact in
      writer.object { writer in
        writer.field("topic", fact.topic)
        writer.field("name", fact.name)
        writer.field("value", fact.value)
        writer.field("source", fact.source)
        writer.field("asOf", fact.asOf)
      }
    }
    return writer.text + "\n"
  }
}
