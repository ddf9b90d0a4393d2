import Foundation

/// A line of grammar/corpus/runtime.jsonl.
struct RuntimeRow: Decodable {
  var id: String
  var patterns: [String]
  /// The event as text, or as bytes in hexadecimal where it is not UTF-8.
  var event: String?
  var bytes: String?
  /// The ways of checking that it holds for.
  var checking: [String]?
  var rules: [UInt32]?
  var error: String?
  var offset: Int?

  static func read(_ path: String) throws -> [RuntimeRow] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(RuntimeRow.self, from: Data($0.utf8))
    }
  }

  var eventBytes: [UInt8] {
    if let event { return Array(event.utf8) }
    let digits = (bytes ?? "").compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }

  var modes: [RuntimeCase.Mode] {
    (checking ?? ["structure", "strict"]).compactMap { RuntimeCase.Mode.named[$0] }
  }

  var expected: RuntimeCase.Outcome {
    if let error { return .error(error, offset ?? 0) }
    return .rules(rules ?? [])
  }
}

/// An event to match with a table, and what must come of it.
struct RuntimeCase {
  /// As the options of `interlock_matcher_new`.
  enum Mode: Int, CaseIterable {
    case structure, strict, trusting

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
  }

  enum Outcome {
    case rules([UInt32])
    /// The table or the event is refused with this text, at this byte.
    case error(String, Int)
  }

  var id: String
  /// The number of a table of the file.
  var table: Int
  var mode: Mode
  var event: [UInt8]
  var expected: Outcome
}

/// Tables and cases in a form that is read with a few lines of any language: numbers are u32,
/// little-endian; bytes and texts follow their length; lists follow their count.
///
/// The list of tables (bytes), then the list of cases: id, number of the table, way of
/// checking, event, error text (empty for none), offset of the error, list of rules.
struct CaseFile {
  private var tables: [[UInt8]] = []
  private var cases: [UInt8] = []
  private(set) var count = 0

  mutating func add(table: [UInt8]) -> Int {
    tables.append(table)
    return tables.count - 1
  }

  mutating func add(_ runtimeCase: RuntimeCase) {
    count += 1
    put(Array(runtimeCase.id.utf8), &cases)
    put(runtimeCase.table, &cases)
    put(runtimeCase.mode.rawValue, &cases)
    put(runtimeCase.event, &cases)
    var (text, offset, rules) = ("", 0, [UInt32]())
    switch runtimeCase.expected {
    case .rules(let matched): rules = matched
    case .error(let words, let at): (text, offset) = (words, at)
    }
    put(Array(text.utf8), &cases)
    put(offset, &cases)
    put(rules.count, &cases)
    for rule in rules { put(Int(rule), &cases) }
  }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    put(tables.count, &out)
    for table in tables { put(table, &out) }
    put(count, &out)
    return out + cases
  }

  private func put(_ number: Int, _ out: inout [UInt8]) {
    for i in 0..<4 { out.append(UInt8(truncatingIfNeeded: number >> (8 * i))) }
  }

  private func put(_ bytes: [UInt8], _ out: inout [UInt8]) {
    put(bytes.count, &out)
    out += bytes
  }
}
