/// Turns libyaml's places, which count characters, into byte offsets.
///
/// INVARIANT: successive places lie near each other, so moving on from the last one stays linear.
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
    if text.isASCII { return min(wanted, text.bytes.count) }
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
    return offset
  }
}
