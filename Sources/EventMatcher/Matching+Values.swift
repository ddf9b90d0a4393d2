/// Where a scalar stands.
struct Place {
  let path: UInt32
  let element: UInt32
  /// `Matching.underEmpty` or 0.
  let marks: UInt32

  @inline(__always)
  init(_ path: UInt32, _ node: UInt32, _ element: UInt32) {
    self.path = path
    self.element = element
    marks = node & Matching.underEmpty
  }
}

extension Matching {
  /// Classifies a string whose content stands from `start` to `end`.
  mutating func addString(
    _ place: Place, _ start: Int, _ end: Int, _ isEscaped: Bool, _ text: Bytes, _ table: Table
  ) {
    if isEscaped {
      let length = decode(start, end, isKey: false, text)
      addPlainString(place, 0, length, decoded.bytes, table)
    } else {
      addPlainString(place, start, end, text, table)
    }
  }

  @inline(__always)
  private mutating func addPlainString(
    _ place: Place, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    let path = place.path
    let tests = PathTests(path, table)
    var occurrence = newOccurrence(place)
    if tests.has(PathFlags.strings) {
      occurrence.exact = table.value(path, .string, start, end &- start, text)
      openValue(occurrence.exact, table)
    }
    if tests.has(PathFlags.extras) {
      addStringHits(path, start, end, text, tests.extras, &occurrence, table)
    }
    finish(occurrence, path, tests)
  }

  @inline(never)
  private mutating func addStringHits(
    _ path: UInt32, _ start: Int, _ end: Int, _ text: Bytes, _ extras: Extras,
    _ occurrence: inout Occurrence, _ table: Table
  ) {
    nextTurn()
    addAffixes(path, .prefix, extras.prefixLengths, start, end, text, table)
    addAffixes(path, .suffix, extras.suffixLengths, start, end, text, table)
    if extras.hasFolded || extras.foldedPrefixLengths != 0 || extras.foldedSuffixLengths != 0 {
      fold(start, end, text)
      let length = end &- start
      if extras.hasFolded {
        addHit(table.value(path, .folded, 0, length, folded.bytes), start, end, text, table)
      }
      addFoldedAffixes(path, .foldedPrefix, extras.foldedPrefixLengths, length, table)
      addFoldedAffixes(path, .foldedSuffix, extras.foldedSuffixLengths, length, table)
    }
    addGrams(path, extras.gramLengths, start, end, text, table)
    addWildcards(extras.wildcards, start, end, text, table)
    addFoldings(extras.foldings, start, end, text, table)
    if extras.hasNetworks, let address = Address(ip: text, start, end) {
      add(address, &occurrence, extras, table)
    }
  }

  private mutating func nextTurn() {
    turn &+= 1
    if turn == 0 {
      tried.fill(0)
      turn = 1
    }
  }

  /// Classifies a number.
  @inline(never)
  mutating func addNumber(
    _ place: Place, _ start: Int, _ end: Int, _ isInteger: Bool, _ text: Bytes, _ table: Table
  ) {
    let path = place.path
    let tests = PathTests(path, table)
    var occurrence = newOccurrence(place)
    if tests.flags & (PathFlags.bare | PathFlags.extras) != 0 {
      let decimal = Decimal(text, start, end)
      let number = decimal.comparable(text, start, end)
      if let number {
        occurrence.number = number
      } else if isInteger && tests.has(PathFlags.bare) {
        occurrence.exact = table.value(path, .bare, start, end &- start, text)
        openValue(occurrence.exact, table)
      }
      if tests.has(PathFlags.extras) {
        let extras = tests.extras
        if let number, extras.hasIntervals { openIntervals(number, extras.intervals, table) }
        if extras.hasNetworks, isInteger || number != nil {
          let address =
            isInteger
            ? Address(integer: text, start, end, isComparable: number != nil)
            : Address(reprinted: occurrence.number)
          add(address, &occurrence, extras, table)
        }
      }
    }
    finish(occurrence, path, tests)
  }

  /// Classifies `true`, `false` or `null`.
  @inline(never)
  mutating func addBare(
    _ place: Place, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    let path = place.path
    let tests = PathTests(path, table)
    var occurrence = newOccurrence(place)
    if tests.has(PathFlags.bare) {
      occurrence.exact = table.value(path, .bare, start, end &- start, text)
      openValue(occurrence.exact, table)
    }
    finish(occurrence, path, tests)
  }

  @inline(__always)
  private func newOccurrence(_ place: Place) -> Occurrence {
    let hit = UInt32(truncatingIfNeeded: hits.count)
    return Occurrence(
      number: .nan, element: place.element, marks: place.marks, next: 0, exact: 0, hitStart: hit,
      hitEnd: hit, address: 0)
  }

  /// Chains the occurrence to those at its path; the first opens what any scalar opens.
  @inline(__always)
  private mutating func finish(_ new: Occurrence, _ path: UInt32, _ tests: PathTests) {
    var occurrence = new
    occurrence.hitEnd = UInt32(truncatingIfNeeded: hits.count)
    let index = UInt32(truncatingIfNeeded: occurrences.count)
    occurrences.append(occurrence)
    var state = paths[Int(path)]
    if state.epoch == epoch {
      occurrences[Int(state.last)].next = index
    } else {
      state.epoch = epoch
      state.first = index
      open(tests.anyPosting)
    }
    state.last = index
    paths[Int(path)] = state
  }

  @inline(__always)
  mutating func open(_ posting: UInt32) {
    if posting != 0 { opened.append(posting) }
  }

  /// Opens what is filed under the value before `exact`.
  @inline(__always)
  private mutating func openValue(_ exact: UInt32, _ table: Table) {
    if exact != 0 { open(table.bytes.u32(table.valueRecord(exact &- 1) &+ 12)) }
  }

  private mutating func add(
    _ address: Address, _ occurrence: inout Occurrence, _ extras: Extras, _ table: Table
  ) {
    addresses.append(address)
    occurrence.address = UInt32(truncatingIfNeeded: addresses.count)
    openNetworks(address, extras.networks, table)
  }

  /// Copies a string into `folded` with its ASCII letters in lower case.
  private mutating func fold(_ start: Int, _ end: Int, _ text: Bytes) {
    folded.removeAll()
    for p in start..<end {
      let byte = text.u8(p)
      folded.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
    for _ in 0..<Bytes.padding { folded.append(0) }
  }
}

extension Matching {
  /// Looks up each beginning or end of the string that is as long as some prefix or suffix.
  private mutating func addAffixes(
    _ path: UInt32, _ kind: ValueKind, _ lengths: UInt32, _ start: Int, _ end: Int,
    _ text: Bytes, _ table: Table
  ) {
    if lengths == 0 { return }
    for i in 0..<table.listCount(lengths) {
      let length = Int(table.listItem(lengths, i))
      // INVARIANT: lengths ascend; in a table where they do not, some are passed over.
      if length > end &- start { break }
      let at = kind == .prefix ? start : end &- length
      addHit(table.value(path, kind, at, length, text), start, end, text, table)
    }
  }

  private mutating func addFoldedAffixes(
    _ path: UInt32, _ kind: ValueKind, _ lengths: UInt32, _ count: Int, _ table: Table
  ) {
    if lengths == 0 { return }
    for i in 0..<table.listCount(lengths) {
      let length = Int(table.listItem(lengths, i))
      if length > count { break }
      let at = kind == .foldedPrefix ? 0 : count &- length
      let hit = table.value(path, kind, at, length, folded.bytes)
      addHit(hit, 0, count, folded.bytes, table)
    }
  }

  /// Looks up the bytes at every position as the grams by which wildcards are found.
  private mutating func addGrams(
    _ path: UInt32, _ lengths: UInt32, _ start: Int, _ end: Int, _ text: Bytes, _ table: Table
  ) {
    if lengths == 0 { return }
    for i in 0..<table.listCount(lengths) {
      let length = Int(table.listItem(lengths, i))
      var p = start
      while p &+ length <= end {
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
    addWildcards(table.wildcards(of: value), start, end, text, table)
  }
}

extension Table {
  /// The wildcards that the value before `hit` leads to.
  @inline(__always)
  func wildcards(of hit: UInt32) -> UInt32 { bytes.u32(valueRecord(hit &- 1) &+ 16) }

  @inline(__always)
  func valueRecord(_ value: UInt32) -> Int {
    layout.values &+ Int(value) &* Section.values.recordSize
  }

  /// One more than the value record of the path and kind that holds the bytes, 0 for none.
  @inline(__always)
  func value(_ path: UInt32, _ kind: ValueKind, _ start: Int, _ length: Int, _ text: Bytes)
    -> UInt32
  {
    let seed = ValueKind.seed(path: path, kind: kind)
    let hash = text.hash(start, length, seed: seed)
    var slot = hash
    while true {
      let at = layout.valueSlots &+ Int(truncatingIfNeeded: slot & layout.valueMask) &* 8
      let found = bytes.u32(at &+ 4)
      if found == 0 { return 0 }
      if bytes.u32(at) == UInt32(truncatingIfNeeded: hash &>> 32) {
        let record = valueRecord(found &- 1)
        if bytes.u32(record &+ 8) == UInt32(truncatingIfNeeded: seed),
          bytes.u32(record &+ 4) == length,
          text.equals(start, length, bytes, layout.heap &+ Int(bytes.u32(record)))
        {
          return found
        }
      }
      slot &+= 1
    }
  }
}
