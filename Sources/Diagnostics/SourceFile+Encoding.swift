extension SourceFile {
  /// The number of bytes of a UTF-8 byte order mark at the start.
  package static func byteOrderMark(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// UTF-16 text with a byte order mark as UTF-8 without one, all else as it is.
  ///
  /// Some shells write every redirected output so. Halves of pairs become U+FFFD.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 2 else { return bytes }
    let high: Int
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): high = 1
    case (0xFE, 0xFF): high = 0
    default: return bytes
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for i in stride(from: 2, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[i + high]) << 8 | UInt16(bytes[i + 1 - high]))
    }
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
