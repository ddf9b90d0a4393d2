/// Tests on paths that came often in the event: they ask the path's index what hit their atoms.
extension Matching {
  /// Whether any value passes the test, wherever in the event it is.
  @inline(never)
  mutating func isMetAmongMany(_ test: FieldTest, _ table: Table) -> Bool {
    if let range = rangeOfValue(test, table) { return !range.isEmpty }
    let index = index(of: test.path)
    for i in 0..<test.atomCount(table)
    where isAtomMet(test.atom(i, table), test, index, table) { return true }
    if !test.allowsAbsence(table) || index.isPlain { return false }
    for i in index.ordered.start..<index.ordered.end
    where test.sees(occurrences[Int(ordered[i])]) { return false }
    return true
  }

  /// The entries of all that passes a test for one value; nil for other tests, and where a test may
  /// not see some of them.
  @inline(__always)
  private mutating func rangeOfValue(_ test: FieldTest, _ table: Table) -> Range<Int>? {
    if test.isCondition { return nil }
    let index = index(of: test.path)
    return index.isPlain ? range(of: AtomKind.value.atom(test.payload), index, table) : nil
  }

  private mutating func isAtomMet(
    _ atom: UInt32, _ test: FieldTest, _ index: PathIndex, _ table: Table
  ) -> Bool {
    guard let range = range(of: atom, index, table) else {
      return isMetByAny(atom, test, index, table)
    }
    let isSure = index.isPlain && !isNetwork(atom)
    for i in range where isSure || passes(entries[i].occurrence, atom, test, table) { return true }
    return false
  }

  /// The same for an atom that names no keys to look for: any value, or any but some.
  private mutating func isMetByAny(
    _ atom: UInt32, _ test: FieldTest, _ index: PathIndex, _ table: Table
  ) -> Bool {
    if index.isPlain, mostExcluded(atom, index, table) < index.ordered.end &- index.ordered.start {
      return true
    }
    for i in index.ordered.start..<index.ordered.end
    where passes(ordered[i], atom, test, table) { return true }
    return false
  }

  /// How many occurrences the atom excludes at most.
  private mutating func mostExcluded(_ atom: UInt32, _ index: PathIndex, _ table: Table) -> Int {
    guard atom &>> AtomKind.shift == AtomKind.excluding.rawValue else { return 0 }
    let list = atom & AtomKind.indexMask
    let all = index.ordered.end &- index.ordered.start
    var sum = 0
    for i in 0..<table.atomCount(list) {
      sum &+= range(of: table.atom(list, i), index, table)?.count ?? all
    }
    return sum
  }

  private mutating func passes(
    _ index: UInt32, _ atom: UInt32, _ test: FieldTest, _ table: Table
  ) -> Bool {
    let occurrence = occurrences[Int(index)]
    if !test.sees(occurrence) { return false }
    let flags = test.isCondition ? table.conditionFlags(test.payload) : 0
    if atom &>> AtomKind.shift == AtomKind.excluding.rawValue {
      return !hitsAny(occurrence, atom & AtomKind.indexMask, flags, table)
    }
    return isHit(occurrence, atom, flags, table)
  }

  private func isNetwork(_ atom: UInt32) -> Bool {
    atom &>> AtomKind.shift == AtomKind.network.rawValue
  }

  /// The entries of the occurrences that hit an atom, for a network of those that may; nil where it
  /// has no entries. A conjunction asks for the same atom several times, many ask for some alike.
  @inline(__always)
  private mutating func range(of atom: UInt32, _ index: PathIndex, _ table: Table) -> Range<Int>? {
    let slot = Int(atom) & (KnownRange.count - 1)
    let known = knownRanges[slot]
    if known.epoch == epoch, known.atom == atom { return Int(known.start)..<Int(known.end) }
    guard let found = find(atom, index, table) else { return nil }
    knownRanges[slot] = KnownRange(
      epoch: epoch, atom: atom, start: UInt32(truncatingIfNeeded: found.lowerBound),
      end: UInt32(truncatingIfNeeded: found.upperBound))
    return found
  }

  @inline(never)
  private mutating func find(_ atom: UInt32, _ index: PathIndex, _ table: Table) -> Range<Int>? {
    let number = Int(atom & AtomKind.indexMask)
    switch AtomKind(rawValue: atom &>> AtomKind.shift) {
    case .value, .wildcard, .folding:
      return entries(in: index.hits, from: (UInt64(atom), 0), to: (UInt64(atom), .max))
    case .interval:
      let record = table.record(.intervals, number)
      let low = ascending(table.bytes.double(record))
      let high = ascending(table.bytes.double(record &+ 8))
      return entries(in: index.numbers, from: (low, 0), to: (high, 0))
    case .network:
      let record = table.record(.networks, number)
      return entries(
        in: index.addresses, from: (table.bytes.u64(record), table.bytes.u64(record &+ 8)),
        to: (table.bytes.u64(record &+ 16), table.bytes.u64(record &+ 24)))
    case .any, .excluding, nil: return nil
    }
  }

  /// How many occurrences pass the test at most.
  @inline(__always)
  mutating func mostPassing(_ test: FieldTest, _ table: Table) -> Int {
    rangeOfValue(test, table)?.count ?? mostPassing(test, index(of: test.path), table)
  }

  @inline(never)
  private mutating func mostPassing(_ test: FieldTest, _ index: PathIndex, _ table: Table) -> Int {
    let all = index.ordered.end &- index.ordered.start
    var sum = 0
    for i in 0..<test.atomCount(table) {
      guard let range = range(of: test.atom(i, table), index, table) else { return all }
      sum &+= range.count
      if sum >= all { return all }
    }
    return sum
  }

  /// Leaves in `chosen` the occurrences that pass the test, ascending.
  mutating func choose(_ test: FieldTest, _ table: Table) {
    chosen.removeAll()
    if let range = rangeOfValue(test, table) {
      // Those that have one value are in the order of the document.
      for i in range { chosen.append(entries[i].occurrence) }
      return
    }
    let index = index(of: test.path)
    for i in 0..<test.atomCount(table) {
      let atom = test.atom(i, table)
      guard let range = range(of: atom, index, table) else { return chooseAny(test, index, table) }
      for i in range where passes(entries[i].occurrence, atom, test, table) {
        chosen.append(entries[i].occurrence)
      }
    }
    chosen.sort(from: 0)
  }

  private mutating func chooseAny(_ test: FieldTest, _ index: PathIndex, _ table: Table) {
    chosen.removeAll()
    for i in index.ordered.start..<index.ordered.end {
      let occurrence = occurrences[Int(ordered[i])]
      if test.sees(occurrence), passes(occurrence, test, table) { chosen.append(ordered[i]) }
    }
  }
}
