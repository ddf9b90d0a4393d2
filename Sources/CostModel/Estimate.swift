import Diagnostics
import FoundationEssentials
package import RoutingGraph
package import Topology

extension CostReport {
  /// What a month of `topology` costs under `model`, from the volumes that its declared rates lead to.
  package static func estimate(
    _ topology: Topology, graph: RoutingGraph, volumes: Volumes, model: PriceModel
  ) -> CostReport {
    var traffic = Traffic(topology, graph: graph, volumes: volumes, model: model)
    let (lines, unpriced) = model.price(traffic.meterAll())
    return CostReport(
      model: model.name, asOf: model.asOf, notes: model.notes, lines: lines, unpriced: unpriced,
      assumptions: traffic.assumptions)
  }
}

extension Traffic {
  /// What an event counts as where the catalogue gives no size.
  static let assumedSize = ByteSize(bytes: 1024)

  init(_ topology: Topology, graph: RoutingGraph, volumes: Volumes, model: PriceModel) {
    let seconds = model.secondsPerMonth
    func monthly(_ volume: Volume) -> Spread {
      Spread(
        low: Decimal(twelveDigitsOf: volume.low * seconds),
        expected: Decimal(twelveDigitsOf: volume.expected * seconds),
        high: Decimal(twelveDigitsOf: volume.high * seconds))
    }
    let assumed = SizeRange(
      min: Self.assumedSize, mean: Self.assumedSize, max: Self.assumedSize)
    let sizes = Dictionary(
      topology.events.map { ($0.name.value, $0.size ?? assumed) },
      uniquingKeysWith: { first, _ in first })
    self.topology = topology
    self.graph = graph
    edges = volumes.edges.map { events in
      events.map { event in
        Load(
          count: monthly(event.volume), size: event.event.flatMap { sizes[$0] } ?? assumed)
      }
    }
    archives = volumes.archived.mapValues { events in
      events.map { event in
        Load(
          count: monthly(event.volume), size: event.event.flatMap { sizes[$0] } ?? assumed)
      }
    }
    calls = volumes.invocations.map(monthly)
    hoursPerMonth = model.hoursPerMonth
    assumptions = volumes.assumptions.map(\.message) + Self.sizesAssumed(topology, volumes)
    assumptions += volumes.amplifications.map { cycle in
      let names = cycle.nodes.map { graph.nodes[$0].label }.joined(separator: ", ")
      return "the ring of \(names) sends on as much as it receives; its feedback is left out"
    }
  }

  private static func sizesAssumed(_ topology: Topology, _ volumes: Volumes) -> [String] {
    let sized = Set(topology.events.filter { $0.size != nil }.map(\.name.value))
    var names: Set<String> = []
    for event in volumes.edges.joined() where event.volume.high > 0 {
      if let name = event.event {
        if !sized.contains(name) { names.insert("'\(name)'") }
      } else {
        names.insert("events without a name in the catalogue")
      }
    }
    guard !names.isEmpty else { return [] }
    return ["counted as 1 KiB each: \(names.sorted().joined(separator: ", "))"]
  }

  /// Every meter of every resource. Producers and roles bill nothing.
  mutating func meterAll() -> [Usage] {
    var usages: [Usage] = []
    for bus in topology.buses { usages += usage(of: bus) }
    usages += topology.topics.flatMap { usage(of: $0) }
    usages += topology.queues.flatMap { usage(of: $0) }
    for function in topology.functions { usages += usage(of: function) }
    for machine in topology.stateMachines { usages += usage(of: machine) }
    usages += topology.apis.flatMap { usage(of: $0) }
    usages += topology.streams.flatMap { usage(of: $0) }
    usages += topology.deliveryStreams.flatMap { usage(of: $0) }
    usages += topology.buckets.flatMap { usage(of: $0) }
    usages += topology.tables.flatMap { usage(of: $0) }
    usages += topology.clusters.flatMap { usage(of: $0) }
    usages += topology.brokers.flatMap { usage(of: $0) }
    usages += topology.environments.flatMap { usage(of: $0) }
    usages += topology.pipes.flatMap { usage(of: $0) }
    usages += topology.schedules.flatMap { usage(of: $0) }
    usages += topology.logGroups.flatMap { usage(of: $0) }
    usages += topology.alarms.flatMap { usage(of: $0) }
    usages += topology.keys.flatMap { usage(of: $0) }
    // What is declared elsewhere is billed elsewhere.
    let external = Set(topology.resources.filter(\.info.isExternal).map(\.id))
    return usages.filter { !external.contains($0.resource) }.mergedByMeter()
  }
}

extension PriceModel {
  fileprivate var secondsPerMonth: Double { (Double("\(hoursPerMonth)") ?? 730) * 3600 }
}

extension Decimal {
  /// A volume without the last bits that came of dividing by seconds and multiplying again, so that
  /// 17.25 million a month are 17.25 million.
  fileprivate init(twelveDigitsOf value: Double) {
    guard value > 0, value.isFinite else {
      self = 0
      return
    }
    let unit = Double(sign: .plus, exponent: value.exponent - 40, significand: 1)
    self.init((value / unit).rounded() * unit)
  }
}

private struct Meter: Hashable {
  var resource: ResourceID
  var name: String
}

extension [Usage] {
  /// One usage for each meter of each resource, in the order first met.
  fileprivate func mergedByMeter() -> [Usage] {
    var merged: [Usage] = []
    var positions: [Meter: Int] = [:]
    for usage in self {
      let meter = Meter(resource: usage.resource, name: usage.meter)
      if let position = positions[meter] {
        merged[position].quantity = merged[position].quantity + usage.quantity
      } else {
        positions[meter] = merged.count
        merged.append(usage)
      }
    }
    return merged
  }
}
