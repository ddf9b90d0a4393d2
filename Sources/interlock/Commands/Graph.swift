import ArgumentParser
import Diagnostics
import Reports
import RoutingGraph

extension GraphFormat: ExpressibleByArgument {}

struct Graph: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the routes: who hands events to whom, by which rule.",
    discussion: """
      Dashed lines lead to dead-letter queues. The order is stable, so a committed picture changes \
      only where the routes do.

        interlock graph topology/ --format mermaid -o docs/routes.mmd
        interlock graph topology/ --format dot | dot -Tsvg -o routes.svg
        interlock graph topology/ --format ascii --focus queue/express --depth 2
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "How to draw.")
  var format = GraphFormat.mermaid

  @Option(
    help: .init("Only what is near this node: 'queue/express', or a name.", valueName: "node"))
  var focus: String?

  @Option(help: .init("With --focus: how many routes away.", valueName: "routes"))
  var depth = 1

  @Option(name: .shortAndLong, help: .init("Write to a file.", valueName: "file"))
  var output: String?

  func validate() throws {
    if depth < 0 { throw ValidationError("--depth must not be negative") }
  }

  func run() throws {
    let system = try input.readSound().system
    let graph = RoutingGraph(system.topology)
    var report = GraphReport(graph, sources: system.sources)
    if let focus { report = report.focused(on: try node(focus, in: graph), depth: depth) }
    try deliver(report.render(format), to: output)
  }

  private func node(_ name: String, in graph: RoutingGraph) throws(Refused) -> Int {
    if let index = graph.index(of: name) { return index }
    let labels = graph.nodes.map(\.label)
    let matches = labels.indices.filter { labels[$0].hasSuffix("/\(name)") }
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 {
      let list = matches.map { "'\(labels[$0])'" }.joined(separator: ", ")
      throw Refused("'\(name)' may be any of \(list)")
    }
    let hint = didYouMean(name, in: labels) ?? "nodes are named as in 'queue/express'"
    throw Refused("no node is named '\(name)': \(hint)")
  }
}
