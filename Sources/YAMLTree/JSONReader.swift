import Diagnostics

/// Reads strict JSON into the same tree as YAML, without recursion.
struct JSONReader {
  let bytes: [UInt8]
  var position: Int
  var builder: TreeBuilder

  init(_ text: SourceText, file: FileID, limits: ReadingLimits) {
    bytes = text.bytes
    position = text.start
    builder = TreeBuilder(file: file, limits: limits)
  }

  /// Reads one value and checks that nothing follows it.
  mutating func read() throws(Refusal) {
    repeat {
      skipSpace()
      if builder.expectsKey { try key() }
      try value()
      try endings()
    } while !builder.open.isEmpty
    skipSpace()
    if position < bytes.count { throw secondValue() }
  }

  /// The byte at the position; 0, which no text holds, at the end.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipSpace() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  private mutating func key() throws(Refusal) {
    guard byte == 0x22 else { throw unexpected("a key in double quotes") }
    try string()
    skipSpace()
    guard byte == 0x3A else { throw unexpected("':' after the key") }
    position += 1
    skipSpace()
  }

  private mutating func value() throws(Refusal) {
    switch byte {
    case 0x7B: try open(.mapping)
    case 0x5B: try open(.sequence)
    case 0x22: try string()
    case 0x2D, 0x30...0x39: try number()
    case 0x74: try word("true")
    case 0x66: try word("false")
    case 0x6E: try word("null")
    default: throw unexpected("a value")
    }
  }

  private mutating func open(_ kind: YAMLNode.Kind) throws(Refusal) {
    try builder.openCollection(kind, style: .flow, at: position)
    position += 1
  }

  /// Takes the brackets that close here, then the comma before the next item if there is one.
  private mutating func endings() throws(Refusal) {
    let last = bytes[position - 1]
    var mayBeEmpty = last == 0x7B || last == 0x5B
    while let frame = builder.open.last {
      skipSpace()
      if byte == (frame.isMapping ? 0x7D : 0x5D) {
        position += 1
        try builder.closeCollection(end: position)
        mayBeEmpty = false
      } else if mayBeEmpty {
        return
      } else if byte == 0x2C {
        position += 1
        return
      } else {
        throw unexpected(frame.isMapping ? "',' or '}'" : "',' or ']'")
      }
    }
  }

  private mutating func word(_ word: String) throws(Refusal) {
    let end = position + word.utf8.count
    guard bytes[position...].starts(with: word.utf8),
      end == bytes.count || !isAnchorByte(bytes[end])
    else { throw unexpected("a value") }
    try plain(to: end)
  }

  /// Adds the bytes up to `end` as a plain scalar.
  mutating func plain(to end: Int) throws(Refusal) {
    let start = position
    builder.text.append(contentsOf: bytes[start..<end])
    position = end
    try builder.scalar(style: .plain, from: start, to: end, count: end - start)
  }
}
