/// Literal runs with any text between them: `[s]` is equality, `[p, ""]` a prefix, `["", s]` a
/// suffix.
struct Glob: Hashable, Sendable {
  // INVARIANT: never empty; runs between the first and the last are not empty.
  let runs: [[UInt8]]

  init(_ runs: [[UInt8]]) {
    guard runs.count > 2 else {
      self.runs = runs.isEmpty ? [[]] : runs
      return
    }
    self.runs =
      [runs[0]] + runs[1..<(runs.count - 1)].filter { !$0.isEmpty } + [runs[runs.count - 1]]
  }

  init(prefix: UTF8Text) { runs = [prefix.bytes, []] }
  init(suffix: UTF8Text) { runs = [[], suffix.bytes] }
  init(_ wildcard: Wildcard) { self.init(wildcard.runs.map(\.bytes)) }

  var isEverything: Bool { runs.count > 1 && runs.allSatisfy(\.isEmpty) }

  /// The text itself where there is no star.
  var literal: [UInt8]? { runs.count == 1 ? runs[0] : nil }

  /// Taking each inner run as early as possible is always right, as only its end matters.
  func matches(_ text: [UInt8]) -> Bool {
    guard runs.count > 1 else { return text == runs[0] }
    let first = runs[0]
    let last = runs[runs.count - 1]
    guard text.count >= first.count + last.count, text.starts(with: first),
      text.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = text[first.count..<(text.count - last.count)]
    for run in runs[1..<(runs.count - 1)] {
      guard let end = Self.endOfFirst(run, in: rest) else { return false }
      rest = rest[end...]
    }
    return true
  }

  private static func endOfFirst(_ run: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    var start = text.startIndex
    while text.endIndex - start >= run.count {
      if text[start..<(start + run.count)].elementsEqual(run) { return start + run.count }
      start += 1
    }
    return nil
  }
}

extension Glob {
  /// Where in which run: the automaton's state.
  private struct Position: Hashable {
    var run: Int
    var matched: Int
  }

  var automaton: ByteAutomaton? {
    let failures = runs.map(Self.failures)
    let start = advanced(Position(run: 0, matched: 0))
    return ByteAutomaton(
      from: start, classes: ByteClasses(distinguishing: runs.joined()),
      step: { step($0, $1, failures) },
      accepts: { $0.run == runs.count - 1 && $0.matched == runs[$0.run].count })
  }

  /// Leaves a run that is complete, unless it is the last.
  private func advanced(_ position: Position) -> Position {
    var position = position
    while position.run < runs.count - 1, position.matched == runs[position.run].count {
      position = Position(run: position.run + 1, matched: 0)
    }
    return position
  }

  private func step(_ from: Position, _ byte: UInt8, _ failures: [[Int]]) -> Position? {
    let run = runs[from.run]
    var matched = from.matched
    if from.run == 0 {
      guard matched < run.count, run[matched] == byte else { return nil }
      return advanced(Position(run: 0, matched: matched + 1))
    }
    while matched == run.count || run[matched] != byte {
      guard matched > 0 else { return Position(run: from.run, matched: 0) }
      matched = failures[from.run][matched]
    }
    return advanced(Position(run: from.run, matched: matched + 1))
  }

  /// For each number of bytes matched, the longest proper prefix of the run that still is.
  private static func failures(of run: [UInt8]) -> [Int] {
    var table = [Int](repeating: 0, count: run.count + 1)
    var length = 0
    for index in run.indices.dropFirst() {
      while length > 0, run[length] != run[index] { length = table[length] }
      if run[length] == run[index] { length += 1 }
      table[index + 1] = length
    }
    return table
  }
}
