/// Decimals whose power of ten is small, as almost all are: one multiplication of 64 bits by 64 says
/// how to round, or else one division of 128 bits by 64 is exact and its remainder does.
enum ShortQuotient {
  /// 5 to the 27th is the last power that fits 64 bits.
  static let reach = 27

  /// The double nearest to `digits` times ten to the `exponent`, ties to even.
  ///
  /// INVARIANT: `digits` is not 0 and the exponent within `reach` of 0, so no result is subnormal.
  static func nearest(_ digits: UInt64, _ exponent: Int) -> Double {
    if exponent >= 0 { return multiplied(digits, by: power(exponent), exponent) }
    return estimated(digits, 0 &- exponent)
      ?? divided(digits, by: power(0 &- exponent), exponent)
  }

  /// The double nearest to `digits` divided by ten to the `n`; nil where its bits behind the last
  /// that a double has are so near a half that the reciprocal, which is cut off, does not decide it.
  @inline(__always)
  static func estimated(_ digits: UInt64, _ n: Int) -> Double? {
    let zeros = digits.leadingZeroBitCount
    let product = (digits &<< UInt64(zeros)).multipliedFullWidth(by: reciprocals[n])
    let up = product.high.leadingZeroBitCount
    // INVARIANT: what was cut off is less than 2 of this, and at most one bit of it is moved up.
    let top =
      product.high &<< UInt64(truncatingIfNeeded: up)
      | product.low &>> UInt64(truncatingIfNeeded: 63) & UInt64(truncatingIfNeeded: up)
    if (top & 0x7FF) &- 0x3FE <= 2 { return nil }
    return round(top, isCut: true, 1 &- up &- zeros &- bitCount(n) &- n)
  }

  /// Bits of 5 to the `n`: its logarithm to the base of two, in 65536ths.
  @inline(__always)
  static func bitCount(_ n: Int) -> Int { (n &* 152_170) &>> 16 &+ 1 }

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
    // INVARIANT: far from both ends of the range. The significand's highest bit, which a double
    // does not have, adds one to the exponent.
    let biased = UInt64(truncatingIfNeeded: exponent &+ 11 &+ 52 &+ 1022)
    return Double(bitPattern: biased &<< 52 &+ significand)
  }

  /// One over 5 to the `n`, times the power of two that sets the highest bit, cut off; not for 0.
  static let reciprocals: InlineArray<28, UInt64> = [
    0, 0xCCCC_CCCC_CCCC_CCCC, 0xA3D7_0A3D_70A3_D70A, 0x8312_6E97_8D4F_DF3B,
    0xD1B7_1758_E219_652B, 0xA7C5_AC47_1B47_8423, 0x8637_BD05_AF6C_69B5, 0xD6BF_94D5_E57A_42BC,
    0xABCC_7711_8461_CEFC, 0x8970_5F41_36B4_A597, 0xDBE6_FECE_BDED_D5BE, 0xAFEB_FF0B_CB24_AAFE,
    0x8CBC_CC09_6F50_88CB, 0xE12E_1342_4BB4_0E13, 0xB424_DC35_095C_D80F, 0x901D_7CF7_3AB0_ACD9,
    0xE695_94BE_C44D_E15B, 0xB877_AA32_36A4_B449, 0x9392_EE8E_921D_5D07, 0xEC1E_4A7D_B695_61A5,
    0xBCE5_0864_9211_1AEA, 0x971D_A050_74DA_7BEE, 0xF1C9_0080_BAF7_2CB1, 0xC16D_9A00_9592_8A27,
    0x9ABE_14CD_4475_3B52, 0xF796_87AE_D3EE_C551, 0xC612_0625_7658_9DDA, 0x9E74_D1B7_91E0_7E48,
  ]
}
