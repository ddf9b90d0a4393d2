extension Matching {
  /// Tries the wildcards of a list, none twice for one string.
  @inline(never)
  mutating func addWildcards(
    _ list: UInt32, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    for i in 0..<table.listCount(list) {
      let wildcard = table.listItem(list, i)
      if tried[Int(wildcard)] == turn { continue }
      tried[Int(wildcard)] = turn
      let record = table.record(.wildcards, Int(wildcard))
      guard end &- start >= Int(clamping: table.bytes.u32(record &+ 8)),
        table.matches(runs: table.bytes.u32(record), start, end, text)
      else { continue }
      hits.append(AtomKind.wildcard.atom(wildcard))
      open(table.bytes.u32(record &+ 4))
    }
  }

  /// Tries the ignore-case tests that have letters beyond ASCII.
  mutating func addFoldings(
    _ list: UInt32, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    for i in 0..<table.listCount(list) {
      let folding = table.listItem(list, i)
      let record = table.record(.foldings, Int(folding))
      let kind = FoldingKind(rawValue: table.bytes.u32(record)) ?? .whole
      if table.matches(kind, alternatives: table.bytes.u32(record &+ 4), start, end, text) {
        hits.append(AtomKind.folding.atom(folding))
        open(table.bytes.u32(record &+ 8))
      }
    }
  }
}

extension Table {
  /// Whether the string begins with the first run, ends with the last, and has the others in order
  /// between them. Taking each at its first place is enough: a star takes what is left over.
  func matches(runs: UInt32, _ start: Int, _ end: Int, _ text: Bytes) -> Bool {
    let count = listCount(runs)
    let (first, firstLength) = self.text(listItem(runs, 0))
    let (last, lastLength) = self.text(listItem(runs, count &- 1))
    guard firstLength &+ lastLength <= end &- start,
      text.equals(start, firstLength, bytes, first),
      text.equals(end &- lastLength, lastLength, bytes, last)
    else { return false }
    var p = start &+ firstLength
    let stop = end &- lastLength
    for i in 1..<count &- 1 {
      let (run, length) = self.text(listItem(runs, i))
      guard let found = text.find(bytes, run, length, p, stop) else { return false }
      p = found &+ length
    }
    return true
  }

  /// Whether each pair of alternatives in turn has one that stands next.
  ///
  /// INVARIANT: neither of two alternatives begins or ends with the other, so at most one stands.
  func matches(
    _ kind: FoldingKind, alternatives: UInt32, _ start: Int, _ end: Int, _ text: Bytes
  ) -> Bool {
    let pairs = listCount(alternatives) / 2
    var (p, q) = (start, end)
    for i in 0..<pairs {
      let pair = kind == .suffix ? pairs &- 1 &- i : i
      var taken = -1
      for side in 0..<2 where taken < 0 {
        let (offset, length) = self.text(listItem(alternatives, pair &* 2 &+ side))
        let at = kind == .suffix ? q &- length : p
        if length <= q &- p, text.equals(at, length, bytes, offset) { taken = length }
      }
      if taken < 0 { return false }
      if kind == .suffix { q &-= taken } else { p &+= taken }
    }
    return kind != .whole || p == end
  }
}

extension Bytes {
  /// The first place from `start` on where `length` bytes of `other` stand that end by `end`.
  func find(_ other: Bytes, _ run: Int, _ length: Int, _ start: Int, _ end: Int) -> Int? {
    if length == 0 { return start }
    let first = other.u8(run)
    var p = start
    while p &+ length <= end {
      let n = distance(to: first, from: p)
      p &+= n
      if n == 16 { continue }
      if p &+ length > end { return nil }
      if equals(p, length, other, run) { return p }
      p &+= 1
    }
    return nil
  }
}
