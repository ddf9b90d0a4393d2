internal import CBlockMap

/// The one place where memory is read without a bound: a window on bytes that outlives its use.
///
/// Debug builds know how many bytes there are and assert every bound; release builds are a pointer and
/// trust their callers, each of which rests on one of two facts: the event text ends in `Bytes.padding` zero bytes, the first of which stops every scan;
/// or the offset comes from a table whose every reference `RuleTable.init` has checked.
@safe
struct Bytes {
  /// Zero bytes behind the event text.
  static let padding = 64

  private let base: UnsafeRawPointer
  #if DEBUG
    private let count: Int
  #else
    private var count: Int { .max }
  #endif

  /// `count` bytes are readable, padding included.
  @unsafe
  @inline(__always)
  init(_ base: UnsafeRawPointer, count: Int) {
    unsafe self.base = base
    #if DEBUG
      self.count = count
    #endif
  }

  @inline(__always)
  func u8(_ at: Int) -> UInt8 {
    assert(at >= 0 && at < count)
    return unsafe base.load(fromByteOffset: at, as: UInt8.self)
  }

  @inline(__always)
  func u16(_ at: Int) -> UInt16 {
    assert(at >= 0 && at <= count - 2)
    return unsafe UInt16(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt16.self))
  }

  @inline(__always)
  func u32(_ at: Int) -> UInt32 {
    assert(at >= 0 && at <= count - 4)
    return unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt32.self))
  }

  @inline(__always)
  func u64(_ at: Int) -> UInt64 {
    assert(at >= 0 && at <= count - 8)
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// Has memory bring the bytes at `at` before they are read.
  @inline(__always)
  func fetch(_ at: Int) {
    assert(at >= 0 && at < count)
    unsafe ilk_fetch(base + at)
  }

  /// A bit for each of the 16 bytes at `at` that is not plain string content.
  @inline(__always)
  func stringStops(_ at: Int) -> UInt32 {
    assert(at >= 0 && at <= count - 16)
    return unsafe ilk_string_stops(base + at)
  }

  /// The same for 32 bytes.
  @inline(__always)
  func longStringStops(_ at: Int) -> UInt32 {
    assert(at >= 0 && at <= count - 32)
    return unsafe ilk_long_string_stops(base + at)
  }

  /// How many of the 16 bytes at `at` stand in a string, whatever their characters are, before the
  /// first that ends it or needs a closer look.
  @inline(__always)
  func quoteStop(_ at: Int) -> Int {
    assert(at >= 0 && at <= count - 16)
    return unsafe Int(truncatingIfNeeded: ilk_quote_stop(base + at))
  }

  /// A bit for each of the 16 bytes at `at` that cannot stand in a number or a literal.
  @inline(__always)
  func bareStops(_ at: Int) -> UInt32 {
    assert(at >= 0 && at <= count - 16)
    return unsafe ilk_bare_stops(base + at)
  }

  /// Where in the 64 bytes at `at` quotes, backslashes and brackets are.
  @inline(__always)
  func brackets(_ at: Int) -> ilk_brackets {
    assert(at >= 0 && at <= count - 64)
    return unsafe ilk_find_brackets(base + at)
  }

  /// `ilk_skip` of the text that ends at `end`.
  @inline(__always)
  func skip(
    _ start: Int, _ end: Int, kinds: UInt64, depth: Int, limit: Int, _ vectorWidth: Int32
  ) -> Int {
    assert(start >= 0 && end <= count - Self.padding)
    return unsafe Int(
      truncatingIfNeeded: ilk_skip(
        base, Int64(truncatingIfNeeded: start), Int64(truncatingIfNeeded: end), kinds,
        Int64(truncatingIfNeeded: depth), Int64(truncatingIfNeeded: limit), vectorWidth))
  }

  /// How many of the 16 bytes at `at` are white space before the first that is not.
  @inline(__always)
  func spaceStop(_ at: Int) -> Int {
    assert(at >= 0 && at <= count - 16)
    return unsafe Int(truncatingIfNeeded: ilk_space_stop(base + at))
  }

  /// How many of the 16 bytes at `at` stand before the first `byte`.
  @inline(__always)
  func distance(to byte: UInt8, from at: Int) -> Int {
    assert(at >= 0 && at <= count - 16)
    return unsafe Int(truncatingIfNeeded: ilk_byte_stop(base + at, byte))
  }

  /// How many of the 16 bytes at `at` are digits, as a bit each.
  @inline(__always)
  func digitBits(_ at: Int) -> UInt32 {
    assert(at >= 0 && at <= count - 16)
    return unsafe ilk_digit_bits(base + at)
  }

  /// A bit for each of the 16 bytes at `at` that equals its counterpart at `otherAt`.
  @inline(__always)
  func equalBits(_ at: Int, _ other: Bytes, _ otherAt: Int) -> UInt32 {
    assert(at >= 0 && at <= count - 16 && otherAt >= 0 && otherAt <= other.count - 16)
    return unsafe ilk_equal_bits(base + at, other.base + otherAt)
  }

  /// The first `length` (0 to 8) bytes at `at` as a little-endian number; reads eight.
  @inline(__always)
  func head(_ at: Int, _ length: Int) -> UInt64 {
    length == 0 ? 0 : u64(at) & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length))
  }

  /// Whether `length` bytes here equal those of `other`; reads up to seven bytes past either end.
  @inline(__always)
  func equals(_ at: Int, _ length: Int, _ other: Bytes, _ otherAt: Int) -> Bool {
    if length < 8 { return head(at, length) == other.head(otherAt, length) }
    var i = 0
    while i &+ 8 < length {
      if u64(at &+ i) != other.u64(otherAt &+ i) { return false }
      i &+= 8
    }
    return u64(at &+ length &- 8) == other.u64(otherAt &+ length &- 8)
  }
}

/// Scratch memory for plain values: grows, is reused from event to event, and is freed with its owner.
@safe
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity < 4 ? 4 : capacity
    unsafe base = .allocate(capacity: self.capacity)
  }

  /// `count` elements of one value.
  init(repeating value: Element, count: Int) {
    self.init(capacity: count)
    unsafe base.initialize(repeating: value, count: count)
    self.count = count
  }

  deinit { unsafe base.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count &+ 1) }
    unsafe base[count] = element
    count &+= 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func removeLast(_ n: Int = 1) {
    assert(count >= n)
    count &-= n
  }

  /// Makes the array hold the elements.
  @inline(__always)
  func copy(into array: inout [Element]) {
    if array.count > count { array.removeLast(array.count &- count) }
    var i = 0
    while i < array.count {
      array[i] = self[i]
      i &+= 1
    }
    while i < count {
      array.append(self[i])
      i &+= 1
    }
  }

  /// Drops all but the first `n`.
  @inline(__always)
  mutating func truncate(to n: Int) {
    assert(n <= count)
    count = n
  }

  func fill(_ value: Element) { unsafe base.initialize(repeating: value, count: count) }

  @inline(never)
  private mutating func grow(to needed: Int) {
    var wider = capacity &* 2
    if wider < needed { wider = needed }
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    unsafe UnsafeMutableRawPointer(moved).copyMemory(
      from: base, byteCount: count &* MemoryLayout<Element>.stride)
    unsafe base.deallocate()
    unsafe self.base = moved
    capacity = wider
  }
}

extension Buffer {
  /// The elements' bytes, valid until the buffer next grows or is freed.
  var storage: Bytes {
    @inline(__always) get {
      unsafe Bytes(UnsafeRawPointer(base), count: count &* MemoryLayout<Element>.stride)
    }
  }
}

extension Buffer<UInt8> {
  /// The bytes held, valid until the buffer next grows or is freed.
  var bytes: Bytes {
    @inline(__always) get { unsafe Bytes(base, count: count) }
  }

  /// Holds a copy of `span` followed by `Bytes.padding` zero bytes.
  mutating func copyPadded(_ span: Span<UInt8>) {
    let needed = span.count &+ Bytes.padding
    if needed > capacity { grow(to: needed) }
    unsafe span.withUnsafeBufferPointer { source in
      if let start = source.baseAddress {
        // As bytes: Embedded Swift would copy elements one by one.
        unsafe UnsafeMutableRawPointer(base).copyMemory(from: start, byteCount: source.count)
      }
    }
    count = span.count
    pad()
  }

  /// Appends `Bytes.padding` zero bytes.
  mutating func pad() {
    let needed = count &+ Bytes.padding
    if needed > capacity { grow(to: needed) }
    for i in 0..<Bytes.padding / 8 {
      unsafe UnsafeMutableRawPointer(base + count).storeBytes(
        of: 0, toByteOffset: i &* 8, as: UInt64.self)
    }
    count = needed
  }

  /// Holds a copy of `length` padded bytes with ASCII letters in lower case, padded in turn.
  mutating func copyFolded(_ source: Bytes, _ start: Int, _ length: Int) {
    let needed = length &+ Bytes.padding
    if needed > capacity { grow(to: needed) }
    var i = 0
    while i < length {
      let folded = lowercased(source.u64(start &+ i))
      unsafe UnsafeMutableRawPointer(base + i).storeBytes(of: folded.littleEndian, as: UInt64.self)
      i &+= 8
    }
    count = length
    pad()
  }
}

extension [UInt8] {
  /// Runs `body` over a window on the array; over a single zero byte where the array is empty.
  @inline(__always)
  func withBytes<R: ~Copyable, E: Error>(_ body: (Bytes) throws(E) -> R) throws(E) -> R {
    if isEmpty { return try [0].withBytes(body) }
    return try unsafe span.bytes.withUnsafeBytes { (raw) throws(E) -> R in
      // INVARIANT: an array that is not empty has an address.
      unsafe try body(Bytes(raw.baseAddress.unsafelyUnwrapped, count: raw.count))
    }
  }
}

/// The bytes of a table: an array of its own, or memory that somebody else keeps.
@safe
package struct TableBytes: Sendable {
  private let owned: [UInt8]
  /// Where the memory of somebody else begins, 0 for an array; the number is `Sendable`.
  private let address: UInt
  package let count: Int

  package init(_ bytes: [UInt8]) {
    owned = bytes
    address = 0
    count = bytes.count
  }

  /// INVARIANT: the caller keeps the memory there and unchanged as long as this or a copy is used.
  @unsafe
  package init(borrowing start: UnsafeRawPointer, count: Int) {
    owned = []
    address = UInt(bitPattern: start)
    self.count = count
  }

  @inline(__always)
  func withBytes<R: ~Copyable, E: Error>(_ body: (Bytes) throws(E) -> R) throws(E) -> R {
    guard count > 0, let start = unsafe UnsafeRawPointer(bitPattern: address) else {
      return try owned.withBytes(body)
    }
    return try unsafe body(Bytes(start, count: count))
  }

  /// The bytes, for as long as this value is borrowed: nobody writes to the array meanwhile, so its
  /// elements stay where they are.
  @unsafe
  var window: Bytes {
    @inline(__always) get { withBytes { $0 } }
  }
}

/// Eight bytes with ASCII letters in lower case.
@inline(__always)
private func lowercased(_ word: UInt64) -> UInt64 {
  let each: UInt64 = 0x0101_0101_0101_0101
  let low = word & (each &* 0x7F)
  // The high bit of each byte: whether it is at least `A`, whether it is beyond `Z`.
  let fromA = low &+ each &* (0x80 &- 0x41)
  let beyondZ = low &+ each &* (0x7F &- 0x5A)
  let letters = (fromA ^ beyondZ) & ~word & (each &* 0x80)
  return word | letters &>> 2
}
