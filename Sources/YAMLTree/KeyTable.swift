/// A hash table of the keys of one mapping at a time, emptied and used again for the next.
struct KeyTable {
  /// Numbers of key nodes plus one; zero is a free place.
  private var slots: [UInt32] = []
  private var mask = 0
  /// Drawn afresh so that no file can be made to collide.
  private let seed = UInt64.random(in: .min ... .max)

  /// Makes room for `count` keys and forgets earlier ones.
  mutating func clear(for count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(0, count: size))
    mask = size - 1
  }

  /// Adds the key `node`, or gives the earlier key that has the same bytes.
  mutating func insert(_ node: UInt32, _ records: [YAMLTree.Record], _ text: [UInt8]) -> UInt32? {
    let key = records[Int(node)].textRange
    var slot = Int(truncatingIfNeeded: hash(key, of: text)) & mask
    while slots[slot] != 0 {
      let other = slots[slot] - 1
      if sameBytes(records[Int(other)].textRange, key, of: text) { return other }
      slot = (slot + 1) & mask
    }
    slots[slot] = node + 1
    return nil
  }

  private func hash(_ key: Range<Int>, of text: [UInt8]) -> UInt64 {
    var state = seed
    var word: UInt64 = 0
    var filled = 0
    for i in key {
      word = word << 8 | UInt64(text[i])
      filled += 1
      if filled & 7 == 0 { state = Self.mix(state, word) }
    }
    return Self.mix(state ^ UInt64(truncatingIfNeeded: filled), word)
  }

  /// Both halves of a full multiplication folded together.
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

func sameBytes(_ a: Range<Int>, _ b: Range<Int>, of text: [UInt8]) -> Bool {
  guard a.count == b.count else { return false }
  for i in 0..<a.count where text[a.lowerBound + i] != text[b.lowerBound + i] { return false }
  return true
}
