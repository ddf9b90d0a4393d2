import Diagnostics

extension SourceText {
  /// Decides the encoding by the byte order mark, as libyaml does, and refuses what is not text.
  init(checking file: SourceFile, id: FileID) throws(Refusal) {
    let bytes = file.bytes
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(bytes: bytes, encoding: .utf16LittleEndian, start: 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(bytes: bytes, encoding: .utf16BigEndian, start: 2)
    } else {
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let isASCII = try Self.checkUTF8(bytes, from: start, id)
      self.init(bytes: bytes, encoding: isASCII ? .ascii : .utf8, start: start)
    }
  }

  /// True where every byte from `start` on is ASCII.
  private static func checkUTF8(_ bytes: [UInt8], from start: Int, _ id: FileID) throws(Refusal)
    -> Bool
  {
    var all: UInt8 = 0
    var hasNUL = false
    for i in start..<bytes.count {
      all |= bytes[i]
      hasNUL = hasNUL || bytes[i] == 0
    }
    if hasNUL, let offset = bytes.firstIndex(of: 0) {
      throw notText(bytes, at: offset, id)
    }
    if all < 0x80 { return true }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return false
    } catch {
      throw notUTF8(bytes, at: error.byteOffsets.lowerBound, id)
    }
  }

  private static func notText(_ bytes: [UInt8], at offset: Int, _ id: FileID) -> Refusal {
    let range = SourceRange(file: id, start: offset, end: offset + 1)
    if offset == 1, bytes.count % 2 == 0 {
      return Refusal(
        "syntax/encoding", "the file looks like UTF-16 without a byte order mark", at: range,
        help: "save it as UTF-8")
    }
    return Refusal(
      "syntax/encoding", "the file is not text: it has a NUL byte at offset \(offset)", at: range,
      help: "give the YAML or JSON source, not a compressed or binary file")
  }

  private static func notUTF8(_ bytes: [UInt8], at offset: Int, _ id: FileID) -> Refusal {
    let value = offset < bytes.count ? bytes[offset] : 0
    return Refusal(
      "syntax/encoding",
      "the file is not UTF-8 text: byte 0x\(hex(value)) at offset \(offset) starts no character",
      at: SourceRange(file: id, start: offset, end: offset + 1), help: "save it as UTF-8")
  }
}

/// Two upper-case digits.
func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.utf8.count == 1 ? "0" + digits : digits
}
