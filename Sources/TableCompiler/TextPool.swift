internal import EventMatcher

/// The heap of a table: every distinct byte string once, known by a number.
struct TextPool {
  private(set) var heap: [UInt8] = []
  private(set) var texts: [(offset: Int, length: Int)] = []
  /// Open addressing over text numbers plus one; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  func bytes(_ text: UInt32) -> ArraySlice<UInt8> {
    let (offset, length) = texts[Int(text)]
    return heap[offset..<offset + length]
  }

  func length(_ text: UInt32) -> Int { texts[Int(text)].length }

  mutating func intern(_ text: String) -> UInt32 { intern(Array(text.utf8)[...]) }
  mutating func intern(_ bytes: [UInt8]) -> UInt32 { intern(bytes[...]) }

  mutating func intern(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    if texts.count * 2 >= slots.count { widen() }
    let offset = heap.count
    heap.append(contentsOf: bytes)
    var slot = Int(truncatingIfNeeded: tableHash(heap, offset, bytes.count, seed: 0))
    while true {
      slot &= slots.count - 1
      let found = slots[slot]
      if found == 0 { break }
      if isEqual(texts[Int(found - 1)], offset, bytes.count) {
        heap.removeLast(bytes.count)
        return found - 1
      }
      slot += 1
    }
    texts.append((offset, bytes.count))
    slots[slot] = UInt32(texts.count)
    return UInt32(texts.count - 1)
  }

  private func isEqual(_ text: (offset: Int, length: Int), _ offset: Int, _ length: Int) -> Bool {
    guard text.length == length else { return false }
    for i in 0..<length where heap[text.offset + i] != heap[offset + i] { return false }
    return true
  }

  private mutating func widen() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, text) in texts.enumerated() {
      var slot = Int(truncatingIfNeeded: tableHash(heap, text.offset, text.length, seed: 0))
      while slots[slot & (slots.count - 1)] != 0 { slot += 1 }
      slots[slot & (slots.count - 1)] = UInt32(index + 1)
    }
  }
}

/// Runs of numbers that lie end to end, each behind its count; equal runs are kept once.
struct ListPool {
  private(set) var words: [UInt32] = [0]
  private var known: [[UInt32]: UInt32] = [:]

  mutating func intern(_ items: [UInt32]) -> UInt32 {
    if items.isEmpty { return 0 }
    if let list = known[items] { return list }
    let list = UInt32(truncatingIfNeeded: words.count)
    words.append(UInt32(items.count))
    words.append(contentsOf: items)
    known[items] = list
    return list
  }

  /// Replaces every item of every list.
  mutating func mapItems(_ replace: (UInt32) -> UInt32) {
    var at = 0
    while at < words.count {
      let count = Int(words[at])
      for i in at + 1..<at + 1 + count { words[i] = replace(words[i]) }
      at += count + 1
    }
    known = [:]
  }

  func items(_ list: UInt32) -> ArraySlice<UInt32> {
    let start = Int(list) + 1
    return words[start..<start + Int(words[Int(list)])]
  }
}
