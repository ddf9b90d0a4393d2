extension Matching {
  /// Looks up each beginning or end of the string that is as long as some prefix or suffix; of the
  /// string in lower case where these ignore case.
  mutating func addAffixes(
    _ path: UInt32, _ kind: ValueKind, _ lengths: UInt32, _ start: Int, _ end: Int,
    _ text: Bytes, _ table: Table
  ) {
    let items = table.items(of: lengths)
    let isPrefix = kind == .prefix || kind == .foldedPrefix
    for i in items.start..<items.end {
      let item = table.listItem(i)
      let length = Int(item & AffixLength.lengthMask)
      // INVARIANT: lengths ascend; in a table where they do not, some are passed over.
      if length > end &- start { break }
      let at = isPrefix ? start : end &- length
      if !text.hasEdge(item, at, length, isPrefix: isPrefix) { continue }
      addHit(table.value(path, kind, at, length, text), start, end, text, table)
    }
  }

  /// Looks up the grams by which wildcards are found, wherever in the string they may stand.
  mutating func addGrams(
    _ path: UInt32, _ extras: Extras, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    let filter = GramFilter(extras.gramFilter, table)
    let (lengths, first) = (table.items(of: extras.gramLengths), extras.gramStart)
    if first < AffixLength.anyByte {
      let first = UInt8(truncatingIfNeeded: first)
      var p = text.place(of: first, from: start, to: end)
      while p < end {
        let word = text.u64(p)
        for i in lengths.start..<lengths.end {
          let length = Int(table.listItem(i))
          if p &+ length > end || !filter.mayHold(word, length, table) { continue }
          addGram(path, p, length, start, end, text, table)
        }
        p = text.place(of: first, from: p &+ 1, to: end)
      }
      return
    }
    for i in lengths.start..<lengths.end {
      let length = Int(table.listItem(i))
      var p = filter.place(from: start, to: end, length, text, table)
      while p &+ length <= end {
        addGram(path, p, length, start, end, text, table)
        p = filter.place(from: p &+ 1, to: end, length, text, table)
      }
    }
  }

  /// Tries the wildcards to which the gram at `p` leads.
  private mutating func addGram(
    _ path: UInt32, _ p: Int, _ length: Int, _ start: Int, _ end: Int, _ text: Bytes,
    _ table: Table
  ) {
    let value = table.value(path, .gram, p, length, text)
    if value == 0 { return }
    let wildcards = table.wildcards(of: value)
    if wildcards != 0 { addWildcards(wildcards, start, end, text, table) }
  }

  /// Notes a value that was hit, opens what is filed under it and tries its wildcards.
  @inline(__always)
  mutating func addHit(
    _ value: UInt32, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    if value == 0 { return }
    hits.append(AtomKind.value.atom(value &- 1))
    openValue(value, table)
    let wildcards = table.wildcards(of: value)
    if wildcards != 0 { addWildcards(wildcards, start, end, text, table) }
  }
}

extension Bytes {
  /// Whether the byte at the inner end of `length` bytes at `at` is the one that an item of affixes'
  /// lengths asks for, if it asks for one.
  @inline(__always)
  func hasEdge(_ item: UInt32, _ at: Int, _ length: Int, isPrefix: Bool) -> Bool {
    let byte = item &>> AffixLength.byteShift
    let inner = isPrefix && length > 0 ? at &+ length &- 1 : at
    return byte >= AffixLength.anyByte || UInt32(u8(inner)) == byte
  }

  /// The first place from `start` on where `byte` stands, or one at or behind `end`.
  @inline(__always)
  func place(of byte: UInt8, from start: Int, to end: Int) -> Int {
    var p = start
    while p < end {
      let n = distance(to: byte, from: p)
      p &+= n
      if n < 16 { break }
    }
    return p
  }
}

/// The bits in which the grams of a path are noted.
struct GramFilter {
  private let start: Int
  private let mask: Int

  init(_ text: UInt32, _ table: Table) {
    let (offset, size) = table.text(text)
    start = offset
    mask = size &* 8 &- 1
  }

  /// Whether the first `length` bytes of a word may be a gram.
  @inline(__always)
  func mayHold(_ word: UInt64, _ length: Int, _ table: Table) -> Bool {
    let kept = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    let bit = gramHash(word & kept, bits: 24) & mask
    return table.bytes.u8(start &+ bit &>> 3) &>> UInt8(truncatingIfNeeded: bit & 7) & 1 != 0
  }

  /// The first place from `start` on where a gram of the length may stand, or one from which none
  /// fits before `end`.
  func place(from start: Int, to end: Int, _ length: Int, _ text: Bytes, _ table: Table) -> Int {
    var p = start
    while p &+ length <= end, !mayHold(text.u64(p), length, table) { p &+= 1 }
    return p
  }
}
