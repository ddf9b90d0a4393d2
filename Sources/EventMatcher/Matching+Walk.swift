extension Matching {
  /// Reads the event from end to end: its grammar is checked everywhere, its values are looked at
  /// only where some rule's path leads.
  ///
  /// INVARIANT: `p` never passes `length`, because it only moves over bytes that were seen not to be
  /// the zero that stands there.
  mutating func walk(_ table: Table) throws(EventError) {
    let text = self.text.bytes
    var p = text.skipSpace(0)
    guard text.u8(p) == UInt8(ascii: "{") else { throw EventError(.notAnObject, at: p) }
    var here = Frame(node: 1, element: 0, array: 0)
    p = text.skipSpace(p &+ 1)
    if text.u8(p) == UInt8(ascii: "}") { p = try leave(p, &here, text) }
    while p >= 0 {
      let child = here.array == 0 ? try key(&p, here, text, table) : here.node
      if try !value(&p, child, &here, text, table) { p = try leave(p, &here, text) }
    }
    p = text.skipSpace(~p)
    if p < length { throw EventError(.unexpectedByte, at: p) }
    elements[0].end = UInt32(truncatingIfNeeded: elements.count)
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
      if byte == UInt8(ascii: ",") { return text.skipSpace(p &+ 1) }
      guard byte == (here.array == 0 ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw unexpected(p)
      }
      p &+= 1
      if frames.count == 0 { return ~p }
      let outer = frames[frames.count &- 1]
      frames.removeLast()
      if outer.element != here.element {
        elements[Int(here.element)].end = UInt32(truncatingIfNeeded: elements.count)
      }
      here = outer
    }
  }

  /// Steps over a key and its colon; returns the name among the rules' paths to which it leads.
  @inline(__always)
  private mutating func key(_ p: inout Int, _ here: Frame, _ text: Bytes, _ table: Table)
    throws(EventError) -> UInt32
  {
    guard text.u8(p) == UInt8(ascii: "\"") else { throw unexpected(p) }
    let start = p &+ 1
    let (end, isEscaped) = try string(start, text)
    p = text.skipSpace(end &+ 1)
    guard text.u8(p) == UInt8(ascii: ":") else { throw unexpected(p) }
    p = text.skipSpace(p &+ 1)
    if here.node == 0 { return 0 }
    let node = here.node & ~Self.underEmpty
    let found = child(of: node, start, end, isEscaped, here.element, text, table)
    return found == 0 ? 0 : found | here.node & Self.underEmpty
  }

  /// Steps over a scalar or into a container; returns true where a container's first entry is due.
  @inline(__always)
  private mutating func value(
    _ p: inout Int, _ node: UInt32, _ here: inout Frame, _ text: Bytes, _ table: Table
  ) throws(EventError) -> Bool {
    switch text.u8(p) {
    case UInt8(ascii: "\""):
      let start = p &+ 1
      let (end, isEscaped) = try string(start, text)
      p = end &+ 1
      if let path = table.path(ofNode: node) {
        addString(Place(path, node, here.element), start, end, isEscaped, text, table)
      }
    case UInt8(ascii: "{"):
      try open(isArray: false, at: p, node, &here, table)
      p = text.skipSpace(p &+ 1)
      return text.u8(p) != UInt8(ascii: "}")
    case UInt8(ascii: "["):
      try open(isArray: true, at: p, node, &here, table)
      p = text.skipSpace(p &+ 1)
      return text.u8(p) != UInt8(ascii: "]")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let start = p
      let isInteger = try number(&p, text)
      if let path = table.path(ofNode: node) {
        addNumber(Place(path, node, here.element), start, p, isInteger, text, table)
      }
    default:
      let start = p
      p = try literal(p, text)
      if let path = table.path(ofNode: node) {
        addBare(Place(path, node, here.element), start, p, text, table)
      }
    }
    return false
  }

  /// Enters the container at `at`, whose values belong to `node`.
  @inline(__always)
  private mutating func open(
    isArray: Bool, at: Int, _ node: UInt32, _ here: inout Frame, _ table: Table
  ) throws(EventError) {
    guard frames.count &+ 1 < EventMatcher.maximumDepth else { throw EventError(.tooDeep, at: at) }
    frames.append(here)
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

  /// Steps over `true`, `false` or `null`.
  @inline(__always)
  private func literal(_ p: Int, _ text: Bytes) throws(EventError) -> Int {
    let word = text.u32(p)
    if word == 0x6575_7274 || word == 0x6C6C_756E { return p &+ 4 }
    if word == 0x736C_6166 && text.u8(p &+ 4) == UInt8(ascii: "e") { return p &+ 5 }
    let byte = text.u8(p) | 0x20
    guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else { throw unexpected(p) }
    throw EventError(.badLiteral, at: p)
  }
}

extension Bytes {
  /// The first byte from `p` on that is not white space.
  @inline(__always)
  func skipSpace(_ p: Int) -> Int {
    u8(p) > UInt8(ascii: " ") ? p : skipSpaces(p)
  }

  @inline(never)
  private func skipSpaces(_ from: Int) -> Int {
    var p = from
    while true {
      let n = spaceStop(p)
      p &+= n
      if n < 16 { return p }
    }
  }
}

extension Table {
  /// The path that a name is, if some rule tests it.
  @inline(__always)
  func path(ofNode node: UInt32) -> UInt32? {
    if node == 0 { return nil }
    let name = Int(node & ~Matching.underEmpty)
    let path = bytes.u32(layout.nodes &+ name &* 32 &+ 20)
    return path == 0 ? nil : path &- 1
  }

  /// Whether some rule's path goes on behind this name.
  @inline(__always)
  func hasChildren(_ node: UInt32) -> Bool {
    bytes.u64(layout.nodes &+ Int(node & ~Matching.underEmpty) &* 32) != 0
  }
}
