extension Matching {
  /// The name under `node` to which the key from `start` to `end` leads, 0 for none.
  ///
  /// A key may hold dots: the service joins names by them, so `a.b` is `b` under `a`.
  @inline(__always)
  mutating func child(
    of node: UInt32, _ start: Int, _ end: Int, _ isEscaped: Bool, _ element: UInt32,
    _ text: Bytes, _ table: Table
  ) -> UInt32 {
    if isEscaped { return escapedChild(of: node, start, end, element, text, table) }
    let length = end &- start
    if length == 0 { return table.emptyChild(of: node, text) }
    let record = table.layout.nodes &+ Int(node) &* 32
    let lengths = table.bytes.u64(record)
    if lengths &>> UInt64(truncatingIfNeeded: length < 63 ? length : 63) & 1 != 0 {
      let found = table.child(of: node, start, length, text)
      if found != 0 { return found }
    }
    if table.bytes.u32(record &+ 28) != 0, text.contains(UInt8(ascii: "."), start, end) {
      return descendant(of: node, start, end, element, text, table)
    }
    return 0
  }

  @inline(never)
  private mutating func escapedChild(
    of node: UInt32, _ start: Int, _ end: Int, _ element: UInt32, _ text: Bytes, _ table: Table
  ) -> UInt32 {
    let length = decode(start, end, isKey: true, text)
    return descendant(of: node, 0, length, element, decoded.bytes, table)
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
  @inline(never)
  func emptyChild(of node: UInt32, _ text: Bytes) -> UInt32 {
    let found = node == 1 ? 1 : child(of: node, 0, 0, text)
    return found == 0 ? 0 : found | Matching.underEmpty
  }

  /// The name under `node` that is equal to the bytes, 0 for none.
  @inline(__always)
  func child(of node: UInt32, _ start: Int, _ length: Int, _ text: Bytes) -> UInt32 {
    let hash = text.hash(start, length, seed: UInt64(node))
    var slot = hash
    while true {
      let at = layout.nodeSlots &+ Int(truncatingIfNeeded: slot & layout.nodeMask) &* 8
      let found = bytes.u32(at &+ 4)
      if found == 0 { return 0 }
      if bytes.u32(at) == UInt32(truncatingIfNeeded: hash &>> 32) {
        let record = layout.nodes &+ Int(found) &* 32
        if bytes.u32(record &+ 16) == node, bytes.u32(record &+ 12) == length,
          text.equals(start, length, bytes, layout.heap &+ Int(bytes.u32(record &+ 8)))
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
