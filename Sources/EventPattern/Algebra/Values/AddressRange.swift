/// The texts that the service reads as an IP address inside a block, or equal to one address.
///
/// It compares hex digits from the left without looking at the family, so texts of the other family
/// may match too; those, and spellings that need more than an IPv4 parser, are not decided here.
struct AddressRange: Hashable, Sendable {
  /// First and last address, 4 or 16 bytes each.
  let first: [UInt8]
  let last: [UInt8]

  init(_ block: CIDRBlock) {
    let free = block.address.indices.map { index in
      UInt8.max >> UInt8(min(max(block.bits - index * 8, 0), 8))
    }
    first = zip(block.address, free).map { $0 & ~$1 }
    last = zip(block.address, free).map { $0 | $1 }
  }

  /// The other spellings of an address literal; nil where `text` is none.
  init?(literal text: UTF8Text) {
    guard let address = ipAddress(text.bytes) else { return nil }
    first = address
    last = address
  }

  /// False where the two can share no value: their intervals of hex digits lie apart.
  func mayMeet(_ other: AddressRange) -> Bool {
    let count = min(first.count, other.first.count)
    return !last.prefix(count).lexicographicallyPrecedes(other.first.prefix(count))
      && !other.last.prefix(count).lexicographicallyPrecedes(first.prefix(count))
  }

  /// A text that is surely inside.
  var example: [UInt8] {
    if first.count == 4 { return Array(first.map { String($0) }.joined(separator: ".").utf8) }
    let groups = stride(from: 0, to: 16, by: 2).map { first[$0...($0 + 1)] }
    let texts = groups.map { group in
      String(group.reduce(0) { $0 << 8 | Int($1) }, radix: 16)
    }
    return Array(texts.joined(separator: ":").utf8)
  }

  /// Nil where it is not decided.
  func contains(_ text: [UInt8]) -> Bool? {
    guard let address = ipAddress(text) else { return false }
    guard address.count == first.count else { return nil }
    return !address.lexicographicallyPrecedes(first) && !last.lexicographicallyPrecedes(address)
  }
}

extension AddressRange {
  /// Accepts only texts that surely match: dotted IPv4 spellings with at most three digits a part,
  /// or the one plain spelling of the first IPv6 address.
  var sureAutomaton: ByteAutomaton? {
    guard first.count == 4 else {
      return contains(example) == true ? Glob([example]).automaton : nil
    }
    return ByteAutomaton(
      from: Dotted(), classes: ByteClasses(distinguishing: Array("0123456789.".utf8)),
      step: { step($0, $1) }, accepts: { $0.part == 3 && finished($0) != nil })
  }

  /// Accepts every text that may match: the sure ones, and all that resembles another spelling.
  var possibleAutomaton: ByteAutomaton? {
    guard let sure = sureAutomaton else { return nil }
    let isV6 = first.count == 16
    return ByteAutomaton(
      from: Resembling(),
      classes: ByteClasses(distinguishing: Array("0123456789abcdefABCDEF:.".utf8)),
      step: { state, byte in
        var next = state
        next.sure = sure.step(state.sure, byte)
        next.note(byte)
        return next
      },
      accepts: { sure.ends($0.sure, as: true) || $0.isOtherSpelling || (isV6 && $0.isDotted) })
  }

  /// Where in a dotted text: the value of the part so far, and whether all parts equal a bound's.
  private struct Dotted: Hashable {
    var part = 0
    var value: Int?
    var digits = 0
    var isAtFirst = true
    var isAtLast = true
  }

  private func step(_ state: Dotted, _ byte: UInt8) -> Dotted? {
    var next = state
    if byte == UInt8(ascii: ".") {
      guard state.part < 3 else { return nil }
      return finished(state)
    }
    guard (0x30...0x39).contains(byte), state.digits < 3 else { return nil }
    next.digits += 1
    let value = (state.value ?? 0) * 10 + Int(byte - 0x30)
    let bounds = bounds(state)
    // The part is this value, or goes on with one digit or two where there is room for them.
    let ends = [(1, 0), (10, 9), (100, 99)].prefix(4 - next.digits).map { scale, span in
      (low: value * scale, high: value * scale + span)
    }
    guard ends.contains(where: { $0.low <= bounds.high && bounds.low <= $0.high }) else {
      return nil
    }
    next.value = bounds == (0, 255) ? Self.likeness(of: value, digits: next.digits) : value
    return next
  }

  private func bounds(_ state: Dotted) -> (low: Int, high: Int) {
    (state.isAtFirst ? Int(first[state.part]) : 0, state.isAtLast ? Int(last[state.part]) : 255)
  }

  /// A value that can go on in the same ways below 256, so that few states are told apart.
  private static func likeness(of value: Int, digits: Int) -> Int {
    switch digits {
    case 1: value < 2 ? 1 : value == 2 ? 2 : 9
    case 2: value < 25 ? 10 : value == 25 ? 25 : 99
    default: 100
    }
  }

  /// The state after the part's end; nil where the address has left the range.
  private func finished(_ state: Dotted) -> Dotted? {
    guard let value = state.value else { return nil }
    let (low, high) = bounds(state)
    guard low <= value, value <= high else { return nil }
    return Dotted(
      part: state.part + 1, isAtFirst: state.isAtFirst && value == low,
      isAtLast: state.isAtLast && value == high)
  }

  /// Whether a text is of hex digits and colons, or is dotted with a part of over three digits.
  private struct Resembling: Hashable {
    var sure: UInt32 = 0
    var isHex = true
    var hasColon = false
    var isDotted = true
    var digits = 0
    var isLong = false

    mutating func note(_ byte: UInt8) {
      let isDigit = (0x30...0x39).contains(byte)
      isDotted = isDotted && (isDigit || byte == UInt8(ascii: "."))
      digits = isDigit ? min(digits + 1, 4) : 0
      isLong = isLong || digits > 3
      isHex = isHex && (byte == UInt8(ascii: ":") || isHexDigit(byte))
      hasColon = hasColon || byte == UInt8(ascii: ":")
    }

    private func isHexDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }

    var isOtherSpelling: Bool { (isHex && hasColon) || (isDotted && isLong) }
  }
}
