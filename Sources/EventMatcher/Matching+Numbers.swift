extension Matching {
  /// Steps over a number; returns whether it has neither fraction nor exponent.
  @inline(__always)
  func number(_ p: inout Int, _ text: Bytes) throws(EventError) -> Bool {
    let start = p
    if text.u8(p) == UInt8(ascii: "-") { p &+= 1 }
    if text.u8(p) == UInt8(ascii: "0") {
      p &+= 1
      if text.isDigit(p) { throw EventError(.badNumber, at: start) }
    } else {
      try digits(&p, start, text)
    }
    let byte = text.u8(p)
    if byte != UInt8(ascii: ".") && byte | 0x20 != UInt8(ascii: "e") { return true }
    try fraction(&p, start, text)
    return false
  }

  @inline(never)
  private func fraction(_ p: inout Int, _ start: Int, _ text: Bytes) throws(EventError) {
    if text.u8(p) == UInt8(ascii: ".") {
      p &+= 1
      try digits(&p, start, text)
    }
    guard text.u8(p) | 0x20 == UInt8(ascii: "e") else { return }
    p &+= 1
    if text.u8(p) == UInt8(ascii: "+") || text.u8(p) == UInt8(ascii: "-") { p &+= 1 }
    try digits(&p, start, text)
  }

  /// Steps over one digit or more.
  @inline(__always)
  private func digits(_ p: inout Int, _ start: Int, _ text: Bytes) throws(EventError) {
    guard text.isDigit(p) else {
      throw p >= length ? unexpected(p) : EventError(.badNumber, at: start)
    }
    repeat { p &+= 1 } while text.isDigit(p)
  }
}

extension Bytes {
  @inline(__always)
  func isDigit(_ p: Int) -> Bool { u8(p) &- UInt8(ascii: "0") <= 9 }
}
