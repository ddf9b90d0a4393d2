/// A set of JSON numbers: those that a double holds exactly, by value, and longer integers by their
/// text.
struct NumberSet: Hashable, Sendable {
  var reals: Intervals
  /// Of these only the integers are members.
  var integers: Intervals
  /// Integers that no double holds; they equal only the same text.
  var texts: WordSet

  init(reals: Intervals = .none, integers: Intervals = .none, texts: WordSet = .none) {
    self.reals = reals
    self.integers = integers
    self.texts = texts
  }

  static let none = NumberSet()
  static let all = NumberSet(reals: .all, texts: .all)

  /// A number that is neither exact nor an integer equals nothing: the service rounds it in events.
  init(_ number: PatternNumber) {
    self.init()
    if let value = number.value {
      reals = Intervals(value)
    } else if number.isIntegerText {
      texts = WordSet([number.text])
    }
  }

  init(union sets: [NumberSet]) {
    reals = Intervals(union: sets.map(\.reals))
    integers = Intervals(union: sets.map(\.integers))
    // INVARIANT: only the set of all numbers holds a complement of texts.
    let isEverything = sets.contains { $0.texts.isComplement }
    texts =
      isEverything
      ? sets.reduce(.none) { $0.union($1.texts) } : WordSet(sets.flatMap(\.texts.words))
  }

  var isEmpty: Bool { reals.isEmpty && integers.integers.isEmpty && texts.isEmpty }

  func contains(_ number: PatternNumber) -> Bool {
    guard let value = number.value else {
      return number.isIntegerText && texts.contains(number.text)
    }
    return reals.contains(value) || (value == value.rounded() && integers.contains(value))
  }

  func intersection(_ other: NumberSet) -> NumberSet {
    let mixed = reals.intersection(other.integers).union(integers.intersection(other.reals))
    return NumberSet(
      reals: reals.intersection(other.reals),
      integers: mixed.union(integers.intersection(other.integers)),
      texts: texts.intersection(other.texts))
  }

  func union(_ other: NumberSet) -> NumberSet {
    NumberSet(
      reals: reals.union(other.reals), integers: integers.union(other.integers),
      texts: texts.union(other.texts))
  }

  /// Less the members of `other`, of which the ones known only as integers are subtracted as
  /// integers.
  func subtracting(_ other: NumberSet) -> NumberSet {
    // INVARIANT: `other` comes from a pattern, which has no sets of integers.
    NumberSet(
      reals: reals.subtracting(other.reals), integers: integers.subtracting(other.reals),
      texts: texts.subtracting(other.texts))
  }

  /// The member that reads best.
  var simplest: PatternNumber? {
    if let value = reals.union(integers.integers).isEmpty ? nil : simplestExact {
      return PatternNumber(value)
    }
    return texts.firstMember(of: Self.inexactExamples).map { PatternNumber(text: $0, value: nil) }
  }

  private var simplestExact: Double? {
    guard let real = reals.simplest else { return integers.integers.simplest }
    guard let integer = integers.integers.simplest else { return real }
    return abs(integer) < abs(real) || real != real.rounded() ? integer : real
  }

  /// Odd numbers just above 2^53, enough that a list in a pattern cannot exhaust them in practice.
  private static let inexactExamples: [UTF8Text] = (0..<64).map {
    UTF8Text(String(9_007_199_254_740_993 + 2 * $0))
  }
}

extension PatternNumber {
  /// The number that `value` is, in its shortest text.
  init(_ value: Double) {
    let isShortInteger = value == value.rounded() && abs(value) < 1e15
    self.init(
      text: UTF8Text(isShortInteger ? String(Int(value)) : "\(value)"), value: value)
  }

  /// Digits with at most a sign: only such texts keep their spelling in an event.
  var isIntegerText: Bool {
    let digits = text.bytes.first == UInt8(ascii: "-") ? text.bytes.dropFirst() : text.bytes[...]
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
