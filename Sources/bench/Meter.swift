import CCounters

/// Time and retired instructions.
struct Meter {
  private let counter = ilk_open_instruction_counter()
  private let clock = ContinuousClock()

  func seconds(_ body: () throws -> Void) rethrows -> Double {
    let duration = try clock.measure(body).components
    return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
  }

  /// Repeats a pass over the events until the time is up or so often; the fastest pass counts.
  func run(for limit: Double, _ passes: Int?, into row: inout Row, _ pass: () throws -> Void)
    rethrows
  {
    var done = 0
    var spent = 0.0
    var fastest = Double.infinity
    while passes.map({ done < $0 }) ?? (spent < limit) {
      done += 1
      let before = instructions
      let taken = try seconds(pass)
      row.instructions = instructions - before
      spent += taken
      fastest = min(fastest, taken)
    }
    row.passSeconds = fastest
  }

  /// 0 where the system gives no counter.
  private var instructions: UInt64 { counter < 0 ? 0 : ilk_read_counter(counter) }

  /// Megabytes a second at which this machine reads memory in order.
  func scanRate() -> Double {
    let words = [UInt64](repeating: 1, count: 8 << 20)
    var sum: UInt64 = 0
    var fastest = Double.infinity
    for _ in 0..<5 {
      let taken = seconds {
        for word in words { sum &+= word }
      }
      fastest = min(fastest, taken)
    }
    return sum == 0 ? 0 : Double(words.count * 8) / fastest / 1e6
  }
}

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

  init(name: String) { self.name = name }

  static let heading = columns([
    "workload", "instr/B", "MB/s", "events/s", "B/event", "matched", "compile ms", "load ms",
    "table KB", "x pattern",
  ])

  var text: String {
    Self.columns([
      name,
      instructions == 0 ? "-" : fixed(Double(instructions) / Double(eventBytes), 2),
      fixed(Double(eventBytes) / passSeconds / 1e6, 0), fixed(Double(events) / passSeconds, 0),
      "\(eventBytes / events)", fixed(Double(matched) / Double(events), 2),
      fixed(compileSeconds * 1e3, 1), fixed(loadSeconds * 1e3, 2), "\(tableBytes >> 10)",
      fixed(Double(tableBytes) / Double(patternBytes), 2),
    ])
  }

  private static func columns(_ cells: [String]) -> String {
    var line = ""
    for (i, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: max(0, (i == 0 ? 32 : 11) - cell.count))
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
