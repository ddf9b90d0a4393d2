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
