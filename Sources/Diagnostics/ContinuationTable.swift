/// How many bytes before an offset go on a character rather than start one, in constant time.
struct ContinuationTable: Sendable {
  private static let stride = 1024

  /// The count before every multiple of `stride`; empty for a file that is all ASCII.
  private let counts: [UInt32]

  init(_ bytes: [UInt8]) {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    var counts: [UInt32] = []
    if all >= 0x80 {
      var count: UInt32 = 0
      for start in Swift.stride(from: 0, through: bytes.count, by: Self.stride) {
        counts.append(count)
        count += Self.count(bytes[start..<min(start + Self.stride, bytes.count)])
      }
    }
    self.counts = counts
  }

  /// `offset` is at most the number of bytes.
  func count(before offset: Int, _ bytes: [UInt8]) -> Int {
    if counts.isEmpty { return 0 }
    let block = offset / Self.stride
    return Int(counts[block] + Self.count(bytes[block * Self.stride..<offset]))
  }

  private static func count(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var count: UInt32 = 0
    for byte in bytes where byte & 0xC0 == 0x80 { count += 1 }
    return count
  }
}
