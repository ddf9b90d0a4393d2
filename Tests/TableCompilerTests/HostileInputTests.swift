import EventMatcher
import PatternOracle
import Testing

/// These run in a debug build, where every read of the matcher asserts its bounds.
@Suite("Hostile tables and events")
struct HostileInputTests {
  @Test func alteredTablesAreRefusedOrRun() throws {
    let original = try tableBytes(crowd(5))
    var random = PatternGenerator(seed: 5)
    var accepted = 0
    for _ in 0..<10_000 {
      var bytes = original
      for _ in 0...random.next() % 3 { alter(&bytes, &random) }
      if random.next() % 16 == 0 { bytes.removeLast(Int(random.next() % 64)) }
      seal(&bytes)
      guard let table = try? RuleTable(bytes) else { continue }
      accepted += 1
      for event in crowdedEvents { _ = try? matches(table, event) }
      if accepted % 64 == 0 { _ = try? matches(table, manyElements) }
      for rule in [0, table.ruleCount - 1] { _ = table.name(ofRule: rule) + table.scope(ofRule: rule) }
    }
    // Most bytes are text, numbers and hashes, any of which may be others.
    #expect(accepted > 1_000 && accepted < 9_999)
  }

  @Test func truncatedTablesAreRefused() throws {
    let original = try tableBytes([#"{"a":["x"]}"#])
    for count in 0..<original.count {
      #expect(throws: TableError.self) { try RuleTable(Array(original[..<count])) }
    }
    #expect(throws: TableError(.wrongLength, at: 24)) { try RuleTable(original + [0]) }
  }

  @Test func everyAlteredByteIsNoticed() throws {
    let original = try tableBytes([#"{"a":["x"]}"#])
    for i in original.indices {
      var bytes = original
      bytes[i] ^= 0x10
      #expect(throws: TableError.self, "byte \(i)") { try RuleTable(bytes) }
    }
  }

  @Test func alteredEventsAreRefusedOrRun() throws {
    let table = try table(crowdedPatterns)
    var matcher = EventMatcher(table, checking: .strict)
    var lenient = EventMatcher(table)
    var trusting = EventMatcher(table, checking: .trusting)
    var random = PatternGenerator(seed: 6)
    for i in 0..<10_000 {
      var bytes = Array(crowdedEvents[i % crowdedEvents.count].utf8)
      for _ in 0...random.next() % 3 { alter(&bytes, &random) }
      if random.next() % 4 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
      let isJSON = RFC8259.isObject(bytes)
      let matched = try? matcher.match(bytes.span)
      #expect((matched != nil) == isJSON, "\(String(decoding: bytes, as: UTF8.self))")
      let loosely = try? lenient.match(bytes.span)
      if let matched { #expect(loosely == matched) }
      _ = try? trusting.match(bytes.span)
    }
  }

  /// One change of the kinds that break readers: a flipped bit, an extreme, a copy from elsewhere.
  private func alter(_ bytes: inout [UInt8], _ random: inout PatternGenerator) {
    let at = Int(random.next() % UInt64(bytes.count))
    switch random.next() % 4 {
    case 0: bytes[at] ^= 1 << UInt8(random.next() & 7)
    case 1: bytes[at] = 0xFF
    case 2: bytes[at] = 0
    default: bytes[at] = bytes[Int(random.next() % UInt64(bytes.count))]
    }
  }

  /// States the length and the checksum that the altered bytes have.
  private func seal(_ bytes: inout [UInt8]) {
    guard bytes.count > 32 else { return }
    put(UInt64(bytes.count), at: 24, &bytes)
    put(tableChecksum(Array(bytes[24...])), at: 16, &bytes)
  }

  private func put(_ value: UInt64, at offset: Int, _ bytes: inout [UInt8]) {
    for i in 0..<8 { bytes[offset + i] = UInt8(truncatingIfNeeded: value >> UInt64(8 * i)) }
  }
}
