extension Matching {
  /// Whether one choice of values meets all tests and takes, of every array, a single element.
  ///
  /// Tests come in the order of their paths, in which the service visits them: a test that holds
  /// by absence asks for values that agree with the choices made before it.
  mutating func isConsistent(_ conjunction: Conjunction, _ table: Table) throws(EventError) -> Bool {
    if !isRepetitive && conjunction.flags & ConjunctionFlags.nested == 0,
      let answer = isConsistentInTree(conjunction, table)
    {
      return answer
    }
    return try isConsistentInAnyShape(conjunction, table)
  }

  /// The same where every name comes once in an object and no tested path continues another: then
  /// paths that share arrays follow each other, and of the choices made so far only the innermost
  /// element around the next path matters. Linear in the occurrences of the tested paths.
  ///
  /// INVARIANT: `states` are elements in document order, none inside another.
  private mutating func isConsistentInTree(_ conjunction: Conjunction, _ table: Table) -> Bool? {
    states.removeAll()
    states.append(0)
    for i in conjunction.tests {
      let test = FieldTest(i, table)
      widen(to: table.node(ofPath: test.path), table)
      nextStates.removeAll()
      guard join(test, table) else { return nil }
      if nextStates.count == 0 { return false }
      swap(&states, &nextStates)
    }
    return true
  }

  /// Replaces each state by the innermost element around it through which `node` can be reached.
  private mutating func widen(to node: UInt32, _ table: Table) {
    var kept = 0
    for i in 0..<states.count {
      var element = states[i]
      while element != 0, !table.isName(elements[Int(element)].node, around: node) {
        element = elements[Int(element)].parent
      }
      if kept == 0 || states[kept &- 1] != element {
        states[kept] = element
        kept &+= 1
      }
    }
    states.truncate(to: kept)
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
  private mutating func keep(_ element: UInt32) {
    let count = nextStates.count
    if count == 0 || nextStates[count &- 1] != element { nextStates.append(element) }
  }
}

extension Table {
  @inline(__always)
  func node(ofPath path: UInt32) -> UInt32 {
    bytes.u32(record(.paths, Int(path)))
  }

  /// Whether paths through `node` go through `name`: names are numbered so that those under one
  /// follow it.
  @inline(__always)
  func isName(_ name: UInt32, around node: UInt32) -> Bool {
    node >= name && node < bytes.u32(record(.nodes, Int(name)) &+ 24)
  }
}
