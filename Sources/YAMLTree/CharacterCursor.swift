/// Turns libyaml's places, which count characters, into byte offsets.
///
/// INVARIANT: successive places lie near each other, so moving from the last one stays linear overall.
struct CharacterCursor {
  private let text: SourceText
  private var index = 0
  private var offset: Int

  init(_ text: SourceText) {
    self.text = text
    offset = text.start
  }

  /// The byte offset of the character number `wanted`, counted after a byte order mark.
  mutating func byteOffset(of wanted: Int) -> Int {
    switch text.encoding {
    case .ascii: return min(text.start &+ wanted, text.bytes.count)
    case .utf8: moveInUTF8(to: wanted)
    case .utf16LittleEndian: moveInUTF16(to: wanted, highByte: 1)
    case .utf16BigEndian: moveInUTF16(to: wanted, highByte: 0)
    }
    return offset
  }

  private mutating func moveInUTF8(to wanted: Int) {
    let bytes = text.bytes
    while index < wanted, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    while index > wanted, offset > text.start {
      offset -= 1
      while offset > text.start, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
  }

  private mutating func moveInUTF16(to wanted: Int, highByte: Int) {
    let bytes = text.bytes
    func isSurrogate(_ at: Int, _ prefix: UInt8) -> Bool {
      at >= text.start && at + 1 < bytes.count && bytes[at + highByte] & 0xFC == prefix
    }
    while index < wanted, offset + 1 < bytes.count {
      offset += isSurrogate(offset, 0xD8) ? 4 : 2
      index += 1
    }
    while index > wanted, offset > text.start {
      offset -= isSurrogate(offset - 2, 0xDC) ? 4 : 2
      index -= 1
    }
  }
}
