import EventMatcher
import EventPattern
import TableCompiler

/// Measures the matcher: `bench [--quick] [--strict | --trusting] [--on-demand LIBRARY] [NAME…]`,
/// where a name is a workload's or of a group of them.
///
/// With `--passes N` it prints only each workload's name and the bytes of a pass; with `--export
/// FOLDER` it measures nothing and writes what other matchers need to run on the same.
/// `bench algebra` measures validation and questions about sets; `bench agree` compares verdicts.
@main
struct Bench {
  private let options: Options
  private let meter = Meter()
  private let onDemand: OnDemand?
  private let scanRate: Double

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "agree":
      var agreement = Agreement(arguments.dropFirst())
      agreement.run()
    case "algebra": AlgebraFigures().run()
    default: Bench(Options(Array(arguments))).run()
    }
  }

  private init(_ options: Options) {
    self.options = options
    onDemand = options.onDemandLibrary.flatMap { OnDemand(library: $0) }
    scanRate = options.passes == nil ? meter.scanRate() : 1
  }

  private func run() {
    if let folder = options.exportFolder { return export(to: folder) }
    if options.passes == nil { printHeading() }
    for workload in Workload.all where options.wants(workload) {
      do {
        let row = try measure(workload)
        print(options.passes == nil ? row.text : "\(row.name) \(row.eventBytes)")
      } catch {
        print("\(workload.name): \(error)")
      }
    }
  }

  private func export(to folder: String) {
    for workload in Workload.all where options.wants(workload) {
      do {
        print(try workload.export(to: folder))
      } catch {
        print("\(workload.name): \(error)")
      }
    }
  }

  private func printHeading() {
    print("checking: \(options.checking)")
    print("memory scan: \(Int(scanRate)) MB/s, one thread, fastest pass")
    if onDemand != nil {
      print("On-Demand: simdjson on the same bytes, up to three fields looked up, MB/s")
    } else {
      print("On-Demand: simdjson is not installed (apt-get install libsimdjson-dev g++)")
    }
    print(Row.heading)
  }

  private func measure(_ workload: Workload) throws -> Row {
    var row = Row(name: workload.name)
    row.scanRate = scanRate
    let table = try compile(workload, &row)
    var matcher = EventMatcher(table, checking: options.checking)
    let events = workload.events().map { Array($0.utf8) }
    row.eventBytes = events.reduce(0) { $0 + $1.count }
    row.events = events.count
    for event in events { row.matched += try matcher.match(event.span).count }
    var matched: [UInt32] = []
    try meter.run(for: options.seconds, options.passes, into: &row) {
      for event in events { try matcher.match(event.span, into: &matched) }
    }
    row.onDemandSeconds = onDemand?.seconds(
      events, fields: workload.fields, for: options.seconds / 2)
    return row
  }

  private func compile(_ workload: Workload, _ row: inout Row) throws -> RuleTable {
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
    row.loadSeconds = try meter.secondsToLoad(bytes)
    return try RuleTable(bytes)
  }
}
