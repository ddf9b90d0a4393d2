import FoundationEssentials
import RoutingGraph
import Topology

/// A month's traffic of a topology as the meters read it, and what had to be assumed on the way.
struct Traffic {
  let topology: Topology
  let graph: RoutingGraph
  /// A month's events by edge, and invocations, runs or messages by node.
  let edges: [Spread]
  let nodes: [Spread]
  /// The events' sizes by edge, in bytes.
  let sizes: [SizeRange]
  let hoursPerMonth: Decimal
  var assumptions: [String] = []

  static let kibibyte: Decimal = 1024
  static let gibibyte: Decimal = 1_073_741_824

  /// Indices of the edges into a resource, dead letters left out: they carry what failed.
  func incoming(_ id: ResourceID) -> [Int] {
    guard let node = graph.index(of: id) else { return [] }
    return graph.incoming[node].filter { graph.edges[$0].kind != .deadLetter }
  }

  func outgoing(_ id: ResourceID) -> [Int] {
    guard let node = graph.index(of: id) else { return [] }
    return graph.outgoing[node].filter { graph.edges[$0].kind != .deadLetter }
  }

  func count(into id: ResourceID) -> Spread {
    incoming(id).reduce(Spread(0)) { $0 + edges[$1] }
  }

  func invocations(of id: ResourceID) -> Spread {
    graph.index(of: id).map { nodes[$0] } ?? Spread(0)
  }

  /// How many chunks of so many KiB the events of an edge make: a size is rounded up event by event,
  /// so a mean alone gives a range.
  func chunks(_ edge: Int, kibibytes: Int) -> Spread {
    edges[edge] * Self.chunks(of: sizes[edge], bytes: Double(kibibytes) * 1024)
  }

  static func chunks(of size: SizeRange, bytes: Double) -> Spread {
    func rounded(_ value: Double) -> Decimal { Decimal(max(1, (value / bytes).rounded(.up))) }
    let low = rounded(size.min.bytes)
    let high = rounded(size.max.bytes)
    let expected = min(max(rounded(size.mean.bytes), low), high)
    return Spread(low: low, expected: expected, high: high)
  }

  /// GiB carried by an edge in a month.
  func gibibytes(_ edge: Int) -> Spread {
    let size = sizes[edge]
    let bytes = Spread(
      low: Decimal(size.mean.bytes), expected: Decimal(size.mean.bytes),
      high: Decimal(size.mean.bytes))
    return edges[edge] * bytes / Self.gibibyte
  }

  /// Months that something is held; the month of the model has `hoursPerMonth` hours.
  func months(_ duration: Duration) -> Decimal {
    Decimal(duration.components.seconds) / 3600 / hoursPerMonth
  }
}
