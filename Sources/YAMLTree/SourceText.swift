import Diagnostics

/// The bytes of a file together with how characters stand in them.
struct SourceText {
  enum Encoding { case ascii, utf8, utf16LittleEndian, utf16BigEndian }

  let bytes: [UInt8]
  let encoding: Encoding
  /// Where the first character after a byte order mark stands.
  let start: Int

  /// Bytes of one code unit.
  var width: Int {
    switch encoding {
    case .ascii, .utf8: 1
    case .utf16LittleEndian, .utf16BigEndian: 2
    }
  }

  /// The ASCII character whose code unit starts at `offset`; 0xFF for any other character, 0 at
  /// the end of the file.
  func character(at offset: Int) -> UInt8 {
    guard offset >= 0, offset + width <= bytes.count else { return 0 }
    switch encoding {
    case .ascii, .utf8: return bytes[offset] < 0x80 ? bytes[offset] : 0xFF
    case .utf16LittleEndian: return ascii(low: bytes[offset], high: bytes[offset + 1])
    case .utf16BigEndian: return ascii(low: bytes[offset + 1], high: bytes[offset])
    }
  }

  private func ascii(low: UInt8, high: UInt8) -> UInt8 {
    high == 0 && low < 0x80 ? low : 0xFF
  }

  /// The first offset from `offset` on that holds neither a blank nor a line break.
  func skippingSpace(from offset: Int) -> Int {
    var i = offset
    while isSpace(character(at: i)) { i += width }
    return i
  }

  /// The end of `start..<end` without the blanks and line breaks at its tail.
  func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var i = end
    while i - width >= start, isSpace(character(at: i - width)) { i -= width }
    return i
  }
}

func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
