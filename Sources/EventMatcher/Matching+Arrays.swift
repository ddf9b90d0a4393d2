extension Matching {
  /// Whether one choice of values meets all tests and takes, of every array, a single element.
  ///
  /// Tests come in the order of their paths, in which the service visits them: a test that holds
  /// by absence asks for values that agree with the choices made before it.
  mutating func isConsistent(_ conjunction: Conjunction, _ table: Table) throws(EventError) -> Bool
  {
    if !isRepetitive && conjunction.flags & ConjunctionFlags.nested == 0,
      let answer = isConsistentInTree(conjunction, table)
    {
      return answer
    }
    return try isConsistentInAnyShape(conjunction, table)
  }

  /// The same where every name comes once in an object and no tested path continues another: then
  /// paths that share arrays follow each other, and tests between which no array is shared are met
  /// or not by themselves. Nil where values are not in the order of their elements.
  private mutating func isConsistentInTree(_ conjunction: Conjunction, _ table: Table) -> Bool? {
    var start = conjunction.tests.lowerBound
    while start < conjunction.tests.upperBound {
      var end = start &+ 1
      var hasMany = hasManyTests(start, table)
      while end < conjunction.tests.upperBound, isArrayShared(end &- 1, end, table) {
        if hasManyTests(end, table) { hasMany = true }
        end &+= 1
      }
      let tests = start..<end
      if tests.count == 1 {
        if !isMet(FieldTest(start, table), table) { return false }
      } else {
        let answer = hasMany ? isTiedAmongMany(tests, table) : isTied(tests, table)
        guard let answer else { return nil }
        if !answer { return false }
      }
      start = end
    }
    return true
  }

  private mutating func hasManyTests(_ test: Int, _ table: Table) -> Bool {
    let path = FieldTest(test, table).path
    return paths[Int(path)].epoch == epoch && isIndexed(path)
  }

  /// Whether this event has an array through which the paths of both tests go.
  private mutating func isArrayShared(_ a: Int, _ b: Int, _ table: Table) -> Bool {
    let other = table.node(ofPath: FieldTest(b, table).path)
    var name = table.node(ofPath: FieldTest(a, table).path)
    while name != 0 {
      if arrayNames[Int(name)] == epoch, table.isName(name, around: other) { return true }
      let outer = table.parent(ofName: name)
      // INVARIANT: a name is numbered behind the one above it.
      name = outer < name ? outer : 0
    }
    return false
  }

  /// Whether one choice of values meets tests of which each shares arrays with the next.
  ///
  /// Of the choices made so far only the innermost element around the next path matters. Linear in
  /// the occurrences of the tested paths.
  ///
  /// INVARIANT: `states` are elements in document order, none inside another.
  mutating func isTied(_ tests: Range<Int>, _ table: Table) -> Bool? {
    states.removeAll()
    states.append(0)
    for i in tests {
      let test = FieldTest(i, table)
      states.widen(to: table.node(ofPath: test.path), elements, table)
      nextStates.removeAll()
      guard join(test, table) else { return nil }
      if nextStates.count == 0 { return false }
      swap(&states, &nextStates)
    }
    return true
  }

  /// Leaves in `nextStates` where the test can be met from each state; false where occurrences are
  /// not in the order of their elements.
  private mutating func join(_ test: FieldTest, _ table: Table) -> Bool {
    let state = paths[Int(test.path)]
    let allowsAbsence = test.allowsAbsence(table)
    var next = state.epoch == epoch ? state.first : 0
    var last: UInt32 = 0
    for i in 0..<states.count {
      let scope = states[i]
      let end = elements[Int(scope)].end
      var isAbsent = true
      while next != 0 {
        let occurrence = occurrences[Int(next)]
        if !test.sees(occurrence) {
          next = occurrence.next
          continue
        }
        if occurrence.element >= end { break }
        if occurrence.element < last { return false }
        last = occurrence.element
        next = occurrence.next
        if occurrence.element < scope { continue }
        isAbsent = false
        if passes(occurrence, test, table) { keep(occurrence.element) }
      }
      if isAbsent && allowsAbsence { keep(scope) }
    }
    return true
  }

  @inline(__always)
  mutating func keep(_ element: UInt32) {
    let count = nextStates.count
    if count == 0 || nextStates[count &- 1] != element { nextStates.append(element) }
  }
}

extension Buffer<UInt32> {
  /// Replaces each element by the innermost around it through which `node` can be reached.
  mutating func widen(
    to node: UInt32, _ elements: borrowing Buffer<Matching.Element>, _ table: Table
  ) {
    var kept = 0
    for i in 0..<count {
      var element = self[i]
      while element != 0, !table.isName(elements[Int(element)].node, around: node) {
        element = elements[Int(element)].parent
      }
      if kept == 0 || self[kept &- 1] != element {
        self[kept] = element
        kept &+= 1
      }
    }
    truncate(to: kept)
  }
}

extension Table {
  @inline(__always)
  func node(ofPath path: UInt32) -> UInt32 {
    bytes.u32(record(.paths, Int(path)))
  }

  /// The name above, 0 for the root.
  @inline(__always)
  func parent(ofName name: UInt32) -> UInt32 {
    bytes.u32(record(.nodes, Int(name)) &+ 16)
  }

  /// Whether paths through `node` go through `name`: names are numbered so that those under one
  /// follow it.
  @inline(__always)
  func isName(_ name: UInt32, around node: UInt32) -> Bool {
    node >= name && node < bytes.u32(record(.nodes, Int(name)) &+ 24)
  }
}
