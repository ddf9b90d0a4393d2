extension Matching {
  /// The name under a frame's `node` to which a key leads, 0 for none.
  ///
  /// A key may hold dots: the service joins names by them, so `a.b` is `b` under `a`.
  @inline(__always)
  mutating func child(
    of node: UInt32, _ key: Bytes.Quoted, _ element: UInt32, _ text: Bytes, _ table: Table
  ) -> UInt32 {
    let record = table.record(.nodes, Int(node & ~Self.underEmpty))
    let lengths = table.bytes.u64(record)
    if lengths &>> UInt64(truncatingIfNeeded: key.length < 63 ? key.length : 63) & 1 != 0 {
      return namedChild(of: node, key, element, table)
    }
    // Of the names that others stand under: which first bytes they have.
    let inner = table.bytes.u32(record &+ 28)
    if inner &>> UInt32(text.u8(key.start) & 31) & 1 == 0 { return 0 }
    return dottedChild(of: node, key, element, table)
  }

  /// The same for a key of a length that some name has.
  @inline(never)
  private mutating func namedChild(
    of node: UInt32, _ key: Bytes.Quoted, _ element: UInt32, _ table: Table
  ) -> UInt32 {
    let (text, name, mark) = (self.text.bytes, node & ~Self.underEmpty, node & Self.underEmpty)
    if key.length == 0 {
      let found = table.emptyChild(of: name, text)
      return found == 0 ? 0 : found | mark
    }
    if !key.isEscaped {
      let found = table.child(of: name, key.start, key.length, text)
      if found != 0 { return found | mark }
      return dottedChild(of: node, key, element, table)
    }
    let length = decode(key, isKey: true)
    let found = descendant(of: name, 0, length, element, decoded.bytes, table)
    return found == 0 ? 0 : found | mark
  }

  /// The same for a key that may hold dots.
  @inline(never)
  private mutating func dottedChild(
    of node: UInt32, _ key: Bytes.Quoted, _ element: UInt32, _ table: Table
  ) -> UInt32 {
    let text = self.text.bytes
    if key.length == 0 || !text.contains(UInt8(ascii: "."), key.start, key.end) { return 0 }
    let name = node & ~Self.underEmpty
    let found = descendant(of: name, key.start, key.end, element, text, table)
    return found == 0 ? 0 : found | node & Self.underEmpty
  }

  /// The name to which the dotted bytes lead step by step, 0 for none; each name on the way counts
  /// as met.
  @inline(never)
  private mutating func descendant(
    of node: UInt32, _ start: Int, _ end: Int, _ element: UInt32, _ text: Bytes, _ table: Table
  ) -> UInt32 {
    var node = node
    var p = start
    while true {
      var stop = p
      while stop < end && text.u8(stop) != UInt8(ascii: ".") { stop &+= 1 }
      node = table.child(of: node, p, stop &- p, text)
      if node == 0 || stop == end { return node }
      visit(node, element)
      p = stop &+ 1
    }
  }
}

extension Table {
  /// The name to which an empty key leads. At the root that is the root: the service puts no dot
  /// behind an empty beginning.
  func emptyChild(of node: UInt32, _ text: Bytes) -> UInt32 {
    let found = node == 1 ? 1 : child(of: node, 0, 0, text)
    return found == 0 ? 0 : found | Matching.underEmpty
  }

  /// The name under `node` that is equal to the bytes, 0 for none.
  @inline(__always)
  func child(of node: UInt32, _ start: Int, _ length: Int, _ text: Bytes) -> UInt32 {
    let hash = text.hash(start, length, seed: UInt64(node))
    let mask = UInt64(truncatingIfNeeded: count(of: .nodeSlots) &- 1)
    var slot = hash
    while true {
      let at = record(.nodeSlots, Int(truncatingIfNeeded: slot & mask))
      let found = bytes.u32(at &+ 4)
      if found == 0 { return 0 }
      if bytes.u32(at) == UInt32(truncatingIfNeeded: hash &>> 32) {
        let record = record(.nodes, Int(found))
        if bytes.u32(record &+ 16) == node, bytes.u32(record &+ 12) == length,
          text.equals(start, length, bytes, self.start(of: .heap) &+ Int(bytes.u32(record &+ 8)))
        {
          return found
        }
      }
      slot &+= 1
    }
  }
}

extension Bytes {
  @inline(__always)
  func contains(_ byte: UInt8, _ start: Int, _ end: Int) -> Bool {
    var p = start
    while p < end {
      let n = distance(to: byte, from: p)
      if n < 16 { return p &+ n < end }
      p &+= 16
    }
    return false
  }
}
