import ArgumentParser
import CostModel
import Diagnostics
import Reports
import RoutingGraph
import Topology

extension CostFormat: ExpressibleByArgument {}

struct Cost: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Estimate what a month of the topology costs, and say what that rests on.",
    discussion: """
      Declared rates are followed along every route; each service is priced by what it bills. What \
      has no price is listed and never counted as nought.

        interlock cost topology/
        interlock cost topology/ --pricing paper-2024 --format markdown
        interlock cost topology/ --pricing our-prices.json --format csv > cost.csv
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var console: ConsoleOptions

  @Option(
    help: .init(
      "A price model's name (see 'interlock prices') or file (default: the topology's own, else \(PriceSource.fallback)).",
      valueName: "name|file"))
  var pricing: String?

  @Option(help: "How to print.")
  var format = CostFormat.text

  @Option(name: .shortAndLong, help: .init("Write to a file.", valueName: "file"))
  var output: String?

  func run() throws {
    let (system, config) = try input.readSound()
    let source = PriceSource(flag: pricing, config: config, system: system)
    let model = try source.model(limit: input.bounds.maxBytes)
    let graph = RoutingGraph(system.topology)
    let flows = EventFlows(system.topology, graph: graph)
    let report = CostReport.estimate(
      system.topology, graph: graph, volumes: Volumes(flows, system.topology), model: model)
    let palette = output == nil ? console.output : .plain
    try deliver(format.render(report, palette: palette), to: output)
  }
}

/// Where prices come from: the flag, the configuration, the topology, or AWS's list.
struct PriceSource {
  static let fallback = "aws-us-east-1"

  private let name: String
  /// The folder that a file's name is relative to.
  private let folder: String

  init(flag: String?, config: Config, system: LoadedSystem) {
    if let flag {
      (name, folder) = (flag, ".")
    } else if let named = config.pricing {
      (name, folder) = (named, config.folder)
    } else if let named = system.topology.pricing {
      let file = system.sources[named.range.file].path
      (name, folder) = (named.value, parentFolder(of: file))
    } else {
      (name, folder) = (Self.fallback, ".")
    }
  }

  func model(limit: Int) throws(Refused) -> PriceModel {
    if let model = PriceModel.builtIn(name) { return model }
    let path = joinedPath(folder, name)
    var sources = SourceMap()
    do {
      let id = sources.add(SourceFile(path: path, bytes: try readFile(path, limit: limit)))
      let (model, diagnostics) = PriceModel.read(sources[id], id: id)
      if let model { return model }
      throw Refused([], findings: diagnostics, in: sources)
    } catch let problem as FileProblem {
      let known = PriceModel.builtInNames
      let hint = didYouMean(name, in: known) ?? "known: \(known.joined(separator: ", "))"
      throw Refused("no price model or file '\(path)' (\(problem.reason)): \(hint)")
    } catch let refused as Refused {
      throw refused
    } catch {
      throw Refused("cannot read '\(path)'")
    }
  }
}
