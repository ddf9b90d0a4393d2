/// Decimals whose power of ten is small, as almost all are: one multiplication or division of 128 bits
/// by 64 is exact, and what it leaves over says how to round.
enum ShortQuotient {
  /// 5 to the 27th is the last power that fits 64 bits.
  static let reach = 27

  /// The double nearest to `digits` times ten to the `exponent`, ties to even.
  ///
  /// INVARIANT: `digits` is not 0 and the exponent within `reach` of 0, so no result is subnormal.
  static func nearest(_ digits: UInt64, _ exponent: Int) -> Double {
    let five = power(exponent < 0 ? 0 &- exponent : exponent)
    return exponent < 0
      ? divided(digits, by: five, exponent) : multiplied(digits, by: five, exponent)
  }

  private static func power(_ n: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<n { power &*= 5 }
    return power
  }

  private static func multiplied(_ digits: UInt64, by five: UInt64, _ exponent: Int) -> Double {
    let product = digits.multipliedFullWidth(by: five)
    if product.high == 0 {
      let zeros = product.low.leadingZeroBitCount
      return round(product.low &<< UInt64(zeros), isCut: false, exponent &- zeros)
    }
    let zeros = product.high.leadingZeroBitCount
    let top =
      zeros == 0
      ? product.high
      : product.high &<< UInt64(zeros) | product.low &>> UInt64(64 &- zeros)
    return round(top, isCut: product.low &<< UInt64(zeros) != 0, exponent &+ 64 &- zeros)
  }

  private static func divided(_ digits: UInt64, by five: UInt64, _ exponent: Int) -> Double {
    let (up, down) = (digits.leadingZeroBitCount, five.leadingZeroBitCount)
    let numerator = digits &<< UInt64(up)
    // INVARIANT: both have their top bit set, so half of one divided by the other is below 2^64.
    let (quotient, rest) = (five &<< UInt64(down)).dividingFullWidth(
      (high: numerator &>> 1, low: numerator &<< 63))
    let zeros = quotient.leadingZeroBitCount
    let top = quotient &<< UInt64(zeros)
    return round(top, isCut: rest != 0, exponent &- 63 &+ down &- up &- zeros)
  }

  /// A number of 64 bits, the highest set, times two to the `exponent`; `isCut` if a little more.
  private static func round(_ top: UInt64, isCut: Bool, _ exponent: Int) -> Double {
    var significand = top &>> 11
    let rest = top & 0x7FF
    let isUp = rest > 0x400 || (rest == 0x400 && (isCut || significand & 1 == 1))
    if isUp { significand &+= 1 }
    // INVARIANT: far from both ends of the range, so the exponent's bits can be added to.
    let bits = Double(significand).bitPattern
    return Double(bitPattern: bits &+ UInt64(bitPattern: Int64(exponent &+ 11)) &<< 52)
  }
}
