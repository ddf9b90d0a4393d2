import FoundationEssentials
import RoutingGraph
import Topology

/// A month's traffic of a topology as the meters read it, and what had to be assumed on the way.
struct Traffic {
  let topology: Topology
  let graph: RoutingGraph
  /// A month's events by edge, apart by size.
  let edges: [[Load]]
  /// What the archives of buses keep in a month, by node.
  let archives: [Int: [Load]]
  /// A month's calls, runs or requests by node.
  let calls: [Spread]
  let hoursPerMonth: Decimal
  var assumptions: [String] = []

  /// So many events of one size. A single declared figure stands for every event's size.
  struct Load {
    var count: Spread
    var size: SizeRange
  }

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

  func count(_ edge: Int) -> Spread { edges[edge].reduce(Spread(0)) { $0 + $1.count } }

  func count(into id: ResourceID) -> Spread {
    incoming(id).reduce(Spread(0)) { $0 + count($1) }
  }

  func invocations(of id: ResourceID) -> Spread {
    graph.index(of: id).map { calls[$0] } ?? Spread(0)
  }

  /// How many chunks of so many KiB the events of an edge make, each rounded up by itself.
  func chunks(_ edge: Int, kibibytes: Int, batch: Int = 1) -> Spread {
    edges[edge].reduce(Spread(0)) { sum, load in
      let one = Self.chunks(of: load.size, bytes: Double(kibibytes) * 1024 / Double(batch))
      return sum + load.count / Decimal(batch) * one
    }
  }

  static func chunks(of size: SizeRange, bytes: Double) -> Spread {
    func rounded(_ value: Double) -> Decimal { Decimal(max(1, (value / bytes).rounded(.up))) }
    return Spread(
      low: rounded(size.min.bytes), expected: rounded(size.mean.bytes),
      high: rounded(size.max.bytes))
  }

  /// GiB carried by an edge in a month.
  func gibibytes(_ edge: Int) -> Spread { Self.gibibytes(edges[edge]) }

  /// GiB that go into a bus' archive in a month.
  func archivedGibibytes(of id: ResourceID) -> Spread {
    Self.gibibytes(graph.index(of: id).flatMap { archives[$0] } ?? [])
  }

  private static func gibibytes(_ loads: [Load]) -> Spread {
    loads.reduce(Spread(0)) { sum, load in
      sum + load.count * Decimal(load.size.mean.bytes) / gibibyte
    }
  }

  func gibibytes(into id: ResourceID) -> Spread {
    incoming(id).reduce(Spread(0)) { $0 + gibibytes($1) }
  }

  /// Months that something is held; the month of the model has `hoursPerMonth` hours.
  func months(_ duration: Duration) -> Decimal {
    Decimal(duration.components.seconds) / 3600 / hoursPerMonth
  }
}
