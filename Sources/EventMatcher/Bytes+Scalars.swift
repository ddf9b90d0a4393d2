extension Bytes {
  /// Reads any number: where it ends, 0 where there is none, and whether it has neither fraction nor
  /// exponent.
  func number(_ start: Int) throws(EventError) -> (end: Int, isInteger: Bool) {
    let first = u8(start) == UInt8(ascii: "-") ? start &+ 1 : start
    if first == start, !isDigit(start) { return (0, false) }
    var end = try digits(first)
    if u8(first) == UInt8(ascii: "0"), end > first &+ 1 {
      throw EventError(.badNumber, at: end &- 1)
    }
    let whole = end
    if u8(end) == UInt8(ascii: ".") { end = try digits(end &+ 1) }
    if u8(end) | 0x20 == UInt8(ascii: "e") {
      let isSigned = u8(end &+ 1) == UInt8(ascii: "+") || u8(end &+ 1) == UInt8(ascii: "-")
      end = try digits(isSigned ? end &+ 2 : end &+ 1)
    }
    return (end, end == whole)
  }

  /// The end of a run of digits, which must not be empty.
  private func digits(_ start: Int) throws(EventError) -> Int {
    guard isDigit(start) else { throw EventError(.badNumber, at: start) }
    var p = start
    while isDigit(p) { p &+= 1 }
    return p
  }

  private func isDigit(_ p: Int) -> Bool { u8(p) &- UInt8(ascii: "0") <= 9 }

  /// Steps over `true`, `false` or `null`.
  @inline(__always)
  func literal(_ p: Int) throws(EventError) -> Int {
    let word = u32(p)
    if word == 0x6575_7274 || word == 0x6C6C_756E { return p &+ 4 }
    if word == 0x736C_6166 && u8(p &+ 4) == UInt8(ascii: "e") { return p &+ 5 }
    let byte = u8(p) | 0x20
    guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else {
      throw EventError(.unexpectedByte, at: p)
    }
    throw EventError(.badLiteral, at: p)
  }

  /// The first byte from `p` on that is not white space.
  @inline(__always)
  func skipSpace(_ p: Int) -> Int {
    u8(p) > UInt8(ascii: " ") ? p : skipSpaces(p)
  }

  /// The same where a value must follow and the byte at `p` begins none.
  @inline(never)
  func skipSpaceBeforeValue(_ p: Int) throws(EventError) -> Int {
    let next = skipSpaces(p)
    guard next > p else { throw EventError(.unexpectedByte, at: p) }
    return next
  }

  @inline(never)
  private func skipSpaces(_ from: Int) -> Int {
    var p = from
    while true {
      let n = spaceStop(p)
      p &+= n
      if n < 16 { return p }
    }
  }
}
