import Diagnostics

extension EventPattern {
  /// `pattern/never-matches`: a test that no value passes.
  func impossibleTests() -> [Diagnostic] {
    distinctFields.flatMap { field in
      field.tests.compactMap { test in
        guard case .number(let number) = test, number.value == nil, !number.isInteger else {
          return nil
        }
        return Diagnostic(
          "pattern/never-matches", .warning,
          "\(number.text) is not exact as a double-precision number, so no event can match it",
          at: field.range,
          help: "use at most 15 significant digits, or a 'numeric' range around it")
      }
    }
  }

  /// `pattern/ignore-case`: characters that the service's comparison without case cannot hit.
  func unfoldableCharacters() -> [Diagnostic] {
    distinctFields.flatMap { field in
      field.tests.compactMap { test in
        guard let text = test.textWithoutCase,
          let scalar = text.description.unicodeScalars.first(where: { $0.value > 0xFFFF })
        else { return nil }
        return Diagnostic(
          "pattern/ignore-case", .warning,
          "comparing without case, the service takes '\(scalar)' for two question marks",
          at: field.range, help: "list the spellings of \(text.quoted) that occur")
      }
    }
  }
}

extension PatternNumber {
  /// Integers that are no double still match their own characters.
  fileprivate var isInteger: Bool {
    text.bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
  }
}

extension ValueTest {
  fileprivate var textWithoutCase: UTF8Text? {
    switch self {
    case .equalsIgnoreCase(let text), .prefix(let text, ignoreCase: true),
      .suffix(let text, ignoreCase: true):
      text
    default: nil
    }
  }
}
