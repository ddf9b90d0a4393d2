extension PatternReader {
  /// `{"numeric": […]}` from the array on.
  mutating func readNumeric() throws(PatternFault) -> ValueTest {
    guard try scanner.next() == .startArray else { throw fault(.numeric(.notAnArray)) }
    let range = try readRange()
    guard try scanner.next() == .endObject else { throw fault(.numeric(.tooManyElements)) }
    return .numeric(range)
  }

  private mutating func readRange() throws(PatternFault) -> NumericRange {
    let start = scanner.tokenStart
    guard try scanner.next() == .string else {
      throw fault(.numeric(.member(try quotedText())))
    }
    let comparison = try quotedText()
    let quoted = (start: scanner.tokenStart, end: scanner.tokenEnd)
    _ = try scanner.next()
    guard ["=", "<", "<=", ">", ">="].contains(comparison) else {
      throw PatternFault(.numeric(.operator(comparison)), start: quoted.start, end: quoted.end)
    }
    guard scanner.token == .number else { throw fault(.numeric(.value(comparison))) }
    let first = try lexeme()
    let token = try scanner.next()
    if comparison.hasPrefix(">") {
      let upper = token == .endArray ? nil : try readUpperBound()
      let lower = NumericRange.Bound(try exact(first), isIncluded: comparison == ">=")
      return try bounded(NumericRange(lower: lower, upper: try upper.map(bound)), from: start)
    }
    guard token == .endArray else { throw fault(.numeric(.tooManyElements)) }
    let bound = NumericRange.Bound(try exact(first), isIncluded: comparison != "<")
    if comparison == "=" { return NumericRange(lower: bound, upper: bound) }
    return try bounded(NumericRange(lower: nil, upper: bound), from: start)
  }

  /// A lower bound was read, and the token after it.
  private mutating func readUpperBound() throws(PatternFault) -> UpperBound {
    guard scanner.token == .string else {
      throw fault(.numeric(.rangeValue(try quotedText())))
    }
    let comparison = try quotedText()
    guard comparison == "<" || comparison == "<=" else {
      throw fault(.numeric(.rangeOperator(comparison)))
    }
    guard try scanner.next() == .number else { throw fault(.numeric(.value(comparison))) }
    let value = try lexeme()
    guard try scanner.next() == .endArray else { throw fault(.numeric(.rangeTooLong)) }
    return UpperBound(value: value, isIncluded: comparison == "<=")
  }

  private struct UpperBound {
    var value: Lexeme
    var isIncluded: Bool
  }

  private func bound(_ upper: UpperBound) throws(PatternFault) -> NumericRange.Bound {
    NumericRange.Bound(try exact(upper.value), isIncluded: upper.isIncluded)
  }

  /// `range`, if its ends leave room between them; an open end is the largest double.
  private mutating func bounded(_ range: NumericRange, from start: Int) throws(PatternFault)
    -> NumericRange
  {
    let largest = Double.greatestFiniteMagnitude
    let lower = range.lower?.value ?? -largest
    let upper = range.upper?.value ?? largest
    let isClosed = range.lower != nil && range.upper != nil
    if isClosed, lower >= upper { throw fault(.numeric(.emptyInterval), from: start) }
    if lower == upper { failure = .pointInterval }
    return range
  }

  /// The double that is exactly the number written.
  func exact(_ number: Lexeme) throws(PatternFault) -> Double {
    if let value = exactDouble(number.text) { return value }
    let text = String(decoding: number.text, as: UTF8.self)
    throw PatternFault(.numeric(.inexact(text)), start: number.start, end: number.end)
  }

  private mutating func quotedText() throws(PatternFault) -> String {
    String(decoding: try scanner.text(), as: UTF8.self)
  }
}
