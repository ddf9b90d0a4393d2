/// The double that a number literal names exactly, as the service sees it: the shortest decimal
/// that reads back as that double must be the number written. Nil where it rounds or overflows.
///
/// The service asks `BigDecimal.valueOf(double).compareTo(decimal) == 0`.
package func exactDouble(_ text: [UInt8]) -> Double? {
  guard let decimal = Decimal(text), let value = Double(String(decoding: text, as: UTF8.self)),
    value.isFinite
  else { return nil }
  if decimal.digits.isEmpty { return 0 }
  return Decimal(printed: value) == decimal ? value : nil
}

/// Digits without zeros at either end, the first one worth ten to the `exponent`.
private struct Decimal: Equatable {
  var isNegative: Bool
  var digits: [UInt8]
  var exponent: Int

  init?(_ text: [UInt8]) {
    isNegative = text.first == UInt8(ascii: "-")
    let end = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
    let mantissa = text[(isNegative ? 1 : 0)..<end]
    let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? end
    let all = mantissa.filter(isDigit)
    guard let first = all.firstIndex(where: { $0 != 0x30 }) else {
      (isNegative, digits, exponent) = (false, [], 0)
      return
    }
    let last = all.lastIndex { $0 != 0x30 } ?? first
    digits = Array(all[first...last])
    let shift = end < text.endIndex ? Self.integer(text[(end + 1)...]) : 0
    exponent = (point - mantissa.startIndex) - 1 - first + shift
  }

  /// As Java prints a double: the shortest digits, but at least two where two are nearer. That
  /// shows in the least doubles only, which are few steps of 4.94e-324.
  init?(printed value: Double) {
    self.init(Array(value.description.utf8))
    let steps = value.significandBitPattern
    guard digits.count == 1, value.isSubnormal, steps < 1000 else { return }
    var tenths = Double(steps) * 49.40656458412465441766
    exponent = -324
    while tenths >= 99.5 {
      tenths /= 10
      exponent += 1
    }
    let two = UInt8(tenths.rounded())
    digits = two % 10 == 0 ? [0x30 + two / 10] : [0x30 + two / 10, 0x30 + two % 10]
  }

  /// A signed decimal integer, held within bounds that no sum of exponents can leave.
  private static func integer(_ text: ArraySlice<UInt8>) -> Int {
    var value = 0
    for digit in text where isDigit(digit) {
      value = min(value * 10 + Int(digit - 0x30), 1_000_000_000_000)
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }
}
