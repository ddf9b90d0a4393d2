internal import CBlockMap

extension Bytes {
  /// Steps behind the bracket that closes `open` containers around `start`, counting brackets only.
  ///
  /// `end` is the text's; behind it are `Bytes.padding` bytes, so a whole block can be read before it.
  @inline(never)
  func skipContainers(_ open: Int, from start: Int, end: Int) throws(EventError) -> Int {
    var depth = open
    var at = start
    // All bits set while a string goes on, and whether the next byte is escaped.
    var inside: UInt64 = 0
    var escape: UInt64 = 0
    while at < end {
      let block = brackets(at)
      let quotes = block.quotes & ~escaped(block.escapes, &escape)
      let strings = Self.alternate(quotes) ^ inside
      inside = 0 &- strings &>> 63
      var opening = block.opening & ~strings
      var closing = block.closing & ~strings
      while closing != 0 {
        let before = (closing & (0 &- closing)) &- 1
        depth &+= (opening & before).nonzeroBitCount &- 1
        if depth == 0 { return at &+ closing.trailingZeroBitCount &+ 1 }
        opening &= ~before
        closing &= closing &- 1
      }
      depth &+= opening.nonzeroBitCount
      at &+= 64
    }
    throw EventError(.unexpectedEnd, at: end)
  }

  /// The bytes behind backslashes that are not escaped themselves.
  @inline(__always)
  private func escaped(_ backslashes: UInt64, _ carried: inout UInt64) -> UInt64 {
    if backslashes | carried == 0 { return 0 }
    var escaped = carried
    var left = backslashes & ~carried
    carried = 0
    while left != 0 {
      let bit = left & (0 &- left)
      escaped |= bit &<< 1
      carried = bit &>> 63
      left &= ~(bit | bit &<< 1)
    }
    return escaped
  }

  /// Each bit set if an odd number of bits up to and with it are.
  @inline(__always)
  private static func alternate(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits ^= bits &<< 1
    bits ^= bits &<< 2
    bits ^= bits &<< 4
    bits ^= bits &<< 8
    bits ^= bits &<< 16
    return bits ^ bits &<< 32
  }
}
