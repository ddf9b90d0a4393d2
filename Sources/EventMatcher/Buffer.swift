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
  @inline(__always)
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
