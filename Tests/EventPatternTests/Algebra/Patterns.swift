import Diagnostics

@testable import EventPattern

/// A pattern of one conjunction, written as paths with their tests.
func pattern(_ fields: KeyValuePairs<UTF8Text, [ValueTest]>) -> EventPattern {
  union([fields])
}

/// A pattern of several alternatives.
func union(_ alternatives: [KeyValuePairs<UTF8Text, [ValueTest]>]) -> EventPattern {
  let nowhere = SourceRange(file: FileID(0), start: 0, end: 0)
  return EventPattern(
    dialect: .eventBridge,
    alternatives: alternatives.map { fields in
      Conjunction(
        fields: fields.map { FieldTest(path: $0.key, tests: $0.value, range: nowhere) }
          .sorted {
            Array($0.path.description.utf16).lexicographicallyPrecedes(
              Array($1.path.description.utf16))
          })
    }, range: nowhere, byteCount: 0)
}

func events(_ fields: KeyValuePairs<UTF8Text, [ValueTest]>) -> EventSet {
  EventSet(pattern(fields))
}

extension ValueTest {
  static func above(_ value: Double) -> ValueTest {
    .numeric(NumericRange(lower: .init(value, isIncluded: false), upper: nil))
  }

  static func below(_ value: Double) -> ValueTest {
    .numeric(NumericRange(lower: nil, upper: .init(value, isIncluded: false)))
  }

  static func atLeast(_ value: Double) -> ValueTest {
    .numeric(NumericRange(lower: .init(value, isIncluded: true), upper: nil))
  }

  static func number(_ value: Double) -> ValueTest {
    .number(PatternNumber(text: UTF8Text("\(value)"), value: value))
  }

  static func wildcard(_ text: String) -> ValueTest {
    .wildcard(
      Wildcard(
        runs: text.split(separator: "*", omittingEmptySubsequences: false)
          .map { UTF8Text(String($0)) }))
  }

  static func prefix(_ text: UTF8Text) -> ValueTest { .prefix(text, ignoreCase: false) }
  static func suffix(_ text: UTF8Text) -> ValueTest { .suffix(text, ignoreCase: false) }
}
