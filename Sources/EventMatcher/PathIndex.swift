/// What the many occurrences of one path hit, sorted, so that a test need not try each of them.
///
/// Made when the first test asks, and only for paths that came often.
struct PathIndex: BitwiseCopyable {
  /// The occurrences in document order: a range of `Matching.ordered`.
  var ordered: (start: Int, end: Int)
  /// Atoms with the occurrences that hit them, numbers, addresses: ranges of `Matching.entries`.
  var hits = (start: 0, end: 0)
  var numbers = (start: 0, end: 0)
  var addresses = (start: 0, end: 0)
  /// The occurrences are in the order of their elements.
  var isAscending = true
  /// No occurrence lies under an empty key.
  var isPlain = true

  /// A key and the occurrence that has it.
  struct Entry: BitwiseCopyable {
    var high: UInt64
    var low: UInt64
    var occurrence: UInt32

    @inline(__always)
    func isBelow(_ otherHigh: UInt64, _ otherLow: UInt64) -> Bool {
      high < otherHigh || (high == otherHigh && low < otherLow)
    }
  }
}

/// The entries that an atom was found to have in the event of `epoch`.
struct KnownRange: BitwiseCopyable {
  /// Kept at once, a power of two: each atom in the place that its last bits say.
  static let count = 64

  var epoch: UInt32
  var atom: UInt32
  var start: UInt32
  var end: UInt32
}

extension Matching {
  /// Fewer occurrences than this, or those of a path that was asked less often, are tried in turn.
  static let many: UInt32 = 16
  static let often: UInt32 = 6

  /// Whether tests on the path ask its index; each question counts.
  mutating func isIndexed(_ path: UInt32) -> Bool {
    let state = paths[Int(path)]
    if state.count <= Self.many { return false }
    if state.asked >= Self.often { return true }
    paths[Int(path)].asked = state.asked &+ 1
    return false
  }

  /// The index of a path that came in this event.
  @inline(__always)
  mutating func index(of path: UInt32) -> PathIndex {
    let known = paths[Int(path)].index
    return known != 0 ? indexes[Int(known) &- 1] : makeIndex(of: path)
  }

  @inline(never)
  private mutating func makeIndex(of path: UInt32) -> PathIndex {
    var index = PathIndex(ordered: (ordered.count, ordered.count))
    collectHits(path, &index)
    collectNumbers(path, &index)
    collectAddresses(path, &index)
    indexes.append(index)
    paths[Int(path)].index = UInt32(truncatingIfNeeded: indexes.count)
    return index
  }

  private mutating func collectHits(_ path: UInt32, _ index: inout PathIndex) {
    let start = entries.count
    var next = paths[Int(path)].first
    var last: UInt32 = 0
    while next != 0 {
      let occurrence = occurrences[Int(next)]
      if occurrence.place & Self.underEmpty != 0 { index.isPlain = false }
      if occurrence.element < last { index.isAscending = false }
      last = occurrence.element
      ordered.append(next)
      if occurrence.exact != 0 { addEntry(AtomKind.value.atom(occurrence.exact &- 1), next) }
      for i in Int(occurrence.hitStart)..<Int(occurrence.hitEnd) { addEntry(hits[i], next) }
      next = occurrence.next
    }
    index.ordered.end = ordered.count
    index.hits = (start, entries.count)
    entries.sort(from: start)
  }

  @inline(__always)
  private mutating func addEntry(_ atom: UInt32, _ occurrence: UInt32) {
    entries.append(
      PathIndex.Entry(high: UInt64(atom), low: UInt64(occurrence), occurrence: occurrence))
  }

  private mutating func collectNumbers(_ path: UInt32, _ index: inout PathIndex) {
    let start = entries.count
    for i in index.ordered.start..<index.ordered.end {
      let number = occurrences[Int(ordered[i])].number
      if number.isNaN { continue }
      entries.append(
        PathIndex.Entry(high: ascending(number), low: 0, occurrence: ordered[i]))
    }
    index.numbers = (start, entries.count)
    entries.sort(from: start)
  }

  private mutating func collectAddresses(_ path: UInt32, _ index: inout PathIndex) {
    let start = entries.count
    for i in index.ordered.start..<index.ordered.end {
      let found = occurrences[Int(ordered[i])].address
      if found == 0 { continue }
      let address = addresses[Int(found) &- 1]
      entries.append(
        PathIndex.Entry(high: address.high, low: address.low, occurrence: ordered[i]))
    }
    index.addresses = (start, entries.count)
    entries.sort(from: start)
  }

  /// The entries from one key to another, both included, within a range of sorted ones.
  mutating func entries(
    in range: (start: Int, end: Int), from low: (UInt64, UInt64), to high: (UInt64, UInt64)
  ) -> Range<Int> {
    let first = firstEntry(in: range, notBelow: low.0, low.1)
    // Mostly few, so the end is looked for in steps that double.
    var (bottom, step) = (first, 1)
    while bottom &+ step <= range.end, isAtMost(bottom &+ step &- 1, high) {
      bottom &+= step
      step &*= 2
    }
    var top = min(bottom &+ step &- 1, range.end)
    while bottom < top {
      let middle = bottom &+ (top &- bottom) &>> 1
      if isAtMost(middle, high) { bottom = middle &+ 1 } else { top = middle }
    }
    return first..<bottom
  }

  @inline(__always)
  private mutating func isAtMost(_ index: Int, _ key: (UInt64, UInt64)) -> Bool {
    let entry = entries[index]
    return entry.high < key.0 || (entry.high == key.0 && entry.low <= key.1)
  }

  private mutating func firstEntry(
    in range: (start: Int, end: Int), notBelow high: UInt64, _ low: UInt64
  ) -> Int {
    var (bottom, top) = range
    while bottom < top {
      let middle = bottom &+ (top &- bottom) &>> 1
      if entries[middle].isBelow(high, low) { bottom = middle &+ 1 } else { top = middle }
    }
    return bottom
  }
}

/// A number as a word, of which a larger one stands for a larger number.
@inline(__always)
func ascending(_ number: Double) -> UInt64 {
  // Both zeros are one number.
  let bits = (number + 0).bitPattern
  return bits &>> 63 == 0 ? bits | 1 &<< 63 : ~bits
}
