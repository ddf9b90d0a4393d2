import FoundationEssentials

extension Decimal {
  /// Rounded half up to `places`, thousands apart: `1,234.50`.
  func rounded(to places: Int, separator: String = ",") -> String {
    let text = description
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    var digits = Array(parts[0].utf8)
    let fraction = parts.count > 1 ? Array(parts[1].utf8) : []
    for i in 0..<places { digits.append(i < fraction.count ? fraction[i] : 0x30) }
    if places < fraction.count, fraction[places] >= 0x35 { Self.increment(&digits) }
    let whole = digits.count - places
    var result = isNegative ? "-" : ""
    for (i, digit) in digits.enumerated() {
      if i == whole { result += "." }
      if i > 0, i < whole, (whole - i) % 3 == 0 { result += separator }
      result.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return result
  }

  private static func increment(_ digits: inout [UInt8]) {
    var i = digits.count - 1
    while i >= 0, digits[i] == 0x39 {
      digits[i] = 0x30
      i -= 1
    }
    if i >= 0 { digits[i] += 1 } else { digits.insert(0x31, at: 0) }
  }

  /// Dollars to the cent; what is more than nought is never printed as nought.
  var money: String {
    let text = rounded(to: 2)
    return text == "0.00" && self > 0 ? "<0.01" : text
  }

  /// A count for people: `61.3 M`, `420`, `0.25`.
  var compact: String {
    for (limit, unit) in [(Decimal(1_000_000_000), " G"), (1_000_000, " M"), (10_000, " k")]
    where self >= limit {
      let divisor = unit == " k" ? Decimal(1_000) : limit
      return (self / divisor).rounded(to: 1) + unit
    }
    let text = rounded(to: 2)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }
}
