/// What was measured of one workload.
struct Row {
  var name: String
  var patternBytes = 0
  var tableBytes = 0
  var compileSeconds = 0.0
  var loadSeconds = 0.0
  var events = 0
  var eventBytes = 0
  /// Rules that matched, over all events.
  var matched = 0
  /// Of one pass over the events.
  var instructions: UInt64 = 0
  var passSeconds = 0.0
  /// Of one pass of simdjson's On-Demand parser over the same events.
  var onDemandSeconds: Double?
  /// Megabytes a second at which memory is read.
  var scanRate = 1.0

  init(name: String) { self.name = name }

  static let heading = columns([
    "workload", "events/s", "MB/s", "% of scan", "On-Demand", "x", "instr/B", "B/event", "matched",
    "compile ms", "load ms", "table KB", "x pattern",
  ])

  var text: String {
    let rate = Double(eventBytes) / passSeconds / 1e6
    let onDemand = onDemandSeconds.map { Double(eventBytes) / $0 / 1e6 }
    let perByte = Double(instructions) / Double(eventBytes)
    return Self.columns([
      name, fixed(Double(events) / passSeconds, 0), fixed(rate, rate < 10 ? 2 : 0),
      fixed(rate / scanRate * 100, 1), onDemand.map { fixed($0, 0) } ?? "-",
      onDemand.map { fixed(rate / $0, 2) } ?? "-", instructions == 0 ? "-" : fixed(perByte, 2),
      "\(eventBytes / events)", fixed(Double(matched) / Double(events), 2),
      fixed(compileSeconds * 1e3, 1), fixed(loadSeconds * 1e3, 2), "\(tableBytes >> 10)",
      fixed(Double(tableBytes) / Double(patternBytes), 2),
    ])
  }

  private static func columns(_ cells: [String]) -> String {
    var line = ""
    for (i, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: max(1, (i == 0 ? 34 : 11) - cell.count))
      line += i == 0 ? cell + space : space + cell
    }
    return line
  }

  private func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value * scale).rounded())
    let text = String(scaled)
    if decimals == 0 { return text }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
