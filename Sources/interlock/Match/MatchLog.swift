import Reports

/// What came of a run so far, told in the order of the input.
struct MatchLog {
  private let name: String
  private let palette: Palette
  private let output: OutputStream
  private var progress: ProgressBar
  private(set) var events = 0
  private(set) var matched = 0
  private(set) var badLines = 0
  private var bytes = 0
  private var counts: [Int]

  init(_ name: String, rules: Int, _ palette: Palette) throws(Refused) {
    self.name = name == "-" ? "<stdin>" : name
    self.palette = palette
    output = try OutputStream(nil)
    progress = ProgressBar(palette)
    counts = Array(repeating: 0, count: rules)
  }

  /// Adds a chunk's result; `size` is that of the input, nil for a pipe.
  mutating func add(_ result: ChunkResult, upTo bytes: Int, of size: Int?) throws(Refused) {
    for (line, message) in result.reports.prefix(max(0, ChunkResult.reported - badLines)) {
      let place = "\(name):\(line)".printable
      Console.note("\(palette.paint("error", .error)): \(place): \(message)\n")
    }
    badLines += result.badLines
    events += result.events
    matched += result.matched
    self.bytes = bytes
    try output.write(result.output)
    try output.flush()
    progress.update(events, "event", share: size.map { Double(bytes) / Double(max(1, $0)) })
  }

  /// Adds the events that each rule took in one thread.
  mutating func add(_ more: [Int]) {
    for (rule, count) in more.enumerated() { counts[rule] += count }
  }

  func clearProgress() { progress.clear() }

  /// Rules in the order of the table, those that take nothing included.
  func writeCounts(_ rules: TableRules) throws(Refused) {
    var table = TextTable()
    for (rule, count) in counts.enumerated() where rules.isWanted[rule] {
      let share = events > 0 ? Double(count) / Double(events) * 100 : 0
      let percent = "\((share * 10).rounded() / 10) %"
      let targets = rules.targets[rule].map { rules.targetNames[$0] }.joined(separator: ", ")
      table.add([grouped(count), percent, rules.names[rule], "-> \(targets)"])
    }
    try output.write(table.render(.plain))
    try output.finish()
  }

  func noteTotals() {
    let time = progress.elapsed
    var text = "\(grouped(events)) \(events == 1 ? "event" : "events"), \(grouped(matched)) matched"
    text += ", \(grouped(events - matched)) unmatched"
    if badLines > 0 {
      text += ", " + palette.paint("\(grouped(badLines)) unreadable", .error)
    }
    let megabytes = time.seconds > 0 ? Int(Double(bytes) / 1e6 / time.seconds) : 0
    let speed = "\(perSecond(events, time)), \(megabytes) MB/s"
    Console.note("\(text) \(palette.paint("in \(time.inWords) (\(speed))", .faint))\n")
  }
}
