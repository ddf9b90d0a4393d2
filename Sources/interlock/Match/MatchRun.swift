import Dispatch
import EventMatcher
import Reports
import Synchronization

/// One pass of events through a table by several threads.
///
/// A thread takes the next chunk of lines, matches it with scratch memory of its own, waits until
/// all chunks before have been written, and writes: the output does not depend on the number of
/// threads, and there are never more chunks in memory than threads.
final class MatchRun: Sendable {
  enum Mode: Sendable { case all, unmatched, count }

  private struct Input: ~Copyable {
    var reader: ChunkReader
    /// Why no more is read.
    var failure: Refused?
  }

  private let table: RuleTable
  private let rules: TableRules
  private let mode: Mode
  private let checking: EventMatcher.Checking
  private let jobs: Int
  private let name: String
  private let lineLimit: Int
  private let size: Int?
  private let input: Mutex<Input>
  private let log: Mutex<MatchLog>
  private let turns: Turns

  init(
    _ table: RuleTable, _ rules: TableRules, _ mode: Mode, checking: EventMatcher.Checking,
    jobs: Int, _ reader: consuming sending ChunkReader, named name: String, palette: Palette
  ) throws(Refused) {
    self.table = table
    self.rules = rules
    self.mode = mode
    self.checking = checking
    self.jobs = jobs
    self.name = name
    lineLimit = reader.limit
    size = reader.size
    input = Mutex(Input(reader: reader))
    log = Mutex(try MatchLog(name, rules: rules.names.count, palette))
    turns = Turns(threads: jobs)
  }

  /// Prints what matches and gives the number of lines that are no event.
  func matchAll() throws(Refused) -> Int {
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in work() }
    log.withLock { $0.clearProgress() }
    if let failure = input.withLock({ $0.failure }) { throw failure }
    if mode == .count { try log.withLock { log throws(Refused) in try log.writeCounts(rules) } }
    return log.withLock { log in
      log.noteTotals()
      return log.badLines
    }
  }

  /// What each thread does.
  private func work() {
    var chunk = Chunk()
    guard take(&chunk) else { return }
    var worker = MatchWorker(table, rules, mode, checking: checking, lineLimit: lineLimit)
    repeat {
      worker.match(chunk)
      turns.wait(for: chunk.number)
      write(worker.result, chunk.inputRead)
      turns.end(chunk.number)
    } while take(&chunk)
    let counts = worker.counts
    log.withLock { $0.add(counts) }
  }

  private func take(_ chunk: inout Chunk) -> Bool {
    input.withLock { input in
      if input.failure != nil { return false }
      do throws(FileProblem) { return try input.reader.next(&chunk) } catch {
        input.failure = Refused("cannot read the events '\(name)': \(error.reason)")
        return false
      }
    }
  }

  private func write(_ result: ChunkResult, _ bytes: Int) {
    do throws(Refused) {
      try log.withLock { log throws(Refused) in try log.add(result, upTo: bytes, of: size) }
    } catch {
      input.withLock { $0.failure = $0.failure ?? error }
    }
  }
}
