/// Up to `limit` of `candidates` that `word` is likely a misspelling of, nearest first.
///
/// Distance is Damerau-Levenshtein (adjacent swap counts one) without regard to case; a candidate
/// further than a third of the longer word's length is not offered.
package func nearestNames(
  to word: String, in candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let wanted = Array(word.lowercased().utf8)
  var found: [(distance: Int, name: String)] = []
  for name in Set(candidates) where name != word {
    let other = Array(name.lowercased().utf8)
    let bound = max(1, max(wanted.count, other.count) / 3)
    if abs(wanted.count - other.count) > bound { continue }
    let distance = editDistance(wanted, other)
    if distance <= bound { found.append((distance, name)) }
  }
  return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
}

/// `did you mean 'a', 'b' or 'c'?`, or nil where nothing is near.
package func didYouMean(_ word: String, in candidates: some Sequence<String>) -> String? {
  let names = nearestNames(to: word, in: candidates).map { "'\($0)'" }
  guard let last = names.last else { return nil }
  let head = names.dropLast().joined(separator: ", ")
  return "did you mean \(head.isEmpty ? last : "\(head) or \(last)")?"
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in 0..<b.count {
      let cost = a[i] == b[j] ? 0 : 1
      row[j + 1] = min(row[j] + 1, last[j + 1] + 1, last[j] + cost)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
