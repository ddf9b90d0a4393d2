/// A number of at most 19 digits without an exponent, as almost all are: where its parts stand.
struct PlainNumber {
  /// Its first digit.
  var first: Int
  /// Digits before the point.
  var whole: Int
  /// Where it ends; 0 where there is no such number.
  var end: Int

  static let none = PlainNumber(first: 0, whole: 0, end: 0)

  var isInteger: Bool {
    @inline(__always) get { end == first &+ whole }
  }
}

extension Bytes {
  /// Finds the parts of such a number. Integers have 15 digits at most, so that they always compare
  /// as numbers.
  @inline(__always)
  func plainNumber(_ start: Int) -> PlainNumber {
    let first = u8(start) == UInt8(ascii: "-") ? start &+ 1 : start
    let bits = UInt64(digitBits(first) | digitBits(first &+ 16) &<< 16)
    let whole = (~bits).trailingZeroBitCount
    var end = first &+ whole
    if whole == 0 || (whole > 1 && u8(first) == UInt8(ascii: "0")) { return .none }
    if u8(end) == UInt8(ascii: ".") {
      let fraction = (~(bits &>> UInt64(truncatingIfNeeded: whole &+ 1))).trailingZeroBitCount
      if fraction == 0 || whole &+ fraction > 19 { return .none }
      end &+= fraction &+ 1
    } else if whole > 15 {
      return .none
    }
    if u8(end) | 0x20 == UInt8(ascii: "e") { return .none }
    return PlainNumber(first: first, whole: whole, end: end)
  }

  /// Where such a number ends and the double nearest to it; the end is 0 where there is none.
  @inline(never)
  func plainNumberValue(_ start: Int) -> (end: Int, value: Double) {
    let number = plainNumber(start)
    if number.end == 0 { return (0, .nan) }
    let (first, whole) = (number.first, number.whole)
    let fraction = number.isInteger ? 0 : number.end &- first &- whole &- 1
    let digits: UInt64
    if whole > 7 {
      digits = longDigits(first, whole, fraction)
    } else {
      // Eight digits with the point left out.
      let kept = UInt64.max &<< UInt64(truncatingIfNeeded: 8 &* whole)
      let word = u64(first &+ 1) & kept | u64(first) & ~kept
      digits = self.digits(word, first &+ 9, whole &+ fraction)
    }
    let magnitude =
      digits <= 1 << 53
      // Both are exact, so one rounding is all there is.
      ? Double(Int64(truncatingIfNeeded: digits)) / PowersOfTen.doubles[fraction]
      : ShortQuotient.estimated(digits, fraction) ?? ShortQuotient.nearest(digits, 0 &- fraction)
    return (number.end, u8(start) == UInt8(ascii: "-") ? -magnitude : magnitude)
  }

  /// The digits of a number with eight or more before the point.
  @inline(never)
  private func longDigits(_ first: Int, _ whole: Int, _ fraction: Int) -> UInt64 {
    let (point, upper) = (first &+ whole, digits(u64(first), first &+ 8, whole))
    if fraction == 0 { return upper }
    let lower = digits(u64(point &+ 1), point &+ 9, fraction)
    return upper &* PowersOfTen.words[fraction] &+ lower
  }

  /// The number that up to 19 digits are: eight in a word, the others from `next` on.
  @inline(__always)
  private func digits(_ word: UInt64, _ next: Int, _ count: Int) -> UInt64 {
    if count <= 8 { return eightDigits(word, count) }
    let (upper, left) = (eightDigits(word, 8), count &- 8)
    if left <= 8 { return upper &* PowersOfTen.words[left] &+ eightDigits(u64(next), left) }
    var value = upper &* 100_000_000 &+ eightDigits(u64(next), 8)
    for p in next &+ 8..<next &+ left { value = value &* 10 &+ UInt64(u8(p) & 0x0F) }
    return value
  }
}

/// The number that the first 1 to 8 digits of a word are, of which the first is in the lowest byte.
@inline(__always)
private func eightDigits(_ word: UInt64, _ count: Int) -> UInt64 {
  // What is moved in stands for leading zeros.
  let text = word &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  let digits = text & 0x0F0F_0F0F_0F0F_0F0F
  // In every other byte two digits, then in each half four, then all.
  let pairs = digits &* 10 &+ digits &>> 8
  let (outer, inner) = (pairs & 0xFF_0000_00FF, pairs &>> 16 & 0xFF_0000_00FF)
  return (outer &* (1_000_000 &<< 32 | 100) &+ inner &* (10_000 &<< 32 | 1)) &>> 32
}

/// Powers of ten as far as they are exact.
enum PowersOfTen {
  static let words: InlineArray<20, UInt64> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
    100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
    100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
  static let doubles: InlineArray<23, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
