/// A set of JSON scalars.
struct ValueSet: Hashable, Sendable {
  struct Literals: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let null = Literals(rawValue: 1)
    static let isTrue = Literals(rawValue: 2)
    static let isFalse = Literals(rawValue: 4)
    static let all: Literals = [.null, .isTrue, .isFalse]
  }

  var strings: StringSet
  var numbers: NumberSet
  var literals: Literals
  /// The numbers outside `numbers` may be members too: the service reads them as addresses.
  var hasUnsureNumbers: Bool

  init(
    strings: StringSet = .none, numbers: NumberSet = .none, literals: Literals = [],
    hasUnsureNumbers: Bool = false
  ) {
    self.strings = strings
    self.numbers = numbers
    self.literals = literals
    self.hasUnsureNumbers = hasUnsureNumbers && numbers != .all
  }

  static let none = ValueSet()
  static let all = ValueSet(strings: .all, numbers: .all, literals: .all)
  static let allStrings = ValueSet(strings: .all)

  init(_ value: ScalarValue) {
    self.init()
    switch value {
    case .null: literals = .null
    case .boolean(let value): literals = value ? .isTrue : .isFalse
    case .number(let number): numbers = NumberSet(number)
    case .string(let text): strings = StringSet(words: WordSet([text]))
    }
  }

  var isNone: Bool {
    strings.isNone && numbers.isEmpty && literals.isEmpty && !hasUnsureNumbers
  }

  var isEverything: Bool { strings.isEverything && numbers == .all && literals == .all }

  func union(_ other: ValueSet) -> ValueSet { ValueSet(union: [self, other]) }

  init(union sets: [ValueSet]) {
    self.init(
      strings: StringSet(union: sets.map(\.strings)),
      numbers: NumberSet(union: sets.map(\.numbers)),
      literals: sets.reduce([]) { $0.union($1.literals) },
      hasUnsureNumbers: sets.contains(where: \.hasUnsureNumbers))
  }

  /// Nil where it is not decided.
  func contains(_ value: ScalarValue) -> Bool? {
    switch value {
    case .null: literals.contains(.null)
    case .boolean(let value): literals.contains(value ? .isTrue : .isFalse)
    case .string(let text): strings.contains(text)
    case .number(let number):
      numbers.contains(number) ? true : hasUnsureNumbers ? nil : false
    }
  }
}
