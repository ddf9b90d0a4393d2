/// The lines of a file or pipe, read piece by piece: memory is bounded by the longest line.
struct LineReader: ~Copyable {
  private let file: ByteFile
  private let limit: Int
  private(set) var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  /// Bytes of the file; nil for a pipe.
  var size: Int? { file.size }
  private(set) var bytesRead = 0

  private static let pieceSize = 1 << 18

  /// Lines longer than `limit` bytes are given cut, and their rest is passed over.
  init(_ file: consuming ByteFile, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// Where in `buffer` the next line stands, without its break, and whether it was too long.
  mutating func next() throws(FileProblem) -> (line: Range<Int>, isTooLong: Bool)? {
    var searched = position
    while true {
      if let end = firstLineFeed(in: buffer, from: searched) {
        defer { position = end + 1 }
        return (position..<end, end - position > limit)
      }
      if isAtEnd { return lastLine() }
      if buffer.count - position > limit { return try cutLine() }
      searched = buffer.count - position
      try fill()
    }
  }

  private mutating func lastLine() -> (line: Range<Int>, isTooLong: Bool)? {
    if position >= buffer.count { return nil }
    defer { position = buffer.count }
    return (position..<buffer.count, buffer.count - position > limit)
  }

  /// Moves what is left to the front and reads a piece behind it.
  private mutating func fill() throws(FileProblem) {
    buffer.removeFirst(position)
    position = 0
    let count = try file.read(Self.pieceSize, into: &buffer)
    bytesRead += count
    isAtEnd = count == 0
  }

  /// Drops the bytes of a line that is too long, up to its end; the line is given empty.
  private mutating func cutLine() throws(FileProblem) -> (line: Range<Int>, isTooLong: Bool)? {
    position = buffer.count
    while !isAtEnd {
      try fill()
      if let end = firstLineFeed(in: buffer, from: 0) {
        position = end + 1
        return (end..<end, true)
      }
      position = buffer.count
    }
    return (buffer.count..<buffer.count, true)
  }
}

/// A blank, tab or carriage return: what a line without content may hold.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
