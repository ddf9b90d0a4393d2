func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Appends a code point; surrogates get the three bytes that their value would have, so that they
/// stay distinct.
func appendUTF8(_ scalar: UInt32, to text: inout [UInt8]) {
  func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift & 0x3F)) }
  switch scalar {
  case 0..<0x80: text.append(UInt8(truncatingIfNeeded: scalar))
  case 0x80..<0x800: text += [UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6), tail(0)]
  case 0x800..<0x10000: text += [UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12), tail(6), tail(0)]
  default:
    text += [UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18), tail(12), tail(6), tail(0)]
  }
}
