/// Whole lines of an input, in one piece.
struct Chunk {
  /// Its place among the input's chunks, from 0.
  fileprivate(set) var number = 0
  fileprivate(set) var linesBefore = 0
  /// Bytes of the input up to its end.
  fileprivate(set) var inputRead = 0
  /// Only the first `count` are lines; the memory is used again by the next chunk.
  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var count = 0

  /// Gives each line that is not blank, without its break, and its number from 1.
  func forEachLine<E: Error>(
    _ body: (_ line: Range<Int>, _ number: Int) throws(E) -> Void
  ) throws(E) {
    var start = 0
    var number = linesBefore
    while start < count {
      number += 1
      let end = firstLineFeed(in: bytes, start..<count) ?? count
      if !isBlank(start..<end) { try body(start..<end, number) }
      start = end + 1
    }
  }

  private func isBlank(_ line: Range<Int>) -> Bool {
    for i in line where !interlock.isBlank(bytes[i]) { return false }
    return true
  }

  /// The last line counts where it has no break too.
  fileprivate var lineCount: Int {
    var (lines, start) = (0, 0)
    while start < count {
      lines += 1
      start = (firstLineFeed(in: bytes, start..<count) ?? count) + 1
    }
    return lines
  }
}

/// A file or pipe as chunks of whole lines: memory is bounded by a piece and the longest line.
struct ChunkReader: ~Copyable {
  private let file: ByteFile
  /// Of a line longer than this many bytes only the start is given, itself longer than this.
  let limit: Int
  /// The start of a line whose end has not been read.
  private var rest: [UInt8] = []
  /// Inside a line whose start was given because it is too long.
  private var isSkipping = false
  private var chunks = 0
  private var lines = 0
  private var bytesRead = 0
  /// Bytes of the file; nil for a pipe.
  var size: Int? { file.size }

  private static let pieceSize = 1 << 18

  init(_ file: consuming ByteFile, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// Replaces what `chunk` holds; false at the end of the input.
  mutating func next(_ chunk: inout Chunk) throws(FileProblem) -> Bool {
    guard try fill(&chunk) else { return false }
    chunk.number = chunks
    chunk.linesBefore = lines
    chunk.inputRead = bytesRead
    chunks += 1
    lines += chunk.lineCount
    return true
  }

  /// Reads until a line is whole, or too long, or the input's last.
  private mutating func fill(_ chunk: inout Chunk) throws(FileProblem) -> Bool {
    var count = takeRest(&chunk)
    while true {
      let got = try read(&chunk.bytes, at: count)
      if got == 0 {
        chunk.count = count
        return count > 0
      }
      let end = count + (isSkipping ? skip(&chunk.bytes, count..<count + got) : got)
      if let last = chunk.bytes[count..<end].lastIndex(of: 0x0A) {
        rest += chunk.bytes[(last + 1)..<end]
        chunk.count = last + 1
        return true
      }
      count = end
      if count > limit {
        isSkipping = true
        chunk.count = count
        return true
      }
    }
  }

  private mutating func takeRest(_ chunk: inout Chunk) -> Int {
    chunk.bytes.replaceSubrange(0..<min(rest.count, chunk.bytes.count), with: rest)
    defer { rest.removeAll(keepingCapacity: true) }
    return rest.count
  }

  private mutating func read(_ bytes: inout [UInt8], at start: Int) throws(FileProblem) -> Int {
    let missing = start + Self.pieceSize - bytes.count
    if missing > 0 { bytes += repeatElement(0, count: missing) }
    let got = try file.read(into: &bytes, start..<start + Self.pieceSize)
    bytesRead += got
    return got
  }

  /// Takes away the rest of the line that was cut; how many bytes are left.
  private mutating func skip(_ bytes: inout [UInt8], _ piece: Range<Int>) -> Int {
    guard let end = firstLineFeed(in: bytes, piece) else { return 0 }
    isSkipping = false
    let left = (end + 1)..<piece.upperBound
    bytes.replaceSubrange(piece.lowerBound..<piece.lowerBound + left.count, with: bytes[left])
    return left.count
  }
}

/// A blank, tab or carriage return: what a line without content may hold.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
