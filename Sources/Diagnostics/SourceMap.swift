/// One input file: its path as the user gave it, its bytes, and where its lines start.
package struct SourceFile: Sendable {
  package let path: String
  /// The file as it is, but for UTF-16 with a byte order mark, which is held as UTF-8.
  package let bytes: [UInt8]
  /// Byte offset of the first byte of every line; a line ends at LF, CRLF or a lone CR. The first
  /// line starts after a byte order mark.
  package let lineStarts: [UInt32]
  /// Where characters take more than one byte: so columns need no walk over a long line.
  private let continuations: ContinuationTable

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = Self.decoded(bytes)
    self.lineStarts = Self.lineStarts(of: self.bytes)
    self.continuations = ContinuationTable(self.bytes)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
    let first = byteOrderMark(of: bytes)
    var starts = [UInt32(first)]
    for i in first..<bytes.count where bytes[i] <= 0x0D {
      let isBreak =
        bytes[i] == 0x0A
        || (bytes[i] == 0x0D && (i + 1 == bytes.count || bytes[i + 1] != 0x0A))
      if isBreak { starts.append(UInt32(clamping: i + 1)) }
    }
    return starts
  }

  /// The one-based line, and the one-based column counted in Unicode scalars, of a byte offset.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = bytes(ofLine: line).lowerBound
    let end = min(max(offset, start), bytes.count)
    let more = continuations.count(before: end, bytes) - continuations.count(before: start, bytes)
    return (line, end - start - more + 1)
  }

  /// The one-based line of a byte offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Where the bytes of a one-based line stand, its line break among them.
  ///
  /// INVARIANT: there is such a line.
  package func bytes(ofLine line: Int) -> Range<Int> {
    Int(lineStarts[line - 1])..<(line < lineStarts.count ? Int(lineStarts[line]) : bytes.count)
  }

  /// The text of a one-based line without its line break; bytes that are not UTF-8 are repaired.
  package func text(ofLine line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    var text = bytes[bytes(ofLine: line)]
    while text.last == 0x0A || text.last == 0x0D { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Every file read in one run. A `FileID` is an index into it.
package struct SourceMap: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  package mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(files.count - 1)
  }

  package subscript(_ id: FileID) -> SourceFile { files[Int(id.index)] }

  /// The path and the one-based start and end positions of a range.
  package func resolve(_ range: SourceRange) -> ResolvedRange {
    let file = self[range.file]
    let start = file.position(at: Int(range.start))
    let end = file.position(at: Int(range.end))
    return ResolvedRange(
      path: file.path, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column)
  }
}

/// A range as people read it: one-based lines, one-based columns in Unicode scalars, end exclusive.
package struct ResolvedRange: Hashable, Sendable {
  package var path: String
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int
}
