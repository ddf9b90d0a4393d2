extension PatternReader {
  /// `{"numeric": […]}` from the array on.
  mutating func readNumeric() throws(PatternFault) -> ValueTest {
    guard try scanner.next() == .startArray else { throw fault(.numeric(.notAnArray)) }
    let range = try readRange()
    guard try scanner.next() == .endObject else { throw fault(.numeric(.tooManyElements)) }
    return .numeric(range)
  }

  private mutating func readRange() throws(PatternFault) -> NumericRange {
    guard try scanner.next() == .string else {
      throw fault(.numeric(.member(try quotedText())))
    }
    let comparison = try quotedText()
    _ = try scanner.next()
    guard ["=", "<", "<=", ">", ">="].contains(comparison) else {
      throw fault(.numeric(.operator(comparison)))
    }
    guard scanner.token == .number else { throw fault(.numeric(.value(comparison))) }
    let first = try scanner.text()
    let token = try scanner.next()
    if comparison.hasPrefix(">") {
      if token == .endArray {
        return try range(from: first, isIncluded: comparison == ">=")
      }
      return try completeRange(from: first, isIncluded: comparison == ">=")
    }
    guard token == .endArray else { throw fault(.numeric(.tooManyElements)) }
    let value = try exact(first)
    let bound = NumericRange.Bound(value, isIncluded: comparison != "<")
    if comparison == "=" { return NumericRange(lower: bound, upper: bound) }
    return try bounded(NumericRange(lower: nil, upper: bound))
  }

  private mutating func range(from text: [UInt8], isIncluded: Bool) throws(PatternFault)
    -> NumericRange
  {
    let bound = NumericRange.Bound(try exact(text), isIncluded: isIncluded)
    return try bounded(NumericRange(lower: bound, upper: nil))
  }

  /// A lower bound was read, and the token after it; an upper one must follow.
  private mutating func completeRange(from text: [UInt8], isIncluded: Bool) throws(PatternFault)
    -> NumericRange
  {
    guard scanner.token == .string else {
      throw fault(.numeric(.rangeValue(try quotedText())))
    }
    let comparison = try quotedText()
    guard comparison == "<" || comparison == "<=" else {
      throw fault(.numeric(.rangeOperator(comparison)))
    }
    guard try scanner.next() == .number else { throw fault(.numeric(.value(comparison))) }
    let last = try scanner.text()
    guard try scanner.next() == .endArray else { throw fault(.numeric(.rangeTooLong)) }
    let lower = NumericRange.Bound(try exact(text), isIncluded: isIncluded)
    let upper = NumericRange.Bound(try exact(last), isIncluded: comparison == "<=")
    return try bounded(NumericRange(lower: lower, upper: upper))
  }

  /// `range`, if its ends leave room between them; an open end is the largest double.
  private mutating func bounded(_ range: NumericRange) throws(PatternFault) -> NumericRange {
    let largest = Double.greatestFiniteMagnitude
    let lower = range.lower?.value ?? -largest
    let upper = range.upper?.value ?? largest
    if lower > upper || (lower == upper && range.lower != nil && range.upper != nil) {
      throw fault(.numeric(.emptyInterval))
    }
    if lower == upper { failure = .pointInterval }
    return range
  }

  /// The double that is exactly the number written.
  func exact(_ text: [UInt8]) throws(PatternFault) -> Double {
    guard let value = exactDouble(text) else {
      throw fault(.numeric(.inexact(String(decoding: text, as: UTF8.self))))
    }
    return value
  }

  private mutating func quotedText() throws(PatternFault) -> String {
    String(decoding: try scanner.text(), as: UTF8.self)
  }
}
