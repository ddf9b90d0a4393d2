import Diagnostics
import EventPattern
import Reports
import RoutingGraph
import Topology

/// Makes events as the catalogue describes them, in the mix that the declared rates lead to.
struct EventSampler {
  private struct Kind {
    var declaration: EventDeclaration
    var account: String
    var region: String
    /// Events a second.
    var rate: Double
  }

  private let kinds: [Kind]
  private let mix: WeightedChoice
  private var values: ShapeSampler
  /// Seconds since the first event.
  private var clock = 0.0
  private let eventsPerSecond: Double

  /// Nil where the catalogue has no event that goes to `bus` (any bus for nil).
  init?(_ topology: Topology, graph: RoutingGraph, bus: String?, seed: UInt64) {
    let volumes = Volumes(EventFlows(topology, graph: graph), topology)
    var kinds: [Kind] = []
    for (index, edge) in graph.edges.enumerated() where edge.kind == .emit {
      guard let target = graph.nodes[edge.to].resource, target.kind == .bus,
        bus == nil || target.name == bus,
        let declaration = edge.event.flatMap({ topology.event(named: $0) })
      else { continue }
      let info = topology.buses[target.name]?.info
      kinds.append(
        Kind(
          declaration: declaration, account: info?.account?.value ?? "123456789012",
          region: info?.region?.value ?? "us-east-1", rate: volumes.onEdge(index).expected))
    }
    if kinds.isEmpty { return nil }
    self.kinds = kinds
    mix = WeightedChoice(kinds.map(\.rate))
    values = ShapeSampler(random: RandomSource(seed: seed))
    let rate = kinds.reduce(0) { $0 + $1.rate }
    eventsPerSecond = rate.isFinite && rate > 0 ? rate : 1
  }

  /// One event in EventBridge's envelope, as JSON text without a line break.
  mutating func next() -> String {
    let kind = kinds[mix.pick(&values.random)]
    clock += 1 / eventsPerSecond
    var json = "{\"version\":\"0\",\"id\":\"\(values.uuid())\","
    json += "\"detail-type\":\(constant(kind.declaration.detailType?.value)),"
    json += "\"source\":\(constant(kind.declaration.source?.value)),"
    json += "\"account\":\(JSONWriter.quoted(kind.account)),\"time\":\"\(time)\","
    json += "\"region\":\(JSONWriter.quoted(kind.region)),\"resources\":[],\"detail\":"
    if case .any = kind.declaration.detail {
      json += "{}"
    } else {
      values.write(kind.declaration.detail, to: &json)
    }
    return json + "}"
  }

  private mutating func constant(_ text: String?) -> String {
    if let text { return JSONWriter.quoted(text) }
    var json = ""
    values.write(.string(StringShape()), to: &json)
    return json
  }

  /// From the first of January 2026 on, a day after the other for ever.
  private var time: String {
    let seconds = Int(min(clock, 1e12))
    let day = seconds / 86_400
    let (month, dayOfMonth) = Self.date(day % 365)
    let parts = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map(Self.two)
    let date = "\(2026 + day / 365)-\(Self.two(month))-\(Self.two(dayOfMonth))"
    return "\(date)T\(parts.joined(separator: ":"))Z"
  }

  private static func date(_ day: Int) -> (month: Int, day: Int) {
    var rest = day
    for (month, count) in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
      if rest < count { return (month + 1, rest + 1) }
      rest -= count
    }
    return (12, 31)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
