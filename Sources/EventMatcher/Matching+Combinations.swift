extension Matching {
  /// Whether one choice of values is consistent, in an event of any shape.
  ///
  /// A state is the set of innermost elements chosen so far, as far as later tests can meet their
  /// arrays: its size, then the elements ascending. Equal states are kept once. Repeated keys can
  /// make them many (the question is then as hard as satisfiability), so steps are counted.
  mutating func isConsistentInAnyShape(_ conjunction: Conjunction, _ table: Table)
    throws(EventError) -> Bool
  {
    states.removeAll()
    states.append(0)
    for i in conjunction.tests {
      let test = FieldTest(i, table)
      nextStates.removeAll()
      var at = 0
      while at < states.count {
        try step(from: at, test, i &+ 1..<conjunction.tests.upperBound, table)
        at &+= Int(states[at]) &+ 1
      }
      if nextStates.count == 0 { return false }
      swap(&states, &nextStates)
    }
    return true
  }

  /// Adds to `nextStates` what the state at `at` becomes by each value that passes the test.
  private mutating func step(
    from at: Int, _ test: FieldTest, _ later: Range<Int>, _ table: Table
  ) throws(EventError) {
    let state = paths[Int(test.path)]
    var isAbsent = true
    var next = state.epoch == epoch ? state.first : 0
    while next != 0 {
      let occurrence = occurrences[Int(next)]
      next = occurrence.next
      try spend(Int(states[at]) &+ 1)
      guard test.sees(occurrence), isConsistent(occurrence.element, withStateAt: at) else {
        continue
      }
      isAbsent = false
      guard passes(occurrence, test, table) else { continue }
      try addState(from: at, with: occurrence.element, later, table)
    }
    if isAbsent && test.allowsAbsence(table) { try addState(from: at, with: 0, later, table) }
  }

  private mutating func spend(_ steps: Int) throws(EventError) {
    budget &-= steps
    if budget < 0 { throw EventError(.tooManyCombinations, at: 0) }
  }

  /// Whether an element and the state's elements take different elements of no array.
  private mutating func isConsistent(_ element: UInt32, withStateAt at: Int) -> Bool {
    for i in at &+ 1..<at &+ 1 &+ Int(states[at]) where differs(element, states[i]) { return false }
    return true
  }

  /// Whether the ways to two elements part within one array.
  private mutating func differs(_ a: UInt32, _ b: UInt32) -> Bool {
    var (a, b) = (a, b)
    var (belowA, belowB): (UInt32, UInt32) = (0, 0)
    // INVARIANT: a parent has a smaller number, so the larger of two is not around the other.
    while a != b {
      if a > b {
        belowA = a
        a = elements[Int(a)].parent
      } else {
        belowB = b
        b = elements[Int(b)].parent
      }
    }
    return belowA != 0 && belowB != 0
      && elements[Int(belowA)].array == elements[Int(belowB)].array
  }

  /// Appends the state at `at` with one more element to `nextStates`, unless it is there.
  private mutating func addState(
    from at: Int, with element: UInt32, _ later: Range<Int>, _ table: Table
  ) throws(EventError) {
    let start = nextStates.count
    nextStates.append(0)
    insert(element, at: start, later, table)
    for i in at &+ 1..<at &+ 1 &+ Int(states[at]) { insert(states[i], at: start, later, table) }
    nextStates[start] = UInt32(truncatingIfNeeded: nextStates.count &- start &- 1)
    var other = 0
    while other < start {
      try spend(1)
      if isEqualState(other, start) {
        nextStates.truncate(to: start)
        return
      }
      other &+= Int(nextStates[other]) &+ 1
    }
  }

  /// Puts an element in its place in the state being built, as far out as later tests allow; an
  /// element around another goes without saying.
  private mutating func insert(
    _ chosen: UInt32, at start: Int, _ later: Range<Int>, _ table: Table
  ) {
    var element = chosen
    while element != 0, !isNeeded(elements[Int(element)].node, later, table) {
      element = elements[Int(element)].parent
    }
    if element == 0 { return }
    var i = start &+ 1
    while i < nextStates.count {
      let other = nextStates[i]
      if isAround(element, other) { return }
      if isAround(other, element) {
        removeState(at: i)
      } else {
        i &+= 1
      }
    }
    nextStates.append(element)
    while i > start &+ 1, nextStates[i &- 1] > element {
      nextStates[i] = nextStates[i &- 1]
      nextStates[i &- 1] = element
      i &-= 1
    }
  }

  private mutating func removeState(at index: Int) {
    for i in index..<nextStates.count &- 1 { nextStates[i] = nextStates[i &+ 1] }
    nextStates.removeLast()
  }

  private mutating func isNeeded(_ name: UInt32, _ later: Range<Int>, _ table: Table) -> Bool {
    for i in later where table.isName(name, around: table.node(ofPath: FieldTest(i, table).path)) {
      return true
    }
    return false
  }

  /// Whether `outer` is `inner` or around it.
  private mutating func isAround(_ outer: UInt32, _ inner: UInt32) -> Bool {
    inner >= outer && inner < elements[Int(outer)].end
  }

  private mutating func isEqualState(_ a: Int, _ b: Int) -> Bool {
    let count = Int(nextStates[b])
    if Int(nextStates[a]) != count { return false }
    for i in 1..<count &+ 1 where nextStates[a &+ i] != nextStates[b &+ i] { return false }
    return true
  }
}
