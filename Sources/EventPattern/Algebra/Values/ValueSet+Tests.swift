extension ValueSet {
  /// The values that pass one of `tests`; `exists: false` passes none.
  init(_ tests: [ValueTest]) {
    let words = StringSet(words: WordSet(tests.compactMap(\.word)))
    self.init(
      union: [ValueSet(strings: words)] + tests.lazy.filter { $0.word == nil }.map { ValueSet($0) })
  }

  private init(_ test: ValueTest) {
    switch test {
    case .equals(let text):
      self.init(
        strings: AddressRange(literal: text).map { StringSet(.addresses($0)) } ?? .none,
        hasUnsureNumbers: true)
    case .exactly, .exists(false): self.init()
    case .number(let number): self.init(numbers: NumberSet(number))
    case .boolean(let value): self.init(literals: value ? .isTrue : .isFalse)
    case .null: self.init(literals: .null)
    case .prefix, .suffix, .equalsIgnoreCase, .wildcard: self.init(strings: Self.language(of: test))
    case .numeric(let range): self.init(numbers: NumberSet(reals: Intervals(range)))
    case .cidr(let block):
      self.init(strings: StringSet(.addresses(AddressRange(block))), hasUnsureNumbers: true)
    case .exists(true): self = .all
    case .anythingBut(let excluded): self.init(excluded)
    }
  }

  private init(_ excluded: AnythingBut) {
    self = .all
    switch excluded {
    case .strings(let words): strings = StringSet(words: WordSet(words).complement)
    case .numbers(let values):
      numbers = numbers.subtracting(NumberSet(union: values.map { NumberSet($0) }))
    case .prefix(let texts): strings = .noneOf(texts.map { .glob(Glob(prefix: $0)) })
    case .suffix(let texts): strings = .noneOf(texts.map { .glob(Glob(suffix: $0)) })
    case .equalsIgnoreCase(let texts):
      strings = .noneOf(texts.map { .folded(FoldedText($0, .whole)) })
    case .wildcard(let wildcards): strings = .noneOf(wildcards.map { .glob(Glob($0)) })
    }
  }

  private static func language(of test: ValueTest) -> StringSet {
    switch test {
    case .prefix(let text, ignoreCase: false): StringSet(Glob(prefix: text))
    case .suffix(let text, ignoreCase: false): StringSet(Glob(suffix: text))
    case .prefix(let text, ignoreCase: true): StringSet(.folded(FoldedText(text, .prefix)))
    case .suffix(let text, ignoreCase: true): StringSet(.folded(FoldedText(text, .suffix)))
    case .equalsIgnoreCase(let text): StringSet(.folded(FoldedText(text, .whole)))
    case .wildcard(let wildcard): StringSet(Glob(wildcard))
    default: .none
    }
  }
}

extension ValueTest {
  /// The one text that passes, where there is only one.
  fileprivate var word: UTF8Text? {
    switch self {
    case .equals(let text): ipAddress(text.bytes) == nil ? text : nil
    case .exactly(let text): text
    default: nil
    }
  }
}
