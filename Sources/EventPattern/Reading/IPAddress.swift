import YAMLTree

/// The 4 or 16 bytes of an IP address literal, read as the service does; nil for any other text.
///
/// Octets may have leading zeros and are decimal; there is no dotted form inside version 6; an
/// IPv4-mapped version 6 address is the version 4 one (java.net.InetAddress behind event-ruler).
package func ipAddress(_ text: [UInt8]) -> [UInt8]? {
  if looksLikeIPv4(text) { return ipv4(text) }
  return looksLikeIPv6(text) ? ipv6(text) : nil
}

/// Whether the service takes the text for an address at all: four decimal numbers with dots, or hex
/// digits and at least one colon.
package func looksLikeIPAddress(_ text: [UInt8]) -> Bool {
  looksLikeIPv4(text) || looksLikeIPv6(text)
}

private func looksLikeIPv4(_ text: [UInt8]) -> Bool {
  let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return parts.count == 4 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
}

private func looksLikeIPv6(_ text: [UInt8]) -> Bool {
  text.contains(UInt8(ascii: ":"))
    && text.allSatisfy { $0 == UInt8(ascii: ":") || hexValue($0) != nil }
}

private func ipv4(_ text: [UInt8]) -> [UInt8]? {
  guard text.count <= 15 else { return nil }
  var octets: [UInt8] = []
  for part in text.split(separator: UInt8(ascii: ".")) {
    let value = part.reduce(0) { min($0 * 10 + Int($1 - 0x30), 256) }
    guard value < 256 else { return nil }
    octets.append(UInt8(value))
  }
  return octets
}

private func ipv6(_ text: [UInt8]) -> [UInt8]? {
  let colon = UInt8(ascii: ":")
  guard text.count >= 2, text[0] != colon || text[1] == colon else { return nil }
  var groups: [UInt16] = []
  var gap: Int?
  var value: UInt32?
  for (i, byte) in text.enumerated().dropFirst(text[0] == colon ? 1 : 0) {
    if let digit = hexValue(byte) {
      let next = (value ?? 0) << 4 | UInt32(digit)
      guard next <= 0xFFFF else { return nil }
      value = next
    } else if let group = value {
      guard i + 1 < text.count else { return nil }
      groups.append(UInt16(group))
      value = nil
    } else {
      guard gap == nil else { return nil }
      gap = groups.count
    }
    if groups.count > 8 { return nil }
  }
  if let value { groups.append(UInt16(value)) }
  return bytes(of: groups, gap: gap)
}

/// Fills the gap that `::` leaves; of a mapped version 4 address only the last four bytes.
private func bytes(of groups: [UInt16], gap: Int?) -> [UInt8]? {
  guard gap == nil ? groups.count == 8 : groups.count < 8 else { return nil }
  let head = groups.prefix(gap ?? 8)
  let tail = groups.dropFirst(gap ?? 8)
  let all = head + [UInt16](repeating: 0, count: 8 - groups.count) + tail
  let bytes = all.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
  return bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : bytes
}
