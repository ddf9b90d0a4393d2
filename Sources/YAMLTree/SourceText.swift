import Diagnostics

/// A file's bytes, known to be UTF-8 text without NUL.
struct SourceText {
  let bytes: [UInt8]
  /// Where the first character stands: after a byte order mark.
  let start: Int
  let isASCII: Bool

  /// The byte at `offset`; 0 outside the file.
  func byte(at offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  /// The first offset from `offset` on that holds neither a blank nor a line break.
  func skippingSpace(from offset: Int) -> Int {
    var i = offset
    while isSpace(byte(at: i)) { i += 1 }
    return i
  }

  /// The end of `start..<end` without the blanks and line breaks at its tail.
  func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var i = end
    while i > start, isSpace(byte(at: i - 1)) { i -= 1 }
    return i
  }
}

/// Blanks and line breaks.
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
