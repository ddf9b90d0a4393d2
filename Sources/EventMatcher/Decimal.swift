/// A JSON number taken apart: `digits` times ten to the `exponent`.
struct Decimal {
  var isNegative = false
  /// No fraction and no exponent were written.
  var isInteger = true
  /// The first 19 significant digits; the last of all is not zero.
  var digits: UInt64 = 0
  /// Significant digits up to the last that is not zero.
  var significant = 0
  /// For the digits in `digits`.
  var exponent = 0
  /// Some digit that is not zero did not fit.
  var isCut = false

  /// Reads a number that is known to be well formed.
  init(_ text: Bytes, _ start: Int, _ end: Int) {
    var p = start
    if text.u8(p) == UInt8(ascii: "-") {
      isNegative = true
      p &+= 1
    }
    // Digits seen since the last that was not zero, and digits taken.
    var (zeros, taken, isFraction) = (0, 0, false)
    while p < end {
      let byte = text.u8(p)
      p &+= 1
      if byte == UInt8(ascii: ".") {
        (isFraction, isInteger) = (true, false)
        continue
      }
      if byte | 0x20 == UInt8(ascii: "e") {
        isInteger = false
        readExponent(text, p, end)
        break
      }
      if isFraction { exponent &-= 1 }
      if byte == UInt8(ascii: "0") {
        if taken > 0 { zeros &+= 1 }
        continue
      }
      for _ in 0..<zeros { take(0, &taken) }
      zeros = 0
      take(UInt64(byte &- UInt8(ascii: "0")), &taken)
    }
    exponent &+= zeros
    significant = taken
  }

  private mutating func take(_ digit: UInt64, _ taken: inout Int) {
    taken &+= 1
    if taken <= 19 {
      digits = digits &* 10 &+ digit
    } else {
      exponent &+= 1
      if digit != 0 { isCut = true }
    }
  }

  /// Adds a written exponent, held within what no double reaches.
  private mutating func readExponent(_ text: Bytes, _ start: Int, _ end: Int) {
    var p = start
    let isDown = text.u8(p) == UInt8(ascii: "-")
    if isDown || text.u8(p) == UInt8(ascii: "+") { p &+= 1 }
    var written: Int64 = 0
    while p < end {
      if written < 1 << 40 { written = written &* 10 &+ Int64(text.u8(p) &- UInt8(ascii: "0")) }
      p &+= 1
    }
    exponent = Int(clamping: Int64(exponent) &+ (isDown ? 0 &- written : written))
  }
}

extension Decimal {
  /// The nearest double; infinite where there is none.
  func value(_ text: Bytes, _ start: Int, _ end: Int) -> Double {
    let magnitude: Double
    if digits == 0 {
      magnitude = 0
    } else if !isCut, digits <= 1 << 53, exponent >= -22, exponent <= 22 {
      // Both factors are exact, so one rounding is all there is.
      magnitude =
        exponent < 0
        ? Double(digits) / PowersOfTen.doubles[-exponent]
        : Double(digits) * PowersOfTen.doubles[exponent]
    } else if !isCut, exponent.magnitude <= ShortQuotient.reach {
      magnitude = ShortQuotient.nearest(digits, exponent)
    } else {
      magnitude = Quotient.nearest(self, text, start, end)
    }
    return isNegative ? -magnitude : magnitude
  }

  /// What the service compares the number as; nil where it takes it for text.
  ///
  /// A number with fraction or exponent is rounded first, so it always is its double. An integer is
  /// one only if its double, written as short as can be, is the same number again.
  func comparable(_ text: Bytes, _ start: Int, _ end: Int) -> Double? {
    if isInteger && (significant > 17 || isCut) { return nil }
    let value = value(text, start, end)
    guard value.isFinite else { return nil }
    // Up to 15 digits every decimal survives the way to a double and back, and so does every
    // integer below 2^53.
    if !isInteger || significant <= 15 || (exponent == 0 && digits <= 1 << 53) { return value }
    return shortestDigits(value) == digits ? value : nil
  }

  /// The significant digits of the shortest decimal that reads as `value`, as one number.
  private func shortestDigits(_ value: Double) -> UInt64 {
    var digits: UInt64 = 0
    for byte in value.magnitude.description.utf8 {
      if byte | 0x20 == UInt8(ascii: "e") { break }
      if byte != UInt8(ascii: ".") { digits = digits &* 10 &+ UInt64(byte &- UInt8(ascii: "0")) }
    }
    while digits > 0 && digits % 10 == 0 { digits /= 10 }
    return digits
  }
}
