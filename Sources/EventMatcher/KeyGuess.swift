/// A key as it was met before: its text, where it led, and which keys came next.
///
/// Events of one kind have the same keys in the same order, so the key that came last time is compared
/// first; only where it is another is the key scanned and looked up. Being compared byte for byte, a
/// guess can be wrong but never misleads.
///
/// The walk reads guesses by offsets in bytes: a link is the offset of `next` or `inner`, and what
/// stands there is the offset of the guess for the key that is due.
struct KeyGuess: BitwiseCopyable {
  /// Both quotes and the colon included, zero behind them.
  var text: (UInt64, UInt64)
  /// A bit a byte of the text.
  var bits: UInt32
  /// The frame's node under which it was met, and the node to which it led.
  var node: UInt32
  var child: UInt32
  var length: UInt32
  /// The key behind it in its object.
  var next: UInt32 = 0
  /// The first key inside its value.
  var inner: UInt32 = 0

  static let stride = UInt32(MemoryLayout<KeyGuess>.stride)
  static let nextLink: UInt32 = 32
  static let innerLink: UInt32 = 36
  static let count = 512

  /// Nobody's: matches nothing, and leads to the first key.
  static let none = KeyGuess(text: (0, 0), bits: 1, node: .max, child: 0, length: 0)
}

extension Bytes {
  /// Whether the guess at `offset` of these bytes is the key at `p` of `text` under `node`.
  @inline(__always)
  func holds(_ offset: Int, _ node: UInt32, _ p: Int, _ text: Bytes) -> Bool {
    let expected = u32(offset &+ 16)
    return u32(offset &+ 20) == node && text.equalBits(p, self, offset) & expected == expected
  }

  @inline(__always)
  func guessedChild(_ offset: Int) -> UInt32 { u32(offset &+ 24) }

  @inline(__always)
  func guessedLength(_ offset: Int) -> Int { Int(u32(offset &+ 28)) }
}

extension Matching {
  /// Remembers a key that has just been read, and that `link` leads to it; returns the link to what
  /// follows it.
  @inline(never)
  mutating func learn(_ key: Bytes.Quoted, at link: UInt32, _ node: UInt32, _ child: UInt32)
    -> UInt32
  {
    let text = self.text.bytes
    let length = key.length &+ 3
    // A dotted key has effects beside where it leads; others are too long to compare at once.
    guard length <= 16, text.u8(key.end &+ 1) == UInt8(ascii: ":"),
      node == 0 || !text.contains(UInt8(ascii: "."), key.start, key.end)
    else { return KeyGuess.nextLink }
    let start = key.start &- 1
    let low = text.head(start, length < 8 ? length : 8)
    let high = text.head(start &+ 8, length < 8 ? 0 : length &- 8)
    let slot = slot(for: (low, high), node)
    if guesses[slot].text != (low, high) || guesses[slot].node != node {
      guesses[slot] = KeyGuess(
        text: (low, high), bits: (1 &<< UInt32(length)) &- 1, node: node, child: child,
        length: UInt32(length))
    }
    let offset = UInt32(slot) &* KeyGuess.stride
    let last = Int(link / KeyGuess.stride)
    if link % KeyGuess.stride == KeyGuess.innerLink {
      guesses[last].inner = offset
    } else {
      guesses[last].next = offset
    }
    return offset &+ KeyGuess.nextLink
  }

  /// The slot of a key: that which has it, else a free one, else one that gives way.
  private mutating func slot(for text: (UInt64, UInt64), _ node: UInt32) -> Int {
    let mixed = (text.0 ^ text.1 &* 31 ^ UInt64(node)) &* 0x9E37_79B9_7F4A_7C15
    let hash = Int(truncatingIfNeeded: mixed &>> 40)
    for i in 0..<8 {
      let slot = 1 &+ (hash &+ i) % (KeyGuess.count &- 1)
      let guess = guesses[slot]
      if guess.node == .max || (guess.text == text && guess.node == node) { return slot }
    }
    return 1 &+ hash % (KeyGuess.count &- 1)
  }
}
