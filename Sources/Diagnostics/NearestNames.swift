/// Up to `limit` of `candidates` that `word` is likely a misspelling of, nearest first.
///
/// Distance is Damerau-Levenshtein (adjacent swap counts one) without regard to case; a candidate
/// further than a third of the longer word's length is not offered, nor are words over 128 bytes.
package func nearestNames(
  to word: String, in candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let wanted = Array(word.lowercased().utf8)
  guard wanted.count <= 128 else { return [] }
  // INVARIANT: sorted, without repeats, at most `limit` long.
  var nearest: [(distance: Int, name: String)] = []
  var rows = DistanceRows()
  for name in candidates where name.utf8.count <= 128 && name != word {
    var bound = max(1, max(wanted.count, name.utf8.count) / 3)
    if nearest.count == limit, let worst = nearest.last { bound = min(bound, worst.distance) }
    let distance = rows.distance(wanted, Array(name.lowercased().utf8), bound: bound)
    guard distance <= bound, !nearest.contains(where: { $0.name == name }) else { continue }
    let place = nearest.firstIndex { (distance, name) < ($0.distance, $0.name) } ?? nearest.count
    nearest.insert((distance, name), at: place)
    if nearest.count > limit { nearest.removeLast() }
  }
  return nearest.map(\.name)
}

/// `did you mean 'a', 'b' or 'c'?`, or nil where nothing is near.
package func didYouMean(_ word: String, in candidates: some Sequence<String>) -> String? {
  let names = nearestNames(to: word, in: candidates).map { "'\($0)'" }
  guard let last = names.last else { return nil }
  let head = names.dropLast().joined(separator: ", ")
  return "did you mean \(head.isEmpty ? last : "\(head) or \(last)")?"
}

/// The last three rows of the table of distances, used again for every pair of words.
private struct DistanceRows {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  /// The distance of two words, or any number above `bound` once that is passed.
  mutating func distance(_ first: [UInt8], _ second: [UInt8], bound: Int) -> Int {
    if abs(first.count - second.count) > bound { return bound + 1 }
    let (a, b) = withoutCommonEnds(first, second)
    last = Array(0...b.count)
    row = last
    beforeLast = last
    for i in 0..<a.count {
      fill(i, a, b)
      swap(&beforeLast, &last)
      swap(&last, &row)
      // A swap of neighbours reaches back over one row, so both must have passed the bound.
      if let best = last.min(), let before = beforeLast.min(), min(best, before) > bound {
        return bound + 1
      }
    }
    return last[b.count]
  }

  /// Equal bytes at both ends do not change the distance.
  private func withoutCommonEnds(_ a: [UInt8], _ b: [UInt8]) -> ([UInt8], [UInt8]) {
    let shorter = min(a.count, b.count)
    var head = 0
    while head < shorter, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    return (Array(a[head..<a.count - tail]), Array(b[head..<b.count - tail]))
  }

  private mutating func fill(_ i: Int, _ a: [UInt8], _ b: [UInt8]) {
    row[0] = i + 1
    for j in 0..<b.count {
      let cost = a[i] == b[j] ? 0 : 1
      row[j + 1] = min(row[j] + 1, last[j + 1] + 1, last[j] + cost)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
  }
}
