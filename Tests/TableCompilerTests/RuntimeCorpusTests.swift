import EventMatcher
import Foundation
import PatternOracle
import Testing

/// The corpus that the C library and the WebAssembly module are held to as well.
@Suite("The corpus of all runtimes")
struct RuntimeCorpusTests {
  struct Row: Decodable {
    var id: String
    var patterns: [String]
    var event: String?
    /// The event in hexadecimal where it is not UTF-8.
    var bytes: String?
    /// The ways of checking that it holds for.
    var checking: [String]?
    var rules: [UInt32]?

    var modes: [EventMatcher.Checking] {
      [EventMatcher.Checking.structure, .strict, .trusting]
        .filter { (checking ?? ["structure", "strict"]).contains("\($0)") }
    }
    var error: String?
    var offset: Int?

    var eventBytes: [UInt8] {
      if let event { return Array(event.utf8) }
      let digits = (bytes ?? "").compactMap { $0.hexDigitValue }
      return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
  }

  static let rows: [Row] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../grammar/corpus/runtime.jsonl").standardized
    guard let data = try? Data(contentsOf: file) else { return [] }
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(Row.self, from: Data($0))
    }
  }()

  @Test func isWhatTheSwiftModuleSays() throws {
    #expect(Self.rows.count > 300)
    for row in Self.rows {
      let table = try table(row.patterns)
      for mode in row.modes {
        var matcher = EventMatcher(table, checking: mode)
        do throws(EventError) {
          let rules = try matcher.match(row.eventBytes.span)
          #expect(row.error == nil && rules == row.rules, "\(row.id), \(mode): \(rules)")
        } catch {
          #expect(
            error.message == row.error && error.offset == row.offset, "\(row.id), \(mode): \(error)")
        }
      }
    }
  }

  @Test func isWhatTheInterpreterSays() throws {
    for row in Self.rows {
      // The interpreter itself goes no deeper than a thousand levels.
      guard let event = row.event, let rules = row.rules, row.id != "deepest",
        row.modes.contains(.strict)
      else { continue }
      for (index, pattern) in row.patterns.enumerated() {
        let verdict = oracleVerdict(pattern: pattern, event: event)
        #expect(
          (verdict == .match) == rules.contains(UInt32(index)), "\(row.id): \(index) \(pattern)")
      }
    }
  }

  @Test func namesARuleAsOftenAsItMatches() {
    let verdicts = Self.rows.flatMap { $0.rules ?? [] }
    #expect(verdicts.count > 250)
    #expect(Self.rows.count { $0.error != nil } > 60)
  }
}
