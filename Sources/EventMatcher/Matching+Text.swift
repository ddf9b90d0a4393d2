extension Matching {
  /// Finds the quote that ends the string whose content begins at `start`.
  @inline(__always)
  func string(_ start: Int, _ text: Bytes) throws(EventError) -> (end: Int, isEscaped: Bool) {
    var p = start
    while true {
      let n = text.stringStop(p)
      p &+= n
      if n < 16 { break }
    }
    if text.u8(p) == UInt8(ascii: "\"") { return (p, false) }
    return try stringWithEscapes(p, text)
  }

  /// The same from the first byte on that is an escape, beyond ASCII or an error.
  @inline(never)
  private func stringWithEscapes(_ from: Int, _ text: Bytes) throws(EventError)
    -> (end: Int, isEscaped: Bool)
  {
    var p = from
    var isEscaped = false
    while true {
      let n = text.stringStop(p)
      p &+= n
      if n == 16 { continue }
      let byte = text.u8(p)
      if byte == UInt8(ascii: "\"") { return (p, isEscaped) }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        p = try escape(p, text)
      } else if byte < 0x20 {
        throw p >= length ? unexpected(p) : EventError(.controlCharacter, at: p)
      } else {
        p = try character(p, text)
      }
    }
  }

  /// Steps over an escape.
  private func escape(_ p: Int, _ text: Bytes) throws(EventError) -> Int {
    switch text.u8(p &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return p &+ 2
    case UInt8(ascii: "u"):
      for i in p &+ 2..<p &+ 6 where hexDigit(text.u8(i)) == nil {
        throw i >= length ? unexpected(i) : EventError(.badEscape, at: p)
      }
      return p &+ 6
    default:
      throw p &+ 1 >= length ? unexpected(p &+ 1) : EventError(.badEscape, at: p)
    }
  }

  /// Steps over a character of two to four bytes.
  private func character(_ p: Int, _ text: Bytes) throws(EventError) -> Int {
    let byte = text.u8(p)
    // The second byte's bounds keep out overlong forms, surrogates and what is beyond Unicode.
    let (low, high, more): (UInt8, UInt8, Int)
    switch byte {
    case 0xC2...0xDF: (low, high, more) = (0x80, 0xBF, 1)
    case 0xE0: (low, high, more) = (0xA0, 0xBF, 2)
    case 0xED: (low, high, more) = (0x80, 0x9F, 2)
    case 0xE1...0xEF: (low, high, more) = (0x80, 0xBF, 2)
    case 0xF0: (low, high, more) = (0x90, 0xBF, 3)
    case 0xF1...0xF3: (low, high, more) = (0x80, 0xBF, 3)
    case 0xF4: (low, high, more) = (0x80, 0x8F, 3)
    default: throw EventError(.badUTF8, at: p)
    }
    guard text.u8(p &+ 1) >= low, text.u8(p &+ 1) <= high else {
      throw EventError(.badUTF8, at: p)
    }
    for i in 1..<more where text.u8(p &+ 1 &+ i) & 0xC0 != 0x80 {
      throw EventError(.badUTF8, at: p)
    }
    return p &+ 1 &+ more
  }

  /// Copies a checked string into `decoded` with its escapes resolved; returns its length.
  ///
  /// Half of a surrogate pair becomes `?`, as it does where the service makes UTF-8 of it. Keys are
  /// never made UTF-8 there: in them it keeps three bytes of its own.
  mutating func decode(_ start: Int, _ end: Int, isKey: Bool, _ text: Bytes) -> Int {
    decoded.removeAll()
    var p = start
    while p < end {
      let byte = text.u8(p)
      if byte != UInt8(ascii: "\\") {
        decoded.append(byte)
        p &+= 1
      } else if text.u8(p &+ 1) == UInt8(ascii: "u") {
        p = decodeUnit(p, isKey, text)
      } else {
        decoded.append(plainEscape(text.u8(p &+ 1)))
        p &+= 2
      }
    }
    let length = decoded.count
    for _ in 0..<Bytes.padding { decoded.append(0) }
    return length
  }

  private mutating func decodeUnit(_ p: Int, _ isKey: Bool, _ text: Bytes) -> Int {
    let unit = hexUnit(p &+ 2, text)
    guard unit & 0xF800 == 0xD800 else {
      appendScalar(unit)
      return p &+ 6
    }
    if unit < 0xDC00, text.u8(p &+ 6) == UInt8(ascii: "\\"), text.u8(p &+ 7) == UInt8(ascii: "u") {
      let low = hexUnit(p &+ 8, text)
      if low & 0xFC00 == 0xDC00 {
        appendScalar(0x10000 &+ (unit & 0x3FF) &<< 10 &+ (low & 0x3FF))
        return p &+ 12
      }
    }
    appendScalar(isKey ? unit : UInt32(UInt8(ascii: "?")))
    return p &+ 6
  }

  private func hexUnit(_ at: Int, _ text: Bytes) -> UInt32 {
    var unit: UInt32 = 0
    for i in at..<at &+ 4 { unit = unit &<< 4 | UInt32(hexDigit(text.u8(i)) ?? 0) }
    return unit
  }

  private mutating func appendScalar(_ scalar: UInt32) {
    func low(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | scalar &>> shift & 0x3F)
    }
    func high(_ mark: UInt32, _ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: mark | scalar &>> shift)
    }
    if scalar < 0x80 {
      decoded.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      decoded.append(high(0xC0, 6))
      decoded.append(low(0))
    } else if scalar < 0x10000 {
      decoded.append(high(0xE0, 12))
      decoded.append(low(6))
      decoded.append(low(0))
    } else {
      decoded.append(high(0xF0, 18))
      decoded.append(low(12))
      decoded.append(low(6))
      decoded.append(low(0))
    }
  }
}

@inline(__always)
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
  default: nil
  }
}

private func plainEscape(_ byte: UInt8) -> UInt8 {
  switch byte {
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: byte
  }
}
