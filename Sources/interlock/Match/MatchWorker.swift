import EventMatcher

/// What one thread does: matches the events of a chunk and writes down what came of it.
struct MatchWorker: ~Copyable {
  private let isWanted: [Bool]
  private let areAllWanted: Bool
  private let mode: MatchRun.Mode
  private let lineLimit: Int
  private var matcher: EventMatcher
  private var found: [UInt32] = []
  private var line: MatchLine
  /// Of the events of the chunk taken last.
  private(set) var result = ChunkResult()
  /// Events taken by each rule, over all chunks.
  private(set) var counts: [Int]

  init(
    _ table: RuleTable, _ rules: TableRules, _ mode: MatchRun.Mode, checking: EventMatcher.Checking,
    lineLimit: Int
  ) {
    isWanted = rules.isWanted
    areAllWanted = !rules.isWanted.contains(false)
    self.mode = mode
    self.lineLimit = lineLimit
    matcher = EventMatcher(table, checking: checking)
    line = MatchLine(rules)
    counts = Array(repeating: 0, count: mode == .count ? rules.names.count : 0)
  }

  mutating func match(_ chunk: Chunk) {
    result.clear()
    chunk.forEachLine { line, number in
      if line.count > lineLimit {
        result.report(number, "the line is too long (raise the bound with --max-bytes)")
      } else {
        match(chunk.bytes.span.extracting(line), number)
      }
    }
  }

  private mutating func match(_ event: Span<UInt8>, _ number: Int) {
    do { try matcher.match(event, into: &found) } catch {
      return result.report(number, "\(error.message) (byte \(error.offset))")
    }
    if !areAllWanted { found.removeAll { !isWanted[Int($0)] } }
    result.events += 1
    if !found.isEmpty { result.matched += 1 }
    switch mode {
    case .count: for rule in found { counts[Int(rule)] += 1 }
    case .all: line.write(line: number, found, into: &result.output)
    case .unmatched:
      if found.isEmpty { line.write(line: number, found, into: &result.output) }
    }
  }
}

/// What came of a chunk.
struct ChunkResult {
  var output: [UInt8] = []
  var events = 0
  var matched = 0
  private(set) var badLines = 0
  /// The first bad lines.
  private(set) var reports: [(line: Int, message: String)] = []

  /// Bad lines beyond this many are only counted.
  static let reported = 10

  mutating func report(_ line: Int, _ message: String) {
    badLines += 1
    if reports.count < Self.reported { reports.append((line, message)) }
  }

  mutating func clear() {
    output.removeAll(keepingCapacity: true)
    events = 0
    matched = 0
    badLines = 0
    reports.removeAll(keepingCapacity: true)
  }
}
