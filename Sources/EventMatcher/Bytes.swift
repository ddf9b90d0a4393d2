internal import CBlockMap

/// The one place where memory is read without a bound: a window on bytes that outlives its use.
///
/// Debug builds assert every bound. A release build trusts its callers, each of which rests on one of
/// two facts: the event text ends in `Bytes.padding` zero bytes, the first of which stops every scan;
/// or the offset comes from a table whose every reference `RuleTable.init` has checked.
@safe
struct Bytes {
  /// Zero bytes behind the event text and behind the table's heap.
  static let padding = 32

  private let base: UnsafeRawPointer
  /// Readable bytes, padding included.
  let count: Int

  @unsafe
  @inline(__always)
  init(_ base: UnsafeRawPointer, count: Int) {
    unsafe self.base = base
    self.count = count
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

  /// How many of the 16 bytes at `at` are plain string content before the first that is not.
  @inline(__always)
  func stringStop(_ at: Int) -> Int {
    assert(at >= 0 && at <= count - 16)
    return unsafe Int(truncatingIfNeeded: ilk_string_stop(base + at))
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

  /// The first `length` (0 to 8) bytes at `at` as a little-endian number; reads eight.
  @inline(__always)
  func head(_ at: Int, _ length: Int) -> UInt64 {
    length == 0 ? 0 : u64(at) & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length))
  }

  /// Whether `length` bytes here equal those of `other`; reads up to seven bytes past either end.
  @inline(__always)
  func equals(_ at: Int, _ length: Int, _ other: Bytes, _ otherAt: Int) -> Bool {
    var i = 0
    while i &+ 8 <= length {
      if u64(at &+ i) != other.u64(otherAt &+ i) { return false }
      i &+= 8
    }
    return head(at &+ i, length &- i) == other.head(otherAt &+ i, length &- i)
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
    unsafe base.update(repeating: value, count: count)
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

  /// Drops all but the first `n`.
  @inline(__always)
  mutating func truncate(to n: Int) {
    assert(n <= count)
    count = n
  }

  func fill(_ value: Element) { unsafe base.update(repeating: value, count: count) }

  @inline(never)
  private mutating func grow(to needed: Int) {
    var wider = capacity &* 2
    if wider < needed { wider = needed }
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    unsafe moved.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe self.base = moved
    capacity = wider
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
      if let start = source.baseAddress { unsafe base.update(from: start, count: source.count) }
    }
    unsafe (base + span.count).update(repeating: 0, count: Bytes.padding)
    count = needed
  }
}

extension [UInt8] {
  /// Runs `body` over a window on the array; over a single zero byte where the array is empty.
  @inline(__always)
  func withBytes<R, E: Error>(_ body: (Bytes) throws(E) -> R) throws(E) -> R {
    if isEmpty { return try [0].withBytes(body) }
    return try unsafe span.bytes.withUnsafeBytes { (raw) throws(E) -> R in
      // INVARIANT: an array that is not empty has an address.
      unsafe try body(Bytes(raw.baseAddress.unsafelyUnwrapped, count: raw.count))
    }
  }
}
