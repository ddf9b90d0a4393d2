import CCounters
import EventMatcher
import Foundation

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

  /// The fastest of a few times that a table's file, which the system has in memory, is mapped and
  /// checked.
  func secondsToLoad(_ table: [UInt8]) throws -> Double {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appending(path: "bench-\(UUID().uuidString).ilk")
    try Data(table).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var fastest = Double.infinity
    for _ in 0..<5 {
      let taken = try seconds {
        let mapped = try Data(contentsOf: file, options: .alwaysMapped)
        let rules = try unsafe mapped.withUnsafeBytes { bytes in
          guard let start = bytes.baseAddress else { return 0 }
          return try unsafe RuleTable(TableBytes(borrowing: start, count: bytes.count)).ruleCount
        }
        precondition(rules > 0)
      }
      fastest = min(fastest, taken)
    }
    return fastest
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
