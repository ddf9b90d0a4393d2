/// Reading JSON text that is followed by `padding`.
///
/// Errors point to the byte that is wrong; one behind the text is its end, whatever was expected.
extension Bytes {
  /// A string's content, and what follows it.
  struct Quoted {
    var start: Int
    /// Bytes up to the closing quote, with `escaped` where some are escapes.
    var length: Int
    /// Behind the quote, for a key where its value begins.
    var next: Int

    /// INVARIANT: longer than any string of a text, so that it takes the way of long keys.
    static let escaped = EventMatcher.maximumLength

    var isEscaped: Bool {
      @inline(__always) get { length >= Self.escaped }
    }
    var end: Int {
      @inline(__always) get { start &+ (length & (Self.escaped &- 1)) }
    }
  }

  /// Reads a key and its colon.
  @inline(__always)
  func key(_ p: Int) throws(EventError) -> Quoted {
    if u8(p) == UInt8(ascii: "\"") {
      let stop = plainEnd(p &+ 1)
      // A quote and a colon.
      if u16(stop) == 0x3A22 {
        return Quoted(start: p &+ 1, length: stop &- p &- 1, next: stop &+ 2)
      }
    }
    return try rareKey(p)
  }

  @inline(never)
  private func rareKey(_ p: Int) throws(EventError) -> Quoted {
    guard u8(p) == UInt8(ascii: "\"") else { throw EventError(.unexpectedByte, at: p) }
    var key = try string(p)
    let colon = skipSpace(key.next)
    guard u8(colon) == UInt8(ascii: ":") else { throw EventError(.unexpectedByte, at: colon) }
    key.next = colon &+ 1
    return key
  }

  /// Reads the string whose opening quote stands at `p`.
  @inline(__always)
  func string(_ p: Int) throws(EventError) -> Quoted {
    let stop = plainEnd(p &+ 1)
    if u8(stop) == UInt8(ascii: "\"") {
      return Quoted(start: p &+ 1, length: stop &- p &- 1, next: stop &+ 1)
    }
    return try rareString(p &+ 1, from: stop)
  }

  /// The first byte from `p` on that is a quote, an escape, a control character or beyond ASCII.
  @inline(__always)
  func plainEnd(_ from: Int) -> Int {
    var p = from
    for _ in 0..<2 {
      let stops = stringStops(p)
      if stops != 0 { return p &+ stops.trailingZeroBitCount }
      p &+= 16
    }
    while true {
      let stops = longStringStops(p)
      if stops != 0 { return p &+ stops.trailingZeroBitCount }
      p &+= 32
    }
  }

  /// The rest of a string from the first byte on that is an escape, beyond ASCII or an error.
  func rareString(_ start: Int, from: Int) throws(EventError) -> Quoted {
    var p = from
    var mark = 0
    while true {
      let byte = u8(p)
      if byte == UInt8(ascii: "\"") {
        return Quoted(start: start, length: p &- start | mark, next: p &+ 1)
      }
      if byte == UInt8(ascii: "\\") {
        mark = Quoted.escaped
        p = try escape(p)
      } else if byte < 0x20 {
        throw EventError(.controlCharacter, at: p)
      } else {
        p = try character(p)
      }
      p = plainEnd(p)
    }
  }

  /// Steps over an escape.
  private func escape(_ p: Int) throws(EventError) -> Int {
    switch u8(p &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return p &+ 2
    case UInt8(ascii: "u"):
      for i in p &+ 2..<p &+ 6 where hexDigit(u8(i)) == nil {
        throw EventError(.badEscape, at: i)
      }
      return p &+ 6
    default:
      throw EventError(.badEscape, at: p &+ 1)
    }
  }

  /// Steps over a character of two to four bytes.
  private func character(_ p: Int) throws(EventError) -> Int {
    let byte = u8(p)
    // The second byte's bounds keep out overlong forms, surrogates and what is beyond Unicode.
    let (low, high, more): (UInt8, UInt8, Int)
    switch byte {
    case 0xC2...0xDF: (low, high, more) = (0x80, 0xBF, 1)
    case 0xE0: (low, high, more) = (0xA0, 0xBF, 2)
    case 0xED: (low, high, more) = (0x80, 0x9F, 2)
    case 0xE1...0xEF: (low, high, more) = (0x80, 0xBF, 2)
    case 0xF0: (low, high, more) = (0x90, 0xBF, 3)
    case 0xF1...0xF3: (low, high, more) = (0x80, 0xBF, 3)
    case 0xF4: (low, high, more) = (0x80, 0x8F, 3)
    default: throw EventError(.badUTF8, at: p)
    }
    guard u8(p &+ 1) >= low, u8(p &+ 1) <= high else {
      throw EventError(.badUTF8, at: p)
    }
    for i in 1..<more where u8(p &+ 1 &+ i) & 0xC0 != 0x80 {
      throw EventError(.badUTF8, at: p)
    }
    return p &+ 1 &+ more
  }
}
