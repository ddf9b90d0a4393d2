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
    sieveKinds = extras.sieve
    let (prefixes, suffixes) = (extras.prefixLengths, extras.suffixLengths)
    if prefixes != 0 { addAffixes(path, .prefix, prefixes, start, end, text, table) }
    if suffixes != 0 { addAffixes(path, .suffix, suffixes, start, end, text, table) }
    if extras.hasFolded || extras.foldedPrefixLengths != 0 || extras.foldedSuffixLengths != 0 {
      let length = end &- start
      folded.copyFolded(text, start, length)
      if extras.hasFolded {
        addHit(table.value(path, .folded, 0, length, folded.bytes), start, end, text, table)
      }
      let (prefixes, suffixes) = (extras.foldedPrefixLengths, extras.foldedSuffixLengths)
      let lower = folded.bytes
      if prefixes != 0 { addAffixes(path, .foldedPrefix, prefixes, 0, length, lower, table) }
      if suffixes != 0 { addAffixes(path, .foldedSuffix, suffixes, 0, length, lower, table) }
    }
    if extras.gramFilter != 0 { addGrams(path, extras, start, end, text, table) }
    let (wildcards, foldings) = (extras.wildcards, extras.foldings)
    if wildcards != 0 { addWildcards(wildcards, start, end, text, table) }
    if foldings != 0 { addFoldings(foldings, start, end, text, table) }
    if hits.count &- hitStart > Self.fewHits { hits.sort(from: hitStart) }
    guard extras.hasNetworks, let address = Address(ip: text, start, end) else { return 0 }
    return add(address, extras, table)
  }

  @inline(__always)
  private mutating func nextTurn() {
    turn &+= 1
    triedCount = 0
    if turn == 0 {
      tried.fill(0)
      sieveTurn = 0
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

  /// Chains an occurrence to those at its path, unless it hits nothing where only hits count; the
  /// first opens what any scalar opens.
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
    if exact == 0 { return }
    let posting = table.posting(of: exact)
    // What it leads to is looked at when the event has been read.
    table.fetch(posting)
    open(posting)
  }

  /// Notes an address and opens the networks that may hold it; returns one more than its entry.
  mutating func add(_ address: Address, _ extras: Extras, _ table: Table) -> UInt32 {
    addresses.append(address)
    openNetworks(address, extras.networks, table)
    return UInt32(truncatingIfNeeded: addresses.count)
  }
}
