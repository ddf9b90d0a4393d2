extension Matching {
  /// Reads the event from end to end: its grammar is checked everywhere, its values are looked at
  /// only where some rule's path leads.
  ///
  /// INVARIANT: `p` never passes the end of the text, because it only moves over bytes that were seen
  /// not to be the zero that stands there.
  mutating func walk(_ table: Table) throws(EventError) {
    switch checking {
    case .structure: try walk(CheckingStructure(), table)
    case .strict: try walk(CheckingAll(), table)
    case .trusting: try walk(Trusting(), table)
    }
  }

  @inline(__always)
  private mutating func walk<Mode: WalkMode>(_ mode: Mode, _ table: Table) throws(EventError) {
    let text = self.text.bytes
    var p = text.skipSpace(0)
    guard text.u8(p) == UInt8(ascii: "{") else { throw EventError(.notAnObject, at: p) }
    p = text.skipSpace(p &+ 1)
    if Mode.isTrusting { expectNames(1) }
    p = text.u8(p) == UInt8(ascii: "}") ? p &+ 1 : try entries(p, mode, table)
    end = p == textEnd ? p : text.skipSpace(p)
    elements[0].end = UInt32(truncatingIfNeeded: elements.count)
  }

  /// Reads value after value, with their keys in objects, from the first of the outermost object to
  /// that object's end, which it returns.
  @inline(__always)
  private mutating func entries<Mode: WalkMode>(_ start: Int, _ mode: Mode, _ table: Table)
    throws(EventError) -> Int
  {
    let text = self.text.bytes
    // INVARIANT: the guesses are never moved.
    let known = guesses.storage
    var here = Frame(node: 1, element: 0, array: 0)
    var p = start
    entries: while true {
      var node = here.node
      if here.array == 0 {
        if Mode.isTrusting, awaited[awaited.count &- 1] == 0 {
          if frames.count == 0 { return textEnd }
          p = try text.skipContainers(1, from: p, end: textEnd)
          here = close(here)
          p = try leave(p, &here, text)
          if p < 0 { return ~p }
          continue
        }
        let guess = Int(known.u32(Int(here.link)))
        if known.holds(guess, node, p, text) {
          node = known.guessedChild(guess)
          p &+= known.guessedLength(guess)
          here.link = UInt32(truncatingIfNeeded: guess) &+ KeyGuess.nextLink
        } else {
          (p, node, here.link) = try key(p, node, here.element, here.link, table)
        }
        if Mode.isTrusting, node != 0 { awaited[awaited.count &- 1] &-= 1 }
      }
      value: while true {
        let byte = text.u8(p)
        if byte == UInt8(ascii: "\"") {
          let stop = text.plainEnd(p &+ 1)
          if text.u8(stop) != UInt8(ascii: "\"") {
            p = try rareString(p, stop, node, here.element, Mode.isStrict, table)
          } else {
            if node != 0, let path = table.path(ofNode: node) {
              addString(Place(path, node, here.element), p &+ 1, stop &- p &- 1, table)
            }
            p = stop &+ 1
          }
        } else if byte | 0x20 == UInt8(ascii: "{") {
          if !Mode.isStrict, node == 0 {
            p =
              Mode.isTrusting
              ? try text.skipContainers(0, from: p, end: textEnd) : try skip(p)
          } else {
            try open(byte, at: p, node, &here, table)
            if Mode.isTrusting { expectNames(here.array == 0 ? here.node : 0) }
            p = text.skipSpace(p &+ 1)
            // A bracket and the one that closes it are two apart.
            if text.u8(p) != byte &+ 2 { continue entries }
          }
        } else if byte <= UInt8(ascii: " ") {
          p = try text.skipSpaceBeforeValue(p)
          continue value
        } else if !Mode.isStrict, node == 0 {
          p = try text.skipBare(p)
        } else {
          let end = node == 0 ? text.plainNumber(p).end : 0
          p = end != 0 ? end : try bare(p, node, here, table)
        }
        break value
      }
      if text.u8(p) == UInt8(ascii: ",") {
        p &+= 1
        continue
      }
      p = try leave(p, &here, text)
      if p < 0 { return ~p }
    }
  }

  /// Steps over what stands behind a value: the ends of containers, then a comma.
  ///
  /// Returns where the next value or key begins, or the complement of where the event ended.
  @inline(__always)
  private mutating func leave(_ from: Int, _ here: inout Frame, _ text: Bytes) throws(EventError)
    -> Int
  {
    var p = from
    while true {
      p = text.skipSpace(p)
      let byte = text.u8(p)
      if byte == UInt8(ascii: ",") { return p &+ 1 }
      guard byte == (here.array == 0 ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw EventError(.unexpectedByte, at: p)
      }
      p &+= 1
      if frames.count == 0 { return ~p }
      here = close(here)
    }
  }

  /// Ends a container; returns the one around it.
  @inline(__always)
  private mutating func close(_ here: Frame) -> Frame {
    let outer = frames[frames.count &- 1]
    frames.removeLast()
    // Names are awaited where trust is put in the event only.
    if awaited.count > 0 { awaited.removeLast() }
    if outer.element != here.element {
      elements[Int(here.element)].end = UInt32(truncatingIfNeeded: elements.count)
    }
    return outer
  }

  /// Notes how many names of rules' paths an object at `node` may still have.
  @inline(__always)
  private mutating func expectNames(_ node: UInt32) {
    awaited.append(node == 0 ? .max : childCounts[Int(node & ~Self.underEmpty)])
  }

  /// Reads a key; returns where its value begins, where it leads among the rules' paths, and the
  /// link to the next key.
  @inline(never)
  private mutating func key(
    _ p: Int, _ node: UInt32, _ element: UInt32, _ link: UInt32, _ table: Table
  ) throws(EventError) -> (Int, UInt32, UInt32) {
    let text = self.text.bytes
    if text.u8(p) <= UInt8(ascii: " ") {
      let next = text.skipSpace(p)
      let known = guesses.storage
      let guess = Int(known.u32(Int(link)))
      if known.holds(guess, node, next, text) {
        return (
          next &+ known.guessedLength(guess), known.guessedChild(guess),
          UInt32(truncatingIfNeeded: guess) &+ KeyGuess.nextLink
        )
      }
    }
    let key = try text.key(text.skipSpace(p))
    let child = node == 0 ? 0 : child(of: node, key, element, text, table)
    return (key.next, child, learn(key, at: link, node, child))
  }

  /// Reads a string from `stop` on, where something rare stands; returns its end.
  @inline(never)
  private mutating func rareString(
    _ p: Int, _ stop: Int, _ node: UInt32, _ element: UInt32, _ isStrict: Bool, _ table: Table
  ) throws(EventError) -> Int {
    if node == 0, !isStrict { return try text.bytes.skipRareString(stop) }
    let value = try text.bytes.rareString(p &+ 1, from: stop)
    if node != 0, let path = table.path(ofNode: node) {
      addString(Place(path, node, element), value, table)
    }
    return value.next
  }

  /// Steps over a number or a literal; in an array over the numbers that follow it too.
  @inline(never)
  private mutating func bare(_ start: Int, _ node: UInt32, _ here: Frame, _ table: Table)
    throws(EventError) -> Int
  {
    let text = self.text.bytes
    let path = table.path(ofNode: node)
    if text.u8(start) > UInt8(ascii: "9") {
      let end = try text.literal(start)
      if let path { addBare(Place(path, node, here.element), start, end, table) }
      return end
    }
    let end =
      if let path {
        addNumbers(Place(path, node, here.element), start, isElement: here.array != 0, table)
      } else { text.plainNumber(start).end }
    return end != 0 ? end : try rareNumber(start, node, here.element, table)
  }

  /// Steps over a number that is long or has an exponent, or over what is none.
  @inline(never)
  private mutating func rareNumber(
    _ start: Int, _ node: UInt32, _ element: UInt32, _ table: Table
  ) throws(EventError) -> Int {
    let number = try text.bytes.number(start)
    if number.end == 0 { return try text.bytes.literal(start) }
    if node != 0, let path = table.path(ofNode: node) {
      addNumber(Place(path, node, element), start, number.end, number.isInteger, table)
    }
    return number.end
  }

  /// Enters the container at `at`, whose values belong to `node`.
  @inline(__always)
  private mutating func open(
    _ bracket: UInt8, at: Int, _ node: UInt32, _ here: inout Frame, _ table: Table
  ) throws(EventError) {
    let isArray = bracket == UInt8(ascii: "[")
    guard frames.count &+ 1 < EventMatcher.maximumDepth else { throw EventError(.tooDeep, at: at) }
    frames.append(here)
    // From the link to the next key to that to the first inside; within arrays it is that already.
    if here.array == 0 { here.link = here.link &- KeyGuess.nextLink &+ KeyGuess.innerLink }
    guard node != 0, table.hasChildren(node) else {
      here.node = isArray ? node : 0
      here.array = isArray ? 1 : 0
      return
    }
    if here.array == 0 {
      visit(node & ~Self.underEmpty, here.element)
    } else {
      let name = node & ~Self.underEmpty
      let element = Element(parent: here.element, array: here.array, node: name, end: 0)
      here.element = UInt32(truncatingIfNeeded: elements.count)
      elements.append(element)
      arrayNames[Int(name)] = epoch
    }
    here.node = node
    here.array = 0
    if isArray {
      arrays &+= 1
      here.array = arrays
    }
  }

  /// Notes that a name with others under it came as a container.
  @inline(__always)
  mutating func visit(_ node: UInt32, _ element: UInt32) {
    let last = visits[Int(node)]
    if last.epoch == epoch && last.element == element { isRepetitive = true }
    visits[Int(node)] = Visit(epoch: epoch, element: element)
  }
}

extension Table {
  /// The path that a name is, if some rule tests it.
  @inline(__always)
  func path(ofNode node: UInt32) -> UInt32? {
    if node == 0 { return nil }
    let name = Int(node & ~Matching.underEmpty)
    let path = bytes.u32(record(.nodes, name) &+ 20)
    return path == 0 ? nil : path &- 1
  }

  /// Whether some rule's path goes on behind this name.
  @inline(__always)
  func hasChildren(_ node: UInt32) -> Bool {
    bytes.u64(record(.nodes, Int(node & ~Matching.underEmpty))) != 0
  }
}
