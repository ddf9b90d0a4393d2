/// Tests tied by arrays, on paths of which some came often in the event.
///
/// Whatever is chosen must agree with some value that passes the test which fewest pass. So the
/// other tests look only into the elements around those values, and rules that share a large array
/// cost what their rarest tests hit, not its size each.
extension Matching {
  /// As `isTied`; nil where values are not in the order of their elements.
  ///
  /// The chosen values are tried some at a time and ever more, since often one of the first will do.
  @inline(never)
  mutating func isTiedAmongMany(_ tests: Range<Int>, _ table: Table) -> Bool? {
    guard let rarest = rarest(tests, table) else { return nil }
    if rarest < 0 { return isTied(tests, table) }
    var (start, size) = (0, 8)
    while start < chosen.count {
      let end = min(start &+ size, chosen.count)
      if isTied(tests, through: rarest, start..<end, table) { return true }
      (start, size) = (end, size &* 8)
    }
    return false
  }

  /// Whether the tests are met by a choice in which one of some chosen values passes the rarest.
  private mutating func isTied(
    _ tests: Range<Int>, through rarest: Int, _ part: Range<Int>, _ table: Table
  ) -> Bool {
    states.removeAll()
    states.append(0)
    for i in tests {
      let test = FieldTest(i, table)
      let node = table.node(ofPath: test.path)
      states.widen(to: node, elements, table)
      nextStates.removeAll()
      confine(to: node, part, table)
      i == rarest ? joinChosen(part) : joinAllowed(test, table)
      if nextStates.count == 0 { return false }
      swap(&states, &nextStates)
    }
    return true
  }

  /// The test that fewest values pass, whose values it leaves in `chosen`; -1 where absence may meet
  /// every test, nil where some path's values are not in order.
  private mutating func rarest(_ tests: Range<Int>, _ table: Table) -> Int? {
    var (rarest, fewest) = (-1, Int.max)
    for i in tests {
      let test = FieldTest(i, table)
      let isAbsent = paths[Int(test.path)].epoch != epoch
      if !isAbsent, !index(of: test.path).isAscending { return nil }
      if test.allowsAbsence(table) { continue }
      let passing = isAbsent ? 0 : mostPassing(test, table)
      if passing < fewest { (rarest, fewest) = (i, passing) }
    }
    chosen.removeAll()
    if rarest >= 0, fewest > 0 { choose(FieldTest(rarest, table), table) }
    return rarest
  }

  /// Leaves in `allowed` the elements within which values under `node` agree with a chosen value.
  private mutating func confine(to node: UInt32, _ part: Range<Int>, _ table: Table) {
    allowed.removeAll()
    for i in part { allowed.append(occurrences[Int(chosen[i])].element) }
    allowed.widen(to: node, elements, table)
  }

  /// Leaves in `nextStates` the elements of the chosen values that agree with some state.
  private mutating func joinChosen(_ part: Range<Int>) {
    var i = 0
    for j in part {
      let element = occurrences[Int(chosen[j])].element
      while i < states.count, elements[Int(states[i])].end <= element { i &+= 1 }
      if i == states.count { return }
      if element >= states[i] { keep(element) }
    }
  }

  /// Leaves in `nextStates` where the test can be met from each state within what is allowed.
  private mutating func joinAllowed(_ test: FieldTest, _ table: Table) {
    let allowsAbsence = test.allowsAbsence(table)
    var (i, j, looked) = (0, 0, -1)
    while i < states.count, j < allowed.count {
      let (state, bound) = (states[i], allowed[j])
      let (stateEnd, boundEnd) = (elements[Int(state)].end, elements[Int(bound)].end)
      if stateEnd <= bound {
        i &+= 1
      } else if boundEnd <= state {
        j &+= 1
      } else {
        if allowsAbsence, looked != i, !hasValue(test, from: state, to: stateEnd) { keep(state) }
        looked = i
        // One is the other or inside it.
        keepPassing(test, from: max(state, bound), to: min(stateEnd, boundEnd), table)
        if stateEnd <= boundEnd { i &+= 1 } else { j &+= 1 }
      }
    }
  }

  /// Whether any value that the test sees lies in the elements of a range.
  private mutating func hasValue(_ test: FieldTest, from start: UInt32, to end: UInt32) -> Bool {
    if paths[Int(test.path)].epoch != epoch { return false }
    let index = index(of: test.path)
    var i = firstOrdered(index, in: start)
    while i < index.ordered.end {
      let occurrence = occurrences[Int(ordered[i])]
      if occurrence.element >= end { return false }
      if test.sees(occurrence) { return true }
      i &+= 1
    }
    return false
  }

  private mutating func keepPassing(
    _ test: FieldTest, from start: UInt32, to end: UInt32, _ table: Table
  ) {
    if paths[Int(test.path)].epoch != epoch { return }
    let index = index(of: test.path)
    var i = firstOrdered(index, in: start)
    while i < index.ordered.end {
      let occurrence = occurrences[Int(ordered[i])]
      if occurrence.element >= end { return }
      if test.sees(occurrence), passes(occurrence, test, table) { keep(occurrence.element) }
      i &+= 1
    }
  }

  /// The place in `ordered` of the first of the index's occurrences in `element` or behind it.
  private mutating func firstOrdered(_ index: PathIndex, in element: UInt32) -> Int {
    var (low, high) = index.ordered
    while low < high {
      let middle = low &+ (high &- low) / 2
      if occurrences[Int(ordered[middle])].element < element {
        low = middle &+ 1
      } else {
        high = middle
      }
    }
    return low
  }
}
