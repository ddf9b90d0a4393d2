extension Matching {
  /// A string that meets more wildcards than this has its grams noted.
  private static let fewWildcards = 8

  /// Tries the wildcards of a list, none twice for one string.
  @inline(never)
  mutating func addWildcards(
    _ list: UInt32, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    let count = table.listCount(list)
    triedCount &+= count
    let isSifted = triedCount > Self.fewWildcards && sieveKinds != 0
    if isSifted && sieveTurn != turn { noteGrams(start, end, text) }
    for i in 0..<count {
      let wildcard = table.listItem(list, i)
      let record = table.record(.wildcards, Int(wildcard))
      if isSifted && !sieve.holds(needs: table.bytes.u64(record &+ 12)) { continue }
      if tried[Int(wildcard)] == turn { continue }
      tried[Int(wildcard)] = turn
      guard end &- start >= Int(clamping: table.bytes.u32(record &+ 8)),
        table.matches(runs: table.bytes.u32(record), start, end, text)
      else { continue }
      hits.append(AtomKind.wildcard.atom(wildcard))
      open(table.bytes.u32(record &+ 4))
    }
  }

  /// Notes the grams of a string that its path's wildcards ask for.
  @inline(never)
  private mutating func noteGrams(_ start: Int, _ end: Int, _ text: Bytes) {
    sieveTurn = turn
    sieve.fill(0)
    if sieveKinds & Sieve.bytes != 0 {
      for p in start..<end { sieve.note(UInt64(text.u8(p))) }
    }
    if sieveKinds & Sieve.triples != 0, end &- start >= 3 {
      for p in start..<end &- 2 { sieve.note(UInt64(text.u32(p) & 0xFF_FFFF)) }
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

extension Buffer<UInt64> {
  /// Sets the bit of a gram.
  @inline(__always)
  fileprivate func note(_ gram: UInt64) {
    let bit = gramHash(gram, bits: 10)
    self[bit &>> 6] |= 1 &<< UInt64(bit & 63)
  }

  /// Whether all bits are set that a word names, 16 bits each.
  @inline(__always)
  fileprivate func holds(needs: UInt64) -> Bool {
    bit(needs) & bit(needs &>> 16) & 1 != 0 && bit(needs &>> 32) & bit(needs &>> 48) & 1 != 0
  }

  /// A bit of the set, with others above it.
  @inline(__always)
  private func bit(_ name: UInt64) -> UInt64 {
    let bit = Int(truncatingIfNeeded: name) & (Sieve.bits &- 1)
    return self[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63)
  }
}

extension Table {
  /// Whether the string begins with the first run, ends with the last, and has the others in order
  /// between them. Taking each at its first place is enough: a star takes what is left over.
  func matches(runs: UInt32, _ start: Int, _ end: Int, _ text: Bytes) -> Bool {
    let count = listCount(runs) / 2
    let (first, firstLength) = run(runs, 0)
    let (last, lastLength) = run(runs, count &- 1)
    guard firstLength &+ lastLength <= end &- start,
      text.equals(start, firstLength, bytes, first),
      text.equals(end &- lastLength, lastLength, bytes, last)
    else { return false }
    var p = start &+ firstLength
    let stop = end &- lastLength
    for i in 1..<count &- 1 {
      let (run, length) = run(runs, i)
      guard let found = text.find(bytes, run, length, p, stop) else { return false }
      p = found &+ length
    }
    return true
  }

  /// Where one of a wildcard's runs stands, and its length.
  @inline(__always)
  private func run(_ runs: UInt32, _ index: Int) -> (offset: Int, length: Int) {
    let offset = Int(listItem(runs, index &* 2))
    return (start(of: .heap) &+ offset, Int(listItem(runs, index &* 2 &+ 1)))
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
    let size = length < 8 ? length : 8
    let kept = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* size)
    let word = other.u64(run) & kept
    var p = start
    while p &+ length <= end {
      let n = distance(to: first, from: p)
      p &+= n
      if n == 16 { continue }
      if p &+ length > end { return nil }
      if u64(p) & kept == word, length <= 8 || equals(p, length, other, run) { return p }
      p &+= 1
    }
    return nil
  }
}
