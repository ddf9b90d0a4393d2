/// The double that a number's text stands for exactly: the one that would be printed as the same
/// decimal. Nil where the text rounds or overflows.
func exactDouble(_ text: String) -> Double? {
  guard let double = Double(text), double.isFinite else { return nil }
  return decimal(text) == decimal(javaText(double)) ? double : nil
}

/// Sign, digits without zeros at the ends, and the power of ten of the first digit.
private func decimal(_ text: String) -> [Int] {
  let parts = text.lowercased().split(separator: "e")
  let exponent = parts.count > 1 ? max(-1_000_000, min(1_000_000, Int(parts[1]) ?? 1_000_000)) : 0
  let mantissa = parts[0].drop { $0 == "-" }
  let whole = mantissa.prefix { $0 != "." }
  var digits = mantissa.compactMap(\.wholeNumberValue)
  var power = whole.count - 1 + exponent
  while digits.first == 0 {
    digits.removeFirst()
    power -= 1
  }
  while digits.last == 0 { digits.removeLast() }
  if digits.isEmpty { return [0] }
  return [text.hasPrefix("-") ? -1 : 1, power] + digits
}

/// A double as Java prints it: shortest, but with at least two digits, which shows in the least
/// doubles only, where another decimal of two digits is nearer than the one of one digit.
func javaText(_ double: Double) -> String {
  var digits = decimal(double.description)
  guard digits.count > 1 else { return "0.0" }
  let sign = digits.removeFirst() < 0 ? "-" : ""
  var power = digits.removeFirst()
  if double.isSubnormal, digits.count == 1 {
    let scaled = Double(double.significandBitPattern) * 4.940656458412465441766
    power = scaled < 9.95 ? -324 : scaled < 99.5 ? -323 : -322
    let two = Int((scaled * [10, 1, 0.1][power + 324]).rounded())
    digits = [two / 10, two % 10]
  }
  if digits.count == 1 { digits.append(0) }
  var text = digits.map(String.init).joined()
  guard (-3..<7).contains(power) else {
    text.insert(".", at: text.index(after: text.startIndex))
    return "\(sign)\(text)E\(power)"
  }
  while power < 0 {
    text = "0" + text
    power += 1
  }
  while text.count < power + 2 { text += "0" }
  text.insert(".", at: text.index(text.startIndex, offsetBy: power + 1))
  return sign + text
}
