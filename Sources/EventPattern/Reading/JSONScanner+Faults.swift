/// What is wrong with JSON text, in the words of Jackson, the service's parser (jackson-core 2.16,
/// `ReaderBasedJsonParser` and its base classes).
extension JSONScanner {
  /// Jackson's default `StreamReadConstraints`.
  static let depthLimit = 1000
  static let numberLimit = 1000
  static let nameLimit = 50_000

  static let comment =
    "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not "
    + "enabled for parser)"
  static let values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"

  var containerName: String {
    guard let context = contexts.last else { return "root" }
    return context.isObject ? "Object" : "Array"
  }

  func syntax(_ message: String) -> PatternFault {
    PatternFault(.syntax(message), start: position, end: min(position + 1, bytes.count))
  }

  func endOfInput(_ what: String) -> PatternFault { syntax("Unexpected end-of-input\(what)") }

  func unexpected(_ comment: String, inNumber: Bool = false) -> PatternFault {
    let place = inNumber ? " in numeric value" : ""
    return syntax("Unexpected character (\(characterDescription()))\(place): \(comment)")
  }

  /// What a text means that ended here: nothing more at the top, else an unclosed bracket.
  func endOfText() throws(PatternFault) -> Token {
    guard let context = contexts.last else { return .end }
    throw endOfInput(
      ": expected close marker for \(containerName) (start marker at \(place(of: context.start)))")
  }

  func mismatchedClose(_ bracket: UInt8) -> PatternFault {
    let expected = bracket == UInt8(ascii: "}") ? "]" : "}"
    let start = contexts.last.map { place(of: $0.start) } ?? place(line: 1, column: 0)
    return syntax(
      "Unexpected close marker '\(Character(Unicode.Scalar(bracket)))': expected '\(expected)' "
        + "(for \(containerName) starting at \(start))")
  }

  func nestedTooDeep() -> PatternFault {
    syntax(
      "Document nesting depth (\(contexts.count)) exceeds the maximum allowed (\(Self.depthLimit), "
        + "from `StreamReadConstraints.getMaxNestingDepth()`)")
  }

  func tooLong(_ what: String, _ length: Int, _ limit: Int, _ getter: String) -> PatternFault {
    syntax(
      "\(what) length (\(length)) exceeds the maximum allowed (\(limit), "
        + "from `StreamReadConstraints.\(getter)()`)")
  }

  func numberTooLong(_ text: [UInt8]) -> PatternFault {
    tooLong("Number value", text.count(where: isDigit), Self.numberLimit, "getMaxNumberLength")
  }

  func unquotedControl(_ use: Quoted) -> PatternFault {
    syntax(
      "Illegal unquoted character (\(characterDescription())): has to be escaped using backslash "
        + "to be included in \(use == .key ? "name" : "string value")")
  }

  func illegalSpace() -> PatternFault {
    syntax(
      "Illegal character (\(characterDescription())): only regular white space (\\r, \\n, \\t) is "
        + "allowed between tokens")
  }

  /// The next character cannot start a value.
  mutating func oddValue() -> PatternFault {
    switch byte {
    case UInt8(ascii: "}"): return unexpected("expected a value")
    case UInt8(ascii: "N"): return nonStandard("NaN")
    case UInt8(ascii: "I"): return nonStandard("Infinity")
    case UInt8(ascii: "+"):
      return unexpected(
        "JSON spec does not allow numbers to have plus signs: enable "
          + "`JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow", inNumber: true)
    default:
      if continuesIdentifier() { return unrecognizedToken(from: position) }
      return unexpected("expected a valid value \(Self.values)")
    }
  }

  private mutating func nonStandard(_ word: String) -> PatternFault {
    let start = position
    let rest = bytes[position...]
    guard rest.starts(with: word.utf8) else { return unrecognizedToken(from: start) }
    return syntax(
      "Non-standard token '\(word)': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow")
  }

  /// The whole run of identifier characters is quoted, up to 256 of them.
  mutating func unrecognizedToken(from start: Int) -> PatternFault {
    position = max(position, start)
    var text = String(decoding: bytes[start..<position], as: UTF8.self)
    while continuesIdentifier(), let scalar = scalar(at: position) {
      text.unicodeScalars.append(scalar.value)
      position += scalar.length
      if text.utf16.count >= 256 {
        text += "..."
        break
      }
    }
    let message = "Unrecognized token '\(text)': was expecting \(Self.values)"
    return PatternFault(.syntax(message), start: start, end: position)
  }

  func continuesIdentifier() -> Bool {
    guard let scalar = scalar(at: position)?.value else { return false }
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
        || scalar == "$"
    }
    return scalar.properties.isIDContinue || scalar.properties.generalCategory == .currencySymbol
  }

  /// The character at a place as Jackson names it; of a character outside the basic plane, its
  /// first UTF-16 unit.
  func characterDescription() -> String {
    guard let scalar = scalar(at: position)?.value else { return "" }
    let unit = scalar.utf16.first ?? 0
    if unit < 0x20 || (0x7F...0x9F).contains(unit) { return "(CTRL-CHAR, code \(unit))" }
    let shown = scalar.value > 0xFFFF ? "?" : String(Character(scalar))
    let hex = unit > 255 ? " / 0x\(String(unit, radix: 16))" : ""
    return "'\(shown)' (code \(unit)\(hex))"
  }

  func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    var decoder = UTF8()
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  private func place(of offset: Int) -> String {
    let lineStart = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = bytes[..<offset].count { $0 == 0x0A } + 1
    let column = String(decoding: bytes[lineStart..<offset], as: UTF8.self).utf16.count + 1
    return place(line: line, column: column)
  }

  /// Jackson quotes the first 500 characters of the text that it reads.
  private func place(line: Int, column: Int) -> String {
    let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
    let shown = String(decoding: units.prefix(500), as: UTF16.self)
    let cut = units.count > 500 ? "[truncated \(units.count - 500) chars]" : ""
    return "[Source: (String)\"\(shown)\"\(cut); line: \(line), column: \(column)]"
  }
}
