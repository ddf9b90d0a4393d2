/// Where a scalar stands.
struct Place {
  let path: UInt32
  /// The element around it, with `Matching.underEmpty` where some key on the way was empty.
  let element: UInt32

  @inline(__always)
  init(_ path: UInt32, _ node: UInt32, _ element: UInt32) {
    self.path = path
    self.element = element | node & Matching.underEmpty
  }
}

extension Matching {
  /// Classifies a string.
  @inline(__always)
  mutating func addString(_ place: Place, _ value: Bytes.Quoted, _ table: Table) {
    if value.isEscaped {
      addEscapedString(place, value, table)
    } else {
      addString(place, value.start, value.length, table)
    }
  }

  @inline(never)
  private mutating func addEscapedString(_ place: Place, _ value: Bytes.Quoted, _ table: Table) {
    let length = decode(value, isKey: false)
    // The lookups read the text; the decoded string takes its place meanwhile.
    swap(&text, &decoded)
    addString(place, 0, length, table)
    swap(&text, &decoded)
  }

  /// Classifies a string without escapes.
  @inline(never)
  mutating func addString(_ place: Place, _ start: Int, _ length: Int, _ table: Table) {
    let text = self.text.bytes
    let tests = PathTests(place.path, table)
    let hitStart = hits.count
    var exact: UInt32 = 0
    var address: UInt32 = 0
    if tests.has(PathFlags.strings) {
      exact = table.value(place.path, .string, start, length, text)
      openValue(exact, table)
    }
    if tests.has(PathFlags.extras) {
      address = addStringHits(place.path, start, start &+ length, tests.extras, table)
    }
    add(place, tests, exact: exact, hitStart: hitStart, address: address)
  }

  /// Looks up all that is not a whole string; returns one more than the entry in `addresses`.
  @inline(never)
  private mutating func addStringHits(
    _ path: UInt32, _ start: Int, _ end: Int, _ extras: Extras, _ table: Table
  ) -> UInt32 {
    let text = self.text.bytes
    let hitStart = hits.count
    nextTurn()
    let (prefixes, suffixes) = (extras.prefixLengths, extras.suffixLengths)
    if prefixes != 0 { addAffixes(path, .prefix, prefixes, start, end, text, table) }
    if suffixes != 0 { addAffixes(path, .suffix, suffixes, start, end, text, table) }
    if extras.hasFolded || extras.foldedPrefixLengths != 0 || extras.foldedSuffixLengths != 0 {
      let length = end &- start
      folded.copyFolded(text, start, length)
      if extras.hasFolded {
        addHit(table.value(path, .folded, 0, length, folded.bytes), start, end, text, table)
      }
      addFoldedAffixes(path, .foldedPrefix, extras.foldedPrefixLengths, length, table)
      addFoldedAffixes(path, .foldedSuffix, extras.foldedSuffixLengths, length, table)
    }
    if extras.gramFilter != 0 { addGrams(path, extras, start, end, text, table) }
    let (wildcards, foldings) = (extras.wildcards, extras.foldings)
    if wildcards != 0 { addWildcards(wildcards, start, end, text, table) }
    if foldings != 0 { addFoldings(foldings, start, end, text, table) }
    if hits.count &- hitStart > Self.fewHits { hits.sort(from: hitStart) }
    guard extras.hasNetworks, let address = Address(ip: text, start, end) else { return 0 }
    return add(address, extras, table)
  }

  private mutating func nextTurn() {
    turn &+= 1
    if turn == 0 {
      tried.fill(0)
      turn = 1
    }
  }

  /// Classifies `true`, `false` or `null`.
  @inline(never)
  mutating func addBare(_ place: Place, _ start: Int, _ end: Int, _ table: Table) {
    let tests = PathTests(place.path, table)
    var exact: UInt32 = 0
    if tests.has(PathFlags.bare) {
      exact = table.value(place.path, .bare, start, end &- start, text.bytes)
      openValue(exact, table)
    }
    add(place, tests, exact: exact, hitStart: hits.count, address: 0)
  }

  /// Chains an occurrence to those at its path, unless it hits nothing where only hits count; the first
  /// opens what any scalar opens.
  @inline(__always)
  mutating func add(
    _ place: Place, _ tests: PathTests, exact: UInt32, hitStart: Int, address: UInt32,
    number: Double = .nan, isHit: Bool = false
  ) {
    if tests.has(PathFlags.hitsOnly), !isHit, exact == 0, hitStart == hits.count, address == 0 {
      return
    }
    let index = UInt32(truncatingIfNeeded: occurrences.count)
    occurrences.append(
      Occurrence(
        number: number, place: place.element, next: 0, exact: exact,
        hitStart: UInt32(truncatingIfNeeded: hitStart),
        hitEnd: UInt32(truncatingIfNeeded: hits.count), address: address))
    let path = Int(place.path)
    if paths[path].epoch == epoch {
      occurrences[Int(paths[path].last)].next = index
      paths[path].last = index
      paths[path].count &+= 1
    } else {
      paths[path] = PathState(epoch: epoch, first: index, last: index)
      open(tests.anyPosting)
    }
  }

  /// Notes a posting, a list only once an event.
  @inline(__always)
  mutating func open(_ posting: UInt32) {
    if posting == 0 { return }
    if posting & TableFormat.inlinePosting == 0 {
      if openedLists[Int(posting)] == epoch { return }
      openedLists[Int(posting)] = epoch
    }
    opened.append(posting)
  }

  /// Opens what is filed under the value before `exact`.
  @inline(__always)
  mutating func openValue(_ exact: UInt32, _ table: Table) {
    if exact != 0 { open(table.bytes.u32(table.valueRecord(exact &- 1) &+ 12)) }
  }

  /// Notes an address and opens the networks that may hold it; returns one more than its entry.
  mutating func add(_ address: Address, _ extras: Extras, _ table: Table) -> UInt32 {
    addresses.append(address)
    openNetworks(address, extras.networks, table)
    return UInt32(truncatingIfNeeded: addresses.count)
  }
}

extension Matching {
  /// Looks up each beginning or end of the string that is as long as some prefix or suffix.
  private mutating func addAffixes(
    _ path: UInt32, _ kind: ValueKind, _ lengths: UInt32, _ start: Int, _ end: Int,
    _ text: Bytes, _ table: Table
  ) {
    for i in 0..<table.listCount(lengths) {
      let item = table.listItem(lengths, i)
      let length = Int(item & AffixLength.lengthMask)
      // INVARIANT: lengths ascend; in a table where they do not, some are passed over.
      if length > end &- start { break }
      let at = kind == .prefix ? start : end &- length
      if !text.hasEdge(item, at, length, isPrefix: kind == .prefix) { continue }
      addHit(table.value(path, kind, at, length, text), start, end, text, table)
    }
  }

  private mutating func addFoldedAffixes(
    _ path: UInt32, _ kind: ValueKind, _ lengths: UInt32, _ count: Int, _ table: Table
  ) {
    if lengths == 0 { return }
    for i in 0..<table.listCount(lengths) {
      let item = table.listItem(lengths, i)
      let length = Int(item & AffixLength.lengthMask)
      if length > count { break }
      let isPrefix = kind == .foldedPrefix
      let at = isPrefix ? 0 : count &- length
      if !folded.bytes.hasEdge(item, at, length, isPrefix: isPrefix) { continue }
      let hit = table.value(path, kind, at, length, folded.bytes)
      addHit(hit, 0, count, folded.bytes, table)
    }
  }

  /// Looks up the bytes at every position as the grams by which wildcards are found.
  private mutating func addGrams(
    _ path: UInt32, _ extras: Extras, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    let (lengths, first) = (extras.gramLengths, extras.gramStart)
    for i in 0..<table.listCount(lengths) {
      let length = Int(table.listItem(lengths, i))
      var p = start
      while true {
        if first < AffixLength.anyByte {
          p = text.place(of: UInt8(truncatingIfNeeded: first), from: p, to: end)
        } else {
          p = text.notedGram(from: p, to: end, length, extras.gramFilter, table)
        }
        if p &+ length > end { break }
        let value = table.value(path, .gram, p, length, text)
        if value != 0 { addWildcards(table.wildcards(of: value), start, end, text, table) }
        p &+= 1
      }
    }
  }

  /// Notes a value that was hit, opens what is filed under it and tries its wildcards.
  @inline(__always)
  private mutating func addHit(
    _ value: UInt32, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    if value == 0 { return }
    hits.append(AtomKind.value.atom(value &- 1))
    openValue(value, table)
    let wildcards = table.wildcards(of: value)
    if wildcards != 0 { addWildcards(wildcards, start, end, text, table) }
  }
}

extension Table {
  /// The wildcards that the value before `hit` leads to.
  @inline(__always)
  func wildcards(of hit: UInt32) -> UInt32 { bytes.u32(valueRecord(hit &- 1) &+ 16) }

  @inline(__always)
  func valueRecord(_ value: UInt32) -> Int {
    record(.values, Int(value))
  }

  /// One more than the value record of the path and kind that holds the bytes, 0 for none.
  @inline(__always)
  func value(_ path: UInt32, _ kind: ValueKind, _ start: Int, _ length: Int, _ text: Bytes)
    -> UInt32
  {
    let seed = ValueKind.seed(path: path, kind: kind)
    let hash = text.hash(start, length, seed: seed)
    let mask = UInt64(truncatingIfNeeded: count(of: .valueSlots) &- 1)
    var slot = hash
    while true {
      let at = record(.valueSlots, Int(truncatingIfNeeded: slot & mask))
      let found = bytes.u32(at &+ 4)
      if found == 0 { return 0 }
      if bytes.u32(at) == UInt32(truncatingIfNeeded: hash &>> 32) {
        let record = valueRecord(found &- 1)
        if bytes.u32(record &+ 8) == UInt32(truncatingIfNeeded: seed),
          bytes.u32(record &+ 4) == length,
          text.equals(start, length, bytes, self.start(of: .heap) &+ Int(bytes.u32(record)))
        {
          return found
        }
      }
      slot &+= 1
    }
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

  /// The first place from `start` on where the gram may be one of those noted, or a place from which
  /// none fits before `end`.
  func notedGram(from start: Int, to end: Int, _ length: Int, _ filter: UInt32, _ table: Table)
    -> Int
  {
    let (at, size) = table.text(filter)
    let (bytes, bits) = (table.bytes, size &* 8)
    let kept = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    var p = start
    while p &+ length <= end {
      let bit = filterBit(u64(p) & kept, bits: bits)
      if bytes.u8(at &+ bit &>> 3) &>> UInt8(truncatingIfNeeded: bit & 7) & 1 != 0 { return p }
      p &+= 1
    }
    return p
  }
}
