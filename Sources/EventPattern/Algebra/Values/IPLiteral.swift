/// Address literals as Java's `InetAddress` reads them, behind the service's check of their letters.
enum IPLiteral {
  /// 4 or 16 bytes; an IPv4-mapped IPv6 address gives 4. Nil for anything else.
  static func parse(_ text: [UInt8]) -> [UInt8]? {
    text.contains(UInt8(ascii: ":")) ? parseV6(text) : parseV4(text)
  }

  static func isHexDigit(_ byte: UInt8) -> Bool { hexValue(byte) != nil }

  /// Texts that another parser than this one might read as an address.
  static func resemblesAddress(_ text: [UInt8]) -> Bool {
    let colon = UInt8(ascii: ":")
    if text.contains(colon) { return text.allSatisfy { $0 == colon || isHexDigit($0) } }
    let dot = UInt8(ascii: ".")
    let isDotted = text.allSatisfy { $0 == dot || (0x30...0x39).contains($0) }
    return isDotted && text.split(separator: dot).contains { $0.count > 3 }
  }

  /// At most 15 characters, in parts of any number of digits.
  private static func parseV4(_ text: [UInt8]) -> [UInt8]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4, text.count <= 15 else { return nil }
    var address: [UInt8] = []
    for part in parts {
      guard !part.isEmpty, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      let value = part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard let byte = UInt8(exactly: value) else { return nil }
      address.append(byte)
    }
    return address
  }

  private static func parseV6(_ text: [UInt8]) -> [UInt8]? {
    var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.count <= 10 else { return nil }
    // A leading or trailing `::` leaves two empty parts: one of them stands for the gap.
    if parts[0].isEmpty {
      guard parts[1].isEmpty else { return nil }
      parts.removeFirst()
    }
    if parts.count > 1, parts[parts.count - 1].isEmpty {
      guard parts[parts.count - 2].isEmpty else { return nil }
      parts.removeLast()
    }
    let gaps = parts.indices.filter { parts[$0].isEmpty }
    guard gaps.count <= 1 else { return nil }
    var groups: [[UInt8]] = []
    for part in parts {
      if part.isEmpty {
        guard parts.count <= 8 else { return nil }
        groups += [[UInt8]](repeating: [0, 0], count: 9 - parts.count)
        continue
      }
      guard let value = group(part) else { return nil }
      groups.append([UInt8(value >> 8), UInt8(value & 0xFF)])
    }
    guard groups.count == 8 else { return nil }
    return unmapped(groups.flatMap { $0 })
  }

  private static func group(_ part: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in part {
      guard let digit = hexValue(byte) else { return nil }
      value = value << 4 | digit
      guard value <= 0xFFFF else { return nil }
    }
    return value
  }

  private static func unmapped(_ address: [UInt8]) -> [UInt8] {
    let isMapped = address[..<10].allSatisfy { $0 == 0 } && address[10] == 0xFF && address[11] == 0xFF
    return isMapped ? Array(address[12...]) : address
  }

  private static func hexValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x41 + 10
    case 0x61...0x66: Int(byte) - 0x61 + 10
    default: nil
    }
  }
}
