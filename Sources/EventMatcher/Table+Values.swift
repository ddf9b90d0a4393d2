extension Table {
  /// The wildcards that the value before `hit` leads to.
  @inline(__always)
  func wildcards(of hit: UInt32) -> UInt32 {
    let record = valueRecord(hit &- 1)
    if bytes.u32(record) & ValueRecord.leads == 0 { return 0 }
    let length = Int(bytes.u32(record &+ 4))
    return bytes.u32(record &+ ValueRecord.head &+ (length &+ 3) & ~3)
  }

  /// What is filed under the value before `hit`.
  @inline(__always)
  func posting(of hit: UInt32) -> UInt32 { bytes.u32(valueRecord(hit &- 1) &+ 8) }

  /// Has memory bring what a posting names.
  @inline(__always)
  func fetch(_ posting: UInt32) {
    let number = Int(posting & ~TableFormat.inlinePosting)
    let isInline = posting & TableFormat.inlinePosting != 0
    bytes.fetch(isInline ? record(.conjunctions, number) : record(.lists, number))
  }

  @inline(__always)
  private func valueRecord(_ value: UInt32) -> Int { record(.values, Int(value)) }

  /// One more than the value record of the path and kind that holds the bytes, 0 for none.
  ///
  /// INVARIANT: slots ascend by tag and the last is free, so a search ends; in a table where they
  /// do not ascend, some values are not found.
  @inline(__always)
  func value(_ path: UInt32, _ kind: ValueKind, _ start: Int, _ length: Int, _ text: Bytes)
    -> UInt32
  {
    let seed = ValueKind.seed(path: path, kind: kind)
    let tag = UInt32(truncatingIfNeeded: text.hash(start, length, seed: seed) &>> 32)
    var at = record(.valueSlots, valueHome(of: tag, homes: valueHomes))
    while bytes.u32(at) < tag { at &+= 8 }
    while bytes.u32(at) == tag {
      let found = bytes.u32(at &+ 4)
      if found == 0 { return 0 }
      if isValue(found &- 1, seed | UInt64(truncatingIfNeeded: length) &<< 32, start, text) {
        return found
      }
      at &+= 8
    }
    return 0
  }

  /// Whether a value's record begins with `head`, path, kind and length, and its text is that at
  /// `start`.
  @inline(__always)
  private func isValue(_ value: UInt32, _ head: UInt64, _ start: Int, _ text: Bytes) -> Bool {
    let record = valueRecord(value)
    return bytes.u64(record) & ~UInt64(ValueRecord.leads) == head
      && text.equals(
        start, Int(truncatingIfNeeded: head &>> 32), bytes, record &+ ValueRecord.head)
  }
}

/// The slot at which the search for a tag begins; slots ascend by tag.
@inline(__always)
package func valueHome(of tag: UInt32, homes: UInt32) -> Int {
  Int(truncatingIfNeeded: (UInt64(tag) &* UInt64(homes)) &>> 32)
}
