/// A conjunction: tests that must all hold for one event, and the rules that this makes match.
struct Conjunction {
  /// Where its tests stand behind it.
  let tests: Range<Int>
  let flags: UInt32
  /// A rule or a list of rules.
  let rules: UInt32

  @inline(__always)
  init(_ index: UInt32, _ table: Table) {
    let record = table.record(.conjunctions, Int(index))
    flags = table.bytes.u32(record)
    rules = table.bytes.u32(record &+ 4)
    let first = Int(index) &+ 1
    tests = first..<first &+ Int(flags &>> ConjunctionFlags.countShift)
  }
}

/// One test of a conjunction: a path, and what some value there must be.
struct FieldTest {
  let path: UInt32
  /// A value record where `isCondition` is false, else a condition.
  let payload: UInt32
  let isCondition: Bool
  /// Marks of occurrences that the test does not see.
  private let hidden: UInt32

  @inline(__always)
  init(_ index: Int, _ table: Table) {
    let record = table.record(.conjunctions, index)
    let word = table.bytes.u32(record)
    path = word & TestFlags.pathMask
    hidden = word & TestFlags.followsEmpty != 0 ? 0 : Matching.underEmpty
    isCondition = word & TestFlags.condition != 0
    payload = table.bytes.u32(record &+ 4)
  }

  /// Number of atoms, of which one must be hit.
  func atomCount(_ table: Table) -> Int {
    isCondition ? table.atomCount(table.conditionAtoms(payload)) : 1
  }

  func atom(_ index: Int, _ table: Table) -> UInt32 {
    isCondition
      ? table.atom(table.conditionAtoms(payload), index) : AtomKind.value.atom(payload)
  }

  /// The interval in which some value must lie, where this is all that is asked.
  @inline(__always)
  func onlyInterval(_ table: Table) -> Int? {
    guard isCondition, !allowsAbsence(table) else { return nil }
    let list = table.conditionAtoms(payload)
    guard table.atomCount(list) == 1 else { return nil }
    let atom = table.atom(list, 0)
    return atom &>> AtomKind.shift == AtomKind.interval.rawValue
      ? Int(atom & AtomKind.indexMask) : nil
  }

  @inline(__always)
  func sees(_ occurrence: Matching.Occurrence) -> Bool { occurrence.place & hidden == 0 }

  /// Whether the test also holds where the path has no value.
  @inline(__always)
  func allowsAbsence(_ table: Table) -> Bool {
    isCondition && table.conditionFlags(payload) & ConditionFlags.absence != 0
  }
}

extension Matching {
  /// Looks at every conjunction that some hit opened, and leaves the rules that match in `matched`.
  mutating func decide(_ table: Table) throws(EventError) {
    openAbsent(table)
    var i = 0
    while i < opened.count {
      let posting = opened[i]
      if posting & TableFormat.inlinePosting != 0 {
        try decide(posting & ~TableFormat.inlinePosting, table)
      } else {
        for j in 0..<table.listCount(posting) { try decide(table.listItem(posting, j), table) }
      }
      i &+= 1
    }
    sortMatched()
  }

  /// Opens what is filed under paths that have no value.
  private mutating func openAbsent(_ table: Table) {
    let list = table.absentPaths
    for i in 0..<table.listCount(list) {
      let path = table.listItem(list, i)
      if !isSeen(path) { open(PathTests(path, table).absentPosting) }
    }
  }

  /// Whether the path has a value that every test sees.
  private mutating func isSeen(_ path: UInt32) -> Bool {
    let state = paths[Int(path)]
    var next = state.epoch == epoch ? state.first : 0
    while next != 0 {
      if occurrences[Int(next)].place & Self.underEmpty == 0 { return true }
      next = occurrences[Int(next)].next
    }
    return false
  }

  @inline(__always)
  private mutating func decide(_ index: UInt32, _ table: Table) throws(EventError) {
    // INVARIANT: conjunctions are of two units at least, so halves of their numbers differ.
    if decided[Int(index &>> 1)] == epoch { return }
    decided[Int(index &>> 1)] = epoch
    let conjunction = Conjunction(index, table)
    let isTied = elements.count > 1 && conjunction.flags & ConjunctionFlags.shared != 0
    for i in conjunction.tests {
      let test = FieldTest(i, table)
      if !isMet(test, table), !(isTied && test.allowsAbsence(table)) { return }
    }
    if isTied, try !isConsistent(conjunction, table) { return }
    if conjunction.rules & TableFormat.inlinePosting != 0 {
      mark(conjunction.rules & ~TableFormat.inlinePosting)
    } else {
      for i in 0..<table.listCount(conjunction.rules) {
        mark(table.listItem(conjunction.rules, i))
      }
    }
  }

  /// Whether any value at the test's path passes it, wherever in the event that is.
  @inline(__always)
  mutating func isMet(_ test: FieldTest, _ table: Table) -> Bool {
    let state = paths[Int(test.path)]
    if state.epoch != epoch { return test.allowsAbsence(table) }
    if state.count > Self.many, isIndexed(test.path) { return isMetAmongMany(test, table) }
    if state.count > 1, let interval = test.onlyInterval(table) {
      return isMet(test, by: interval, from: state.first, table)
    }
    var i = state.first
    var isAbsent = true
    repeat {
      let occurrence = occurrences[Int(i)]
      i = occurrence.next
      if !test.sees(occurrence) { continue }
      if passes(occurrence, test, table) { return true }
      isAbsent = false
    } while i != 0
    return isAbsent && test.allowsAbsence(table)
  }

  @inline(__always)
  mutating func passes(_ occurrence: Occurrence, _ test: FieldTest, _ table: Table) -> Bool {
    test.isCondition
      ? passes(occurrence, condition: test.payload, table)
      : occurrence.exact == test.payload &+ 1
  }

  private mutating func passes(_ occurrence: Occurrence, condition: UInt32, _ table: Table) -> Bool
  {
    let flags = table.conditionFlags(condition)
    let list = table.conditionAtoms(condition)
    for i in 0..<table.atomCount(list) {
      let atom = table.atom(list, i)
      if atom &>> AtomKind.shift == AtomKind.excluding.rawValue {
        if !hitsAny(occurrence, atom & AtomKind.indexMask, flags, table) { return true }
      } else if isHit(occurrence, atom, flags, table) {
        return true
      }
    }
    return false
  }

  mutating func hitsAny(_ occurrence: Occurrence, _ list: UInt32, _ flags: UInt32, _ table: Table)
    -> Bool
  {
    for i in 0..<table.atomCount(list)
    where isHit(occurrence, table.atom(list, i), flags, table) { return true }
    return false
  }

  mutating func isHit(_ occurrence: Occurrence, _ atom: UInt32, _ flags: UInt32, _ table: Table)
    -> Bool
  {
    let index = atom & AtomKind.indexMask
    switch AtomKind(rawValue: atom &>> AtomKind.shift) {
    case .value: return occurrence.exact == index &+ 1 || isAmongHits(occurrence, atom)
    case .wildcard, .folding: return isAmongHits(occurrence, atom)
    case .interval: return table.holds(occurrence.number, interval: Int(index))
    case .network:
      if occurrence.address == 0 { return false }
      let address = addresses[Int(occurrence.address) &- 1]
      if address.isComparableNumber && flags & ConditionFlags.numeric != 0 { return false }
      return table.holds(address, network: Int(index))
    case .any: return true
    case .excluding, nil: return false
    }
  }

  /// More hits of one occurrence than this are sorted.
  static let fewHits = 16

  private mutating func isAmongHits(_ occurrence: Occurrence, _ atom: UInt32) -> Bool {
    var (low, high) = (Int(occurrence.hitStart), Int(occurrence.hitEnd))
    while high &- low > Self.fewHits {
      let middle = low &+ (high &- low) / 2
      if hits[middle] <= atom { low = middle } else { high = middle }
    }
    while low < high {
      if hits[low] == atom { return true }
      low &+= 1
    }
    return false
  }

  /// Adds a rule unless it is among the matching ones.
  @inline(__always)
  private mutating func mark(_ rule: UInt32) {
    let bit: UInt64 = 1 &<< UInt64(rule & 63)
    let word = marks[Int(rule &>> 6)]
    if word & bit != 0 { return }
    marks[Int(rule &>> 6)] = word | bit
    matched.append(rule)
  }

  /// Puts `matched` in order and clears its marks.
  @inline(__always)
  private mutating func sortMatched() {
    let count = matched.count
    if count == 0 { return }
    // Many are read back from their marks.
    if count > 64 && count > marks.count / 16 { return readMarks() }
    for i in 0..<count { marks[Int(matched[i] &>> 6)] = 0 }
    if count > 1 { matched.sort(from: 0) }
  }

  private mutating func readMarks() {
    matched.removeAll()
    for i in 0..<marks.count {
      var word = marks[i]
      if word == 0 { continue }
      marks[i] = 0
      while word != 0 {
        matched.append(UInt32(truncatingIfNeeded: i &* 64 &+ word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
  }
}

extension Table {
  @inline(__always)
  func conditionRecord(_ condition: UInt32) -> Int {
    record(.conditions, Int(condition))
  }

  /// The list of the condition's atoms.
  @inline(__always)
  func conditionAtoms(_ condition: UInt32) -> UInt32 {
    bytes.u32(conditionRecord(condition) &+ 4)
  }

  @inline(__always)
  func conditionFlags(_ condition: UInt32) -> UInt32 {
    bytes.u32(conditionRecord(condition))
  }
}
