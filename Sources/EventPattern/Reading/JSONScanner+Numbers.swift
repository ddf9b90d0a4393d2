extension JSONScanner {
  /// The characters of a number; only the grammar is checked, not the value.
  mutating func readNumber() throws(PatternFault) -> [UInt8] {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    guard let first = byte else { throw endOfInput("") }
    guard isDigit(first) else {
      throw unexpected(
        "expected digit (0-9) to follow minus sign, for valid numeric value", inNumber: true)
    }
    position += 1
    if first == UInt8(ascii: "0"), let next = byte, isDigit(next) {
      throw syntax("Invalid numeric value: Leading zeroes not allowed")
    }
    skipDigits()
    try readFraction()
    try readExponent()
    let text = Array(bytes[start..<position])
    if text.count(where: isDigit) > Self.numberLimit { throw numberTooLong(text) }
    return text
  }

  private mutating func readFraction() throws(PatternFault) {
    guard byte == UInt8(ascii: ".") else { return }
    position += 1
    guard let first = byte else { throw endOfInput("") }
    guard isDigit(first) else {
      throw unexpected("Decimal point not followed by a digit", inNumber: true)
    }
    skipDigits()
  }

  private mutating func readExponent() throws(PatternFault) {
    guard let letter = byte, letter | 0x20 == UInt8(ascii: "e") else { return }
    position += 1
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
    guard let first = byte else { throw endOfInput("") }
    guard isDigit(first) else {
      throw unexpected("Exponent indicator not followed by a digit", inNumber: true)
    }
    skipDigits()
  }

  private mutating func skipDigits() {
    while let byte, isDigit(byte) { position += 1 }
  }
}
