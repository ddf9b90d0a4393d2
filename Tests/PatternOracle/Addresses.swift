/// The hexadecimal digits of an IP address literal as the service writes them; nil for other texts.
func addressDigits(_ text: String) -> String? {
  let bytes = text.utf8
  if bytes.contains(UInt8(ascii: ":")) {
    let isHex = text.allSatisfy { $0 == ":" || ($0.isASCII && $0.isHexDigit) }
    return isHex ? version6(text) : nil
  }
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 4, bytes.count <= 15 else { return nil }
  let octets = parts.compactMap { $0.utf8.allSatisfy(isDigit) ? Int($0) : nil }
  guard octets.count == 4, octets.allSatisfy({ $0 < 256 }) else { return nil }
  return octets.map { hex($0, 2) }.joined()
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func version6(_ text: String) -> String? {
  if text.contains(":::") || text == ":" { return nil }
  if text.hasPrefix(":") != text.hasPrefix("::") || text.hasSuffix(":") != text.hasSuffix("::") {
    return nil
  }
  let halves = text.split(separator: "::", omittingEmptySubsequences: false)
  guard halves.count <= 2 else { return nil }
  var groups = halves.map { half in half.split(separator: ":").map { Int($0, radix: 16) ?? 65536 } }
  guard groups.joined().allSatisfy({ $0 < 65536 }) else { return nil }
  let count = groups.joined().count
  if halves.count == 1 {
    guard count == 8 else { return nil }
  } else {
    guard count < 8 else { return nil }
    groups.insert([Int](repeating: 0, count: 8 - count), at: 1)
  }
  let digits = groups.joined().map { hex($0, 4) }.joined()
  let mapped = String(repeating: "0", count: 20) + "FFFF"
  return digits.hasPrefix(mapped) ? String(digits.dropFirst(24)) : digits
}

func hex(_ value: Int, _ width: Int) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// First and last address of a block, as digits.
struct AddressBlock {
  var first: String
  var last: String

  /// Nil for a block that the service refuses.
  init?(_ text: String) {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    while parts.last == "" { parts.removeLast() }
    guard parts.count == 2, let bits = Int(parts[1]), bits >= 0,
      let digits = addressDigits(String(parts[0])), bits < digits.count * 4
    else { return nil }
    var low: [Character] = []
    var high: [Character] = []
    for (i, digit) in digits.enumerated() {
      let kept = max(0, min(4, bits - i * 4))
      let free = (1 << (4 - kept)) - 1
      let value = digit.hexDigitValue ?? 0
      low += hex(value & ~free, 1)
      high += hex(value | free, 1)
    }
    first = String(low)
    last = String(high)
  }

  /// A single address.
  init(address digits: String) {
    first = digits
    last = digits
  }

  /// Digits are compared from the left and accepted as soon as they are between, so that lengths
  /// need not agree.
  func contains(_ text: String) -> Bool {
    var isAbove = false
    var isBelow = false
    for ((character, low), high) in zip(zip(text, first), last) {
      guard "0123456789ABCDEF".contains(character) else { return false }
      if !isAbove, character < low { return false }
      if !isBelow, character > high { return false }
      isAbove = isAbove || character > low
      isBelow = isBelow || character < high
      if isAbove, isBelow { return true }
    }
    return text.count >= first.count
  }
}
