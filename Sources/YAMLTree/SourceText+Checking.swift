import Diagnostics

extension SourceText {
  /// Refuses bytes that are not text.
  init(checking bytes: [UInt8], id: FileID) throws(Refusal) {
    var all: UInt8 = 0
    var least: UInt8 = 0xFF
    for byte in bytes {
      all |= byte
      least = min(least, byte)
    }
    if least == 0, let offset = bytes.firstIndex(of: 0) { throw Self.binary(bytes, offset, id) }
    if all >= 0x80 {
      do {
        _ = try UTF8Span(validating: bytes.span)
      } catch {
        throw Self.notUTF8(bytes, error.byteOffsets.lowerBound, id)
      }
    }
    self.init(
      bytes: bytes, start: SourceFile.byteOrderMark(of: bytes), isASCII: all < 0x80)
  }

  /// Refuses more than a hundred `%TAG` lines, since libyaml looks at all of them for every tag.
  func checkTagDirectives(_ id: FileID) throws(Refusal) {
    var count = 0
    var i = start
    while let mark = bytes[i...].firstIndex(of: 0x25) {
      i = mark + 1
      guard mark == start || isBreak(bytes[mark - 1]), bytes[i...].starts(with: "TAG".utf8) else {
        continue
      }
      count += 1
      if count > 100 {
        throw Refusal(
          "syntax/limit", "the file has more than the bound of 100 %TAG lines",
          at: SourceRange(file: id, start: mark, end: mark + 4), help: "write the tags in full")
      }
    }
  }

  private static func binary(_ bytes: [UInt8], _ offset: Int, _ id: FileID) -> Refusal {
    if let refusal = otherFormat(bytes, id) { return refusal }
    let range = SourceRange(file: id, start: offset, end: offset + 1)
    if offset <= 1, bytes.count % 2 == 0 {
      return Refusal(
        "syntax/encoding", "the file looks like UTF-16 without a byte order mark", at: range,
        help: "save it as UTF-8")
    }
    return Refusal(
      "syntax/encoding", "the file is not text: byte \(offset) is NUL", at: range,
      help: "give the YAML or JSON source itself")
  }

  private static func notUTF8(_ bytes: [UInt8], _ offset: Int, _ id: FileID) -> Refusal {
    if let refusal = otherFormat(bytes, id) { return refusal }
    let value = offset < bytes.count ? bytes[offset] : 0
    return Refusal(
      "syntax/encoding",
      "the file is not UTF-8 text: byte \(offset), 0x\(hex(value)), is no part of a character",
      at: SourceRange(file: id, start: offset, end: offset + 1), help: "save it as UTF-8")
  }

  /// What the first bytes say of a file that is not text.
  private static func otherFormat(_ bytes: [UInt8], _ id: FileID) -> Refusal? {
    let formats: [([UInt8], String)] = [
      ([0x1F, 0x8B], "gzip data"), ([0x50, 0x4B, 3, 4], "a zip archive"),
      ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), (Array("BZh".utf8), "bzip2 data"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"), (Array("%PDF".utf8), "a PDF"),
      ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ]
    guard let format = formats.first(where: { bytes.starts(with: $0.0) })?.1 else { return nil }
    return Refusal(
      "syntax/encoding", "the file is not text but \(format)",
      at: SourceRange(file: id, start: 0, end: 0), help: "give the YAML or JSON source itself")
  }
}

/// Two upper-case hexadecimal digits.
func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.utf8.count == 1 ? "0" + digits : digits
}
