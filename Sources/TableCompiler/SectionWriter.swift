internal import EventMatcher

/// The records of one section, little-endian.
struct SectionWriter {
  private(set) var bytes: [UInt8] = []

  mutating func u32(_ value: UInt32) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    bytes.append(UInt8(truncatingIfNeeded: value >> 16))
    bytes.append(UInt8(truncatingIfNeeded: value >> 24))
  }

  mutating func u32(_ values: UInt32...) { for value in values { u32(value) } }

  mutating func u64(_ value: UInt64) {
    u32(UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32))
  }

  mutating func double(_ value: Double) { u64(value.bitPattern) }

  mutating func append(_ other: some Sequence<UInt8>) { bytes += other }

  mutating func zero(_ count: Int) { bytes += repeatElement(0, count: count) }

  /// Slots of 8 bytes for entries that ascend by tag, each where the search for its tag begins or
  /// behind it, about four of five taken and the last one free.
  static func valueSlots(_ entries: [(tag: UInt32, number: UInt32)])
    -> (slots: SectionWriter, homes: UInt32)
  {
    let homes = UInt32(truncatingIfNeeded: entries.count * 5 / 4)
    var writer = SectionWriter()
    writer.bytes.reserveCapacity(Int(homes) * 8 + 64)
    for entry in entries {
      let home = valueHome(of: entry.tag, homes: homes)
      while writer.bytes.count < home * 8 { writer.u32(ValueSlot.free, 0) }
      writer.u32(entry.tag, entry.number)
    }
    repeat { writer.u32(ValueSlot.free, 0) } while writer.bytes.count < Int(homes) * 8
    return (writer, homes)
  }

  /// Hash slots of 8 bytes for entries numbered from 1: at most half are taken, of a few at most
  /// three of four.
  static func slots(_ hashes: [UInt64]) -> SectionWriter {
    var count = 4
    let fewest = hashes.count > 32 ? hashes.count * 2 : (hashes.count * 4 + 2) / 3
    while count < fewest { count *= 2 }
    var slots = [(tag: UInt32, index: UInt32)](repeating: (0, 0), count: count)
    for (i, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot].index != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = (UInt32(truncatingIfNeeded: hash >> 32), UInt32(i + 1))
    }
    var writer = SectionWriter()
    writer.bytes.reserveCapacity(count * 8)
    for slot in slots { writer.u32(slot.tag, slot.index) }
    return writer
  }
}
