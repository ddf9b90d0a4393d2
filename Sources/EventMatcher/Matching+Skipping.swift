/// Passing over values that no rule looks at.
extension Matching {
  /// Bytes that are as well gone through token by token.
  private static let fewTokens = 256

  /// Steps over the container whose bracket stands at `start`, checking that brackets match, that
  /// separators stand where they must, and that strings end.
  @inline(__always)
  mutating func skip(_ start: Int) throws(EventError) -> Int {
    vectorWidth == 64 ? try skipRest(start, of: start, 0, 0) : try skipFew(start)
  }

  @inline(never)
  private mutating func skipFew(_ start: Int) throws(EventError) -> Int {
    try skipTokens(start, upTo: start &+ Self.fewTokens)
  }

  /// Steps over what is left of a container by blocks.
  @inline(never)
  private mutating func skipRest(_ p: Int, of start: Int, _ kinds: UInt64, _ depth: Int)
    throws(EventError) -> Int
  {
    let room = EventMatcher.maximumDepth &- 1 &- frames.count
    let end = text.bytes.skip(
      p, textEnd, kinds: kinds, depth: depth, limit: room < 64 ? room : 64, vectorWidth)
    // What is wrong, or nested too deeply for blocks, is told by going from token to token.
    return end > 0 ? end : try skipTokens(start, upTo: nil)
  }

  /// Steps over the container token by token, or by blocks from the first comma behind `limit` on.
  @inline(__always)
  private mutating func skipTokens(_ start: Int, upTo limit: Int?) throws(EventError) -> Int {
    let text = self.text.bytes
    var p = start
    // A bit a level, set for objects, the innermost lowest; every 64 levels are put aside.
    var kinds: UInt64 = 0
    var depth = 0
    skipped.removeAll()
    while true {
      var byte = text.u8(p)
      if byte == UInt8(ascii: "\"") {
        p = try text.skipString(p &+ 1)
      } else if byte | 0x20 == UInt8(ascii: "{") {
        guard frames.count &+ depth &+ 1 < EventMatcher.maximumDepth else {
          throw EventError(.tooDeep, at: p)
        }
        if depth & 63 == 0, depth > 0 { skipped.append(kinds) }
        depth &+= 1
        kinds = kinds &<< 1 | UInt64(byte &>> 5 & 1)
        p = text.skipSpace(p &+ 1)
        // A bracket and the one that closes it are two apart.
        if text.u8(p) != byte &+ 2 {
          if kinds & 1 != 0 { p = try text.skipKey(p) }
          continue
        }
      } else if byte <= UInt8(ascii: " ") {
        p = try text.skipSpaceBeforeValue(p)
        continue
      } else {
        p = try text.skipBare(p)
      }
      while text.u8(p) != UInt8(ascii: ",") {
        p = text.skipSpace(p)
        byte = text.u8(p)
        if byte == UInt8(ascii: ",") { break }
        // `]` and `}` differ in the bit that `[` and `{` differ in.
        guard byte == UInt8(ascii: "]") | UInt8(truncatingIfNeeded: kinds & 1) &<< 5 else {
          throw EventError(.unexpectedByte, at: p)
        }
        p &+= 1
        depth &-= 1
        if depth == 0 { return p }
        kinds = kinds &>> 1
        if depth & 63 == 0 {
          kinds = skipped[skipped.count &- 1]
          skipped.removeLast()
        }
      }
      p &+= 1
      if let limit, p > limit { return try skipRest(p, of: start, kinds, depth) }
      if kinds & 1 != 0 { p = try text.skipKey(p) }
    }
  }
}

extension Bytes {
  /// Steps over a key and its colon.
  @inline(__always)
  fileprivate func skipKey(_ p: Int) throws(EventError) -> Int {
    if u8(p) == UInt8(ascii: "\"") {
      let stop = plainEnd(p &+ 1)
      // A quote and a colon.
      if u16(stop) == 0x3A22 { return stop &+ 2 }
    }
    return try skipRareKey(skipSpace(p))
  }

  @inline(never)
  private func skipRareKey(_ p: Int) throws(EventError) -> Int {
    guard u8(p) == UInt8(ascii: "\"") else { throw EventError(.unexpectedByte, at: p) }
    let colon = skipSpace(try skipString(p &+ 1))
    guard u8(colon) == UInt8(ascii: ":") else { throw EventError(.unexpectedByte, at: colon) }
    return colon &+ 1
  }

  /// Steps over the rest of a string, its quote included.
  @inline(__always)
  func skipString(_ start: Int) throws(EventError) -> Int {
    let stop = plainEnd(start)
    return u8(stop) == UInt8(ascii: "\"") ? stop &+ 1 : try skipRareString(stop)
  }

  /// The same from the first byte on that is not plain.
  @inline(never)
  func skipRareString(_ start: Int) throws(EventError) -> Int {
    var p = start
    while true {
      let n = quoteStop(p)
      p &+= n
      if n == 16 { continue }
      switch u8(p) {
      case UInt8(ascii: "\""): return p &+ 1
      // The zero behind the text is not stepped over.
      case UInt8(ascii: "\\") where u8(p &+ 1) >= 0x20: p &+= 2
      case UInt8(ascii: "\\"): throw EventError(.badEscape, at: p &+ 1)
      default: throw EventError(.controlCharacter, at: p)
      }
    }
  }

  /// Steps over a number or a literal, whatever it is.
  @inline(__always)
  func skipBare(_ start: Int) throws(EventError) -> Int {
    var p = start
    var stops = bareStops(p)
    while stops == 0 {
      p &+= 16
      stops = bareStops(p)
    }
    p &+= stops.trailingZeroBitCount
    guard p > start else { throw EventError(.unexpectedByte, at: p) }
    return p
  }
}
