/// Hexadecimal digits by which networks are compared: of an IP address, or of a number's text.
struct Address: BitwiseCopyable {
  /// The first 32 digits from the left, four bits each, zero behind the last.
  var high: UInt64 = 0
  var low: UInt64 = 0
  /// Number of digits, at most 32.
  var digits = 0
  /// The text was a number and compares as one.
  var isComparableNumber = false

  mutating func append(_ digit: UInt8) {
    if digits < 16 {
      high |= UInt64(digit) &<< UInt64(truncatingIfNeeded: 60 &- 4 &* digits)
    } else if digits < 32 {
      low |= UInt64(digit) &<< UInt64(truncatingIfNeeded: 124 &- 4 &* digits)
    } else {
      return
    }
    digits &+= 1
  }
}

extension Address {
  /// Reads an IP address as the service's runtime does; nil where the text is none.
  init?(ip text: Bytes, _ start: Int, _ end: Int) {
    if let plain = Self.plainNumber(text, start, end) {
      self.init(high: UInt64(plain) &<< 32, digits: 8)
    } else {
      self.init(anyIP: text, start, end)
    }
  }

  /// Four decimal numbers of up to three digits as one; nil where the text is not that, or no address.
  private static func plainNumber(_ text: Bytes, _ start: Int, _ end: Int) -> UInt32? {
    if end &- start > 15 { return nil }
    var (address, part, length, dots): (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var p = start
    while p < end {
      let digit = text.u8(p) &- UInt8(ascii: "0")
      p &+= 1
      if digit <= 9 {
        part = part &* 10 &+ UInt32(digit)
        length &+= 1
      } else {
        guard digit == UInt8(ascii: ".") &- UInt8(ascii: "0"), length &- 1 < 3, part <= 255 else {
          return nil
        }
        address = address &<< 8 | part
        dots &+= 1
        (part, length) = (0, 0)
      }
    }
    return dots == 3 && length &- 1 < 3 && part <= 255 ? address &<< 8 | part : nil
  }

  private init?(anyIP text: Bytes, _ start: Int, _ end: Int) {
    var dots = 0
    var colons = 0
    for p in start..<end {
      let byte = text.u8(p)
      if byte == UInt8(ascii: ".") {
        dots &+= 1
      } else if byte == UInt8(ascii: ":") {
        colons &+= 1
      } else if hexDigit(byte) == nil {
        return nil
      }
    }
    if dots == 3 && colons == 0 {
      self.init(v4: text, start, end)
    } else if colons > 0 && dots == 0 {
      self.init(v6: text, start, end)
    } else {
      return nil
    }
  }

  /// Four decimal numbers; leading zeros do not make them octal.
  private init?(v4 text: Bytes, _ start: Int, _ end: Int) {
    guard end &- start <= 15 else { return nil }
    var part = 0
    var isEmpty = true
    for p in start...end {
      let byte = p == end ? UInt8(ascii: ".") : text.u8(p)
      if byte == UInt8(ascii: ".") {
        if isEmpty || part > 255 { return nil }
        append(UInt8(truncatingIfNeeded: part &>> 4))
        append(UInt8(truncatingIfNeeded: part & 15))
        (part, isEmpty) = (0, true)
      } else {
        guard byte <= UInt8(ascii: "9") else { return nil }
        part = part &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        isEmpty = false
      }
    }
  }

  /// Groups of hexadecimal digits, `::` once for a run of zeros; an IPv4 address in IPv6 form
  /// becomes the IPv4 address.
  private init?(v6 text: Bytes, _ start: Int, _ end: Int) {
    var groups = Groups()
    var p = start
    if text.u8(p) == UInt8(ascii: ":") {
      p &+= 1
      if p == end || text.u8(p) != UInt8(ascii: ":") { return nil }
    }
    var group: UInt32 = 0
    var isEmpty = true
    while p < end {
      let byte = text.u8(p)
      p &+= 1
      if let digit = hexDigit(byte) {
        group = group &<< 4 | UInt32(digit)
        if group > 0xFFFF { return nil }
        isEmpty = false
      } else if isEmpty {
        if groups.gap >= 0 { return nil }
        groups.gap = groups.count
      } else {
        if p == end || !groups.append(group) { return nil }
        (group, isEmpty) = (0, true)
      }
    }
    if !isEmpty && !groups.append(group) { return nil }
    guard groups.fill() else { return nil }
    self.init(groups)
  }

  private init(_ groups: Groups) {
    let isMapped = groups.high == 0 && groups.low &>> 32 == 0xFFFF
    if isMapped {
      high = groups.low &<< 32
      digits = 8
    } else {
      (high, low) = (groups.high, groups.low)
      digits = 32
    }
  }

  /// The digits of a number's text up to the first character that is none.
  init(integer text: Bytes, _ start: Int, _ end: Int, isComparable: Bool) {
    for p in start..<end {
      guard let digit = hexDigit(text.u8(p)) else { break }
      append(digit)
    }
    isComparableNumber = isComparable
  }

  /// The digits with which the service reprints a number that had a fraction or an exponent: those
  /// before the point, of which there is one where it uses an exponent.
  init(reprinted value: Double) {
    isComparableNumber = true
    let magnitude = value.magnitude
    if value.sign == .minus { return }
    if magnitude == 0 {
      append(0)
    } else if magnitude >= 1e-3 && magnitude < 1e7 {
      appendDecimal(UInt64(magnitude))
    } else if let first = magnitude.description.utf8.first {
      append(first &- UInt8(ascii: "0"))
    }
  }

  private mutating func appendDecimal(_ number: UInt64) {
    var scale: UInt64 = 1
    while number / scale >= 10 { scale &*= 10 }
    while scale > 0 {
      append(UInt8(truncatingIfNeeded: number / scale % 10))
      scale /= 10
    }
  }
}

/// The 16-bit groups of an IPv6 address while it is read.
private struct Groups {
  var high: UInt64 = 0
  var low: UInt64 = 0
  var count = 0
  /// How many groups stood before `::`, -1 where there was none.
  var gap = -1

  mutating func append(_ group: UInt32) -> Bool {
    if count == 8 { return false }
    set(count, UInt64(group))
    count &+= 1
    return true
  }

  private mutating func set(_ index: Int, _ group: UInt64) {
    let shift = UInt64(truncatingIfNeeded: 48 &- 16 &* (index & 3))
    if index < 4 {
      high = high & ~(0xFFFF &<< shift) | group &<< shift
    } else {
      low = low & ~(0xFFFF &<< shift) | group &<< shift
    }
  }

  private func get(_ index: Int) -> UInt64 {
    let shift = UInt64(truncatingIfNeeded: 48 &- 16 &* (index & 3))
    return (index < 4 ? high : low) &>> shift & 0xFFFF
  }

  /// Moves what followed the gap to the end; false where there are too few or too many groups.
  mutating func fill() -> Bool {
    guard gap >= 0 else { return count == 8 }
    if count == 8 { return false }
    let moved = count &- gap
    for i in 0..<moved {
      set(7 &- i, get(count &- 1 &- i))
      set(count &- 1 &- i, 0)
    }
    return true
  }
}

/// The hexadecimal digits of an IP address: 8 or 32 values of 0 to 15; nil where the text is none.
package func addressDigits(_ text: [UInt8]) -> [UInt8]? {
  text.withBytes { bytes -> [UInt8]? in
    guard let address = Address(ip: bytes, 0, text.count) else { return nil }
    return (0..<address.digits).map { i in
      let word = i < 16 ? address.high : address.low
      return UInt8(truncatingIfNeeded: word &>> UInt64(60 - 4 * (i & 15)) & 15)
    }
  }
}
