extension Matching {
  /// Copies a checked string into `decoded` with its escapes resolved; returns its length.
  ///
  /// Half of a surrogate pair becomes `?`, as it does where the service makes UTF-8 of it. Keys are
  /// never made UTF-8 there: in them it keeps three bytes of its own.
  mutating func decode(_ quoted: Bytes.Quoted, isKey: Bool) -> Int {
    let text = self.text.bytes
    decoded.removeAll()
    var p = quoted.start
    while p < quoted.end {
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
    decoded.pad()
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

  private mutating func hexUnit(_ at: Int, _ text: Bytes) -> UInt32 {
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
