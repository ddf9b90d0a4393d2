import EventMatcher
import EventPattern
import TableCompiler

/// Measures the matcher: `bench [--quick] [--passes N] [NAME…]`, where a name is a workload's or of
/// a group of them. A fixed number of passes is for tools that count instructions from outside.
@main
struct Bench {
  static func main() {
    var names = Array(CommandLine.arguments.dropFirst())
    let isQuick = names.contains("--quick")
    names.removeAll { $0 == "--quick" }
    var passes: Int?
    if let at = names.firstIndex(of: "--passes"), at + 1 < names.count {
      passes = Int(names[at + 1])
      names.removeSubrange(at...at + 1)
    }
    let meter = Meter()
    if passes == nil { print("memory scan: \(Int(meter.scanRate())) MB/s") }
    print(Row.heading)
    for workload in Workload.all
    where names.isEmpty || names.contains(where: { workload.name == $0 || workload.name.hasPrefix($0 + "/") }) {
      do {
        print(try measure(workload, meter, passes, seconds: isQuick ? 0.1 : 1).text)
      } catch {
        print("\(workload.name): \(error)")
      }
    }
  }

  private static func measure(
    _ workload: Workload, _ meter: Meter, _ passes: Int?, seconds: Double
  ) throws -> Row {
    var row = Row(name: workload.name)
    let texts = workload.patterns()
    row.patternBytes = texts.reduce(0) { $0 + $1.utf8.count }
    let rules = try texts.enumerated().map { index, text in
      RoutedRule(
        name: "r\(index)", scope: "bus", pattern: try EventPattern(json: Array(text.utf8)),
        targets: ["t"])
    }
    var bytes: [UInt8] = []
    row.compileSeconds = try meter.seconds { bytes = try compileTable(rules, topologyDigest: []) }
    row.tableBytes = bytes.count
    var table = try RuleTable(bytes)
    row.loadSeconds = try meter.seconds { table = try RuleTable(bytes) }
    var matcher = EventMatcher(table)
    let events = workload.events().map { Array($0.utf8) }
    row.eventBytes = events.reduce(0) { $0 + $1.count }
    row.events = events.count
    for event in events { row.matched += try matcher.match(event.span).count }
    try meter.run(for: seconds, passes, into: &row) {
      for event in events { _ = try matcher.match(event.span) }
    }
    return row
  }
}
