import EventMatcher
import Reports

/// One pass of events through a table: prints, counts, and reports lines that are no event.
struct MatchRun {
  enum Mode { case all, unmatched, count }

  let rules: TableRules
  let palette: Palette
  let output: OutputStream
  var mode = Mode.all
  private(set) var events = 0
  private(set) var matched = 0
  private(set) var badLines = 0
  private var counts: [Int]

  /// Bad lines beyond this many are only counted.
  private static let reported = 10

  init(rules: TableRules, palette: Palette, output: OutputStream) {
    self.rules = rules
    self.palette = palette
    self.output = output
    counts = Array(repeating: 0, count: rules.names.count)
  }

  mutating func matchAll(
    _ matcher: consuming EventMatcher, _ reader: consuming LineReader, named name: String
  ) throws(Refused) {
    var progress = ProgressBar(palette)
    var number = 0
    do {
      while let (line, isTooLong) = try reader.next() {
        number += 1
        if isTooLong {
          report(name, number, "the line is too long (raise the bound with --max-bytes)")
          continue
        }
        try take(reader.buffer.span.extracting(line), number, name, &matcher)
        if events & 0xFFF == 0 {
          let share = reader.size.map { Double(reader.bytesRead) / Double(max(1, $0)) }
          progress.update(events, "event", share: share)
        }
      }
    } catch let problem as FileProblem {
      throw Refused("cannot read the events '\(name)': \(problem.reason)")
    } catch let refused as Refused {
      throw refused
    } catch {
      throw Refused("cannot read the events '\(name)'")
    }
    progress.clear()
    if mode == .count { try writeCounts() }
    try output.finish()
    note(progress.elapsed, bytes: reader.bytesRead)
  }

  private mutating func take(
    _ line: Span<UInt8>, _ number: Int, _ name: String, _ matcher: inout EventMatcher
  ) throws(Refused) {
    if isBlank(line) { return }
    let found: [UInt32]
    do { found = try matcher.match(line).filter { rules.isWanted[Int($0)] } } catch {
      return report(name, number, "\(error.message) (byte \(error.offset))")
    }
    events += 1
    if !found.isEmpty { matched += 1 }
    switch mode {
    case .count: for rule in found { counts[Int(rule)] += 1 }
    case .all: try output.write(rules.json(line: number, found) + "\n")
    case .unmatched:
      if found.isEmpty { try output.write(rules.json(line: number, found) + "\n") }
    }
  }

  private func isBlank(_ line: Span<UInt8>) -> Bool {
    for i in line.indices where !interlock.isBlank(line[i]) { return false }
    return true
  }

  private mutating func report(_ name: String, _ line: Int, _ message: String) {
    badLines += 1
    guard badLines <= Self.reported else { return }
    let place = "\(name == "-" ? "<stdin>" : name):\(line)".printable
    Console.note("\(palette.paint("error", .error)): \(place): \(message)\n")
  }

  /// Rules in the order of the table, those that take nothing included.
  private func writeCounts() throws(Refused) {
    var table = TextTable()
    for (rule, count) in counts.enumerated() where rules.isWanted[rule] {
      let share = events > 0 ? Double(count) / Double(events) * 100 : 0
      let percent = "\((share * 10).rounded() / 10) %"
      let targets = rules.targets[rule].joined(separator: ", ")
      table.add([grouped(count), percent, rules.names[rule], "-> \(targets)"])
    }
    try output.write(table.render(.plain))
  }

  private func note(_ time: Duration, bytes: Int) {
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
