import ArgumentParser
import Diagnostics
import Reports
import RoutingGraph
import Topology

struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make events as the catalogue describes them, one JSON object a line.",
    discussion: """
      Events come in the mix that the declared rates lead to, their fields as their shapes and \
      weights say. One seed always gives the same events.

        interlock sample topology/ --count 1000 --seed 7 > events.ndjson
        interlock sample topology/ | interlock match topology/ -
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "How many events.")
  var count = 100

  @Option(help: "Where chance starts.")
  var seed: UInt64 = 1

  @Option(help: .init("Only events that are sent to this bus.", valueName: "name"))
  var bus: String?

  @Option(name: .shortAndLong, help: .init("Write to a file.", valueName: "file"))
  var output: String?

  func validate() throws {
    if count < 0 { throw ValidationError("--count must not be negative") }
  }

  func run() throws {
    let topology = try input.readSound().system.topology
    let graph = RoutingGraph(topology)
    if let bus, graph.index(of: ResourceID(.bus, bus)) == nil {
      let hint = didYouMean(bus, in: topology.buses.names) ?? "see the 'buses' of the topology"
      throw Refused("no bus is named '\(bus)': \(hint)")
    }
    guard var sampler = EventSampler(topology, graph: graph, bus: bus, seed: seed) else {
      let place = bus.map { "to '\($0)'" } ?? "to a bus"
      throw Refused("nothing in the topology sends an event of the catalogue \(place)")
    }
    let file = try OutputStream(output)
    for _ in 0..<count { try file.write(sampler.next() + "\n") }
    try file.finish()
  }
}
