import ArgumentParser
import EventMatcher
import EventPattern
import Foundation
import TableCompiler

struct Cases: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the corpus for the C library and the WebAssembly module as tables and events.",
    discussion: """
      The patterns of grammar/corpus/runtime.jsonl are compiled, so that a program that has only the \
      library can be held to it. Behind the corpus come its events against one table of all its \
      patterns, and altered tables; what is expected of those is what this program makes of them.
      """)

  @Argument(help: "Where to write.")
  var output: String

  func run() throws {
    let rows = try RuntimeRow.read("grammar/corpus/runtime.jsonl")
    var file = CaseFile()
    for row in rows {
      let table = file.add(table: try compiled(row.patterns))
      for mode in row.modes {
        file.add(
          RuntimeCase(
            id: "\(mode)/\(row.id)", table: table, mode: mode, event: row.eventBytes,
            expected: row.expected))
      }
    }
    try addCrowd(rows, to: &file)
    try addAlteredTables(rows, to: &file)
    try Data(file.bytes).write(to: URL(filePath: output))
    print("\(file.count) cases in \(output)")
  }

  private func addCrowd(_ rows: [RuntimeRow], to file: inout CaseFile) throws {
    var seen: Set<String> = []
    let patterns = rows.flatMap(\.patterns).filter { seen.insert($0).inserted }
    let bytes = try compiled(patterns)
    let table = file.add(table: bytes)
    for row in rows {
      for mode in RuntimeCase.Mode.allCases {
        let expected = outcome(of: row.eventBytes, table: bytes, mode)
        file.add(
          RuntimeCase(
            id: "crowd/\(mode)/\(row.id)", table: table, mode: mode, event: row.eventBytes,
            expected: expected))
      }
    }
  }

  /// Tables with one to three changed bytes and a checksum that agrees.
  private func addAlteredTables(_ rows: [RuntimeRow], to file: inout CaseFile) throws {
    let valid = rows.filter { $0.error == nil && !$0.patterns.isEmpty }
    var random = SplitMix(state: 11)
    for i in 0..<600 {
      let row = valid[random.next(below: valid.count)]
      var bytes = try compiled(row.patterns)
      for _ in 0...random.next(below: 3) {
        bytes[random.next(below: bytes.count)] = [0, 0x7F, 0x80, 0xFF][random.next(below: 4)]
      }
      if i % 16 == 0 { bytes.removeLast(random.next(below: 64)) }
      seal(&bytes)
      let mode = RuntimeCase.Mode.allCases[i % 3]
      let expected = outcome(of: row.eventBytes, table: bytes, mode)
      file.add(
        RuntimeCase(
          id: "altered/\(i)", table: file.add(table: bytes), mode: mode, event: row.eventBytes,
          expected: expected))
    }
  }

  private func compiled(_ patterns: [String]) throws -> [UInt8] {
    let rules = try patterns.enumerated().map { index, pattern in
      try RoutedRule(
        name: "rule-\(index)", scope: "bus", pattern: EventPattern(json: Array(pattern.utf8)),
        targets: (0..<index % 3).map { "target-\(index)-\($0)" })
    }
    return try compileTable(rules, topologyDigest: [1, 2, 3])
  }

  /// Puts in the length and the checksum that the bytes have.
  private func seal(_ bytes: inout [UInt8]) {
    let start = TableFormat.checksummedFrom
    guard bytes.count > start + 8 else { return }
    for i in 0..<8 { bytes[start + i] = UInt8(truncatingIfNeeded: bytes.count >> (8 * i)) }
    let sum = tableChecksum(Array(bytes[start...]))
    for i in 0..<8 { bytes[start - 8 + i] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * i)) }
  }
}

/// What the Swift module makes of an event.
private func outcome(of event: [UInt8], table: [UInt8], _ mode: RuntimeCase.Mode)
  -> RuntimeCase.Outcome
{
  let checking: EventMatcher.Checking =
    switch mode {
    case .structure: .structure
    case .strict: .strict
    case .trusting: .trusting
    }
  do throws(TableError) {
    var matcher = EventMatcher(try RuleTable(table), checking: checking)
    do throws(EventError) {
      return .rules(try matcher.match(event.span))
    } catch {
      return .error(error.message, error.offset)
    }
  } catch {
    return .error(error.message, error.offset)
  }
}

/// Numbers that are the same on every machine.
private struct SplitMix {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (z ^ z >> 31) >> 1) % bound
  }
}
