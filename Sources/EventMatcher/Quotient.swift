/// Division of whole numbers of any size, for the decimals whose double takes more than one step.
enum Quotient {
  /// More digits than decide any double; what follows only matters by not being zero.
  private static let digitLimit = 800

  /// The double nearest to the magnitude of a decimal, ties to even.
  static func nearest(_ decimal: Decimal, _ text: Bytes, _ start: Int, _ end: Int) -> Double {
    // Written with one digit before the point, the exponent would be at least `high - 20`.
    let high = decimal.exponent &+ 19
    if decimal.exponent > 310 { return .infinity }
    if high < -345 { return 0 }
    var (numerator, exponent) = whole(decimal, text, start, end)
    var denominator = Natural(1)
    if exponent < 0 {
      denominator.multiply(byPowerOfTen: -exponent)
    } else {
      numerator.multiply(byPowerOfTen: exponent)
    }
    return divide(numerator, denominator)
  }

  /// All digits that matter as one number, and the power of ten that it is to be multiplied by.
  private static func whole(_ decimal: Decimal, _ text: Bytes, _ start: Int, _ end: Int)
    -> (Natural, exponent: Int)
  {
    if decimal.significant <= 19 { return (Natural(decimal.digits), decimal.exponent) }
    var number = Natural(0)
    var taken = 0
    let wanted = decimal.significant < digitLimit ? decimal.significant : digitLimit
    var p = start
    while taken < wanted && p < end {
      let digit = text.u8(p) &- UInt8(ascii: "0")
      p &+= 1
      guard digit <= 9, digit > 0 || taken > 0 else { continue }
      number.multiply(by: 10, adding: UInt32(digit))
      taken &+= 1
    }
    var exponent = decimal.exponent &- (taken &- 19)
    if decimal.significant > digitLimit {
      number.multiply(by: 10, adding: 1)
      exponent &-= 1
    }
    return (number, exponent)
  }

  /// The double nearest to a fraction, by long division bit by bit.
  private static func divide(_ numerator: Natural, _ denominator: Natural) -> Double {
    var (n, d) = (numerator, denominator)
    var exponent = n.bitCount &- d.bitCount
    if exponent >= 0 { d.shiftLeft(exponent) } else { n.shiftLeft(0 &- exponent) }
    if n.isLess(than: d) {
      n.shiftLeft(1)
      exponent &-= 1
    }
    // INVARIANT: the fraction is now in [1, 2), times two to the exponent.
    if exponent > 1023 { return .infinity }
    let bits = exponent < -1022 ? 53 &+ 1022 &+ exponent : 53
    if bits < 0 { return 0 }
    var quotient: UInt64 = 0
    for _ in 0..<bits {
      quotient &<<= 1
      if !n.isLess(than: d) {
        n.subtract(d)
        quotient |= 1
      }
      n.shiftLeft(1)
    }
    let isAbove = d.isLess(than: n)
    let isTie = !isAbove && !n.isLess(than: d)
    if isAbove || (isTie && quotient & 1 == 1) { quotient &+= 1 }
    return Double(sign: .plus, exponent: exponent &- bits &+ 1, significand: Double(quotient))
  }
}

/// A natural number of any size.
private struct Natural {
  /// Least significant first; the last is not zero.
  private var words: [UInt32] = []

  init(_ value: UInt64) {
    words = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value &>> 32)]
    trim()
  }

  var bitCount: Int {
    guard let last = words.last else { return 0 }
    return words.count &* 32 &- last.leadingZeroBitCount
  }

  mutating func multiply(by factor: UInt32, adding addend: UInt32 = 0) {
    var carry = UInt64(addend)
    for i in words.indices {
      let product = UInt64(words[i]) &* UInt64(factor) &+ carry
      words[i] = UInt32(truncatingIfNeeded: product)
      carry = product &>> 32
    }
    if carry != 0 { words.append(UInt32(truncatingIfNeeded: carry)) }
  }

  mutating func multiply(byPowerOfTen exponent: Int) {
    var left = exponent
    while left >= 9 {
      multiply(by: 1_000_000_000)
      left &-= 9
    }
    for _ in 0..<left { multiply(by: 10) }
  }

  mutating func shiftLeft(_ bits: Int) {
    if words.isEmpty || bits == 0 { return }
    let part = UInt32(truncatingIfNeeded: bits & 31)
    if part != 0 {
      var carry: UInt32 = 0
      for i in words.indices {
        let word = words[i]
        words[i] = word &<< part | carry
        carry = word &>> (32 &- part)
      }
      if carry != 0 { words.append(carry) }
    }
    if bits >= 32 { words.insert(contentsOf: repeatElement(0, count: bits / 32), at: 0) }
  }

  func isLess(than other: Natural) -> Bool {
    if words.count != other.words.count { return words.count < other.words.count }
    for i in words.indices.reversed() where words[i] != other.words[i] {
      return words[i] < other.words[i]
    }
    return false
  }

  /// Takes away a number that is not larger.
  mutating func subtract(_ other: Natural) {
    var borrow: Int64 = 0
    for i in words.indices {
      let taken = i < other.words.count ? Int64(other.words[i]) : 0
      let left = Int64(words[i]) &- taken &- borrow
      words[i] = UInt32(truncatingIfNeeded: left)
      borrow = left < 0 ? 1 : 0
    }
    trim()
  }

  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }
}
