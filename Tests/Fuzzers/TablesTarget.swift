import EventMatcher
import PatternOracle

/// A table with some of its bytes altered, sealed again with the right length and checksum.
///
/// The input is which table it is, then four bytes an alteration: where, what kind, which value. So
/// inputs stay small and do not go out of date when the format changes.
enum TablesTarget {
  private static let tables = [
    tableBytes([#"{"a":["v3"],"n":[{"numeric":[">",1]}]}"#]),
    tableBytes(Array(richPatterns.suffix(24))),
    tableBytes(richPatterns),
  ]

  static func run(_ input: [UInt8]) {
    guard let first = input.first else { return }
    var bytes = tables[Int(first) % tables.count]
    for start in stride(from: 1, to: input.count - 3, by: 4) {
      alter(&bytes, Array(input[start..<start + 4]))
    }
    seal(&bytes)
    guard let table = try? RuleTable(bytes) else { return }
    for checking in [EventMatcher.Checking.structure, .strict, .trusting] {
      var matcher = EventMatcher(table, checking: checking)
      for event in richEvents { _ = try? matcher.match(event.span) }
    }
    for rule in [-1, 0, table.ruleCount - 1, table.ruleCount] {
      _ = table.name(ofRule: rule) + table.scope(ofRule: rule)
      for target in 0..<min(4, table.targetCount(ofRule: rule)) {
        _ = table.target(target, ofRule: rule)
      }
    }
    _ = table.topologyDigest
  }

  private static func alter(_ bytes: inout [UInt8], _ step: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let at = (Int(step[0]) | Int(step[1]) << 8) % bytes.count
    switch step[2] & 7 {
    case 0: bytes[at] ^= step[3]
    case 1: bytes[at] = step[3]
    case 2: bytes[at] &+= step[3]
    case 3: for i in at..<min(at + 4, bytes.count) { bytes[i] = step[3] }
    case 4: for i in at..<min(at + 8, bytes.count) { bytes[i] = 0 }
    case 5: bytes.removeLast(min(bytes.count, Int(step[3])))
    case 6: bytes.removeSubrange(at..<min(at + Int(step[3]), bytes.count))
    default: bytes[at] = bytes[Int(step[3]) * 4 % bytes.count]
    }
  }

  /// States the length and the checksum that the altered bytes have.
  private static func seal(_ bytes: inout [UInt8]) {
    guard bytes.count > 32 else { return }
    put(UInt64(bytes.count), at: 24, &bytes)
    put(tableChecksum(Array(bytes[24...])), at: 16, &bytes)
  }

  private static func put(_ value: UInt64, at offset: Int, _ bytes: inout [UInt8]) {
    for i in 0..<8 { bytes[offset + i] = UInt8(truncatingIfNeeded: value >> UInt64(8 * i)) }
  }
}
