import ArgumentParser
import Diagnostics
import TemplateImport

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write what templates declare as a topology of Interlock's own language.",
    discussion: """
      Reads CloudFormation and SAM templates, Terraform plans and output of the AWS CLI. Comments say \
      where each part came from; what could not be read is listed at the top, never dropped in silence.

        interlock import template.yaml -o topology.yaml
        interlock import plan.json --parameter Stage=prod
      """)

  @OptionGroup var input: InputOptions

  @Option(name: .shortAndLong, help: .init("Write to a file.", valueName: "file"))
  var output: String?

  func run() throws {
    let system = try input.readSound().system
    guard let document = system.imported else {
      let place = input.paths.map { "'\($0)'" }.joined(separator: ", ")
      throw Refused(
        "\(place.isEmpty ? "it" : place) is a topology of Interlock's own language already")
    }
    let unread = system.diagnostics.filter { $0.id == "template/not-read" }
    try deliver(NativeWriter.text(of: document, unread: unread, in: system.sources), to: output)
    for finding in unread {
      let place = system.sources.resolve(finding.range)
      Console.note("note: \(place.path):\(place.line): \(finding.message)\n")
    }
  }
}
