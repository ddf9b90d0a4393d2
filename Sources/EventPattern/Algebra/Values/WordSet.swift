/// Finitely many texts, or all but finitely many.
struct WordSet: Hashable, Sendable {
  /// Sorted, each once.
  private(set) var words: [UTF8Text]
  /// Whether `words` are those left out.
  private(set) var isComplement: Bool

  static let none = WordSet([])
  static let all = WordSet([]).complement

  init(_ words: [UTF8Text], isComplement: Bool = false) {
    self.words = words.count < 2 ? words : Set(words).sorted()
    self.isComplement = isComplement
  }

  private init(sorted words: [UTF8Text], isComplement: Bool) {
    self.words = words
    self.isComplement = isComplement
  }

  var isEmpty: Bool { words.isEmpty && !isComplement }
  var isEverything: Bool { words.isEmpty && isComplement }
  var complement: WordSet { WordSet(sorted: words, isComplement: !isComplement) }

  func contains(_ word: UTF8Text) -> Bool { Self.holds(words, word) != isComplement }

  func intersection(_ other: WordSet) -> WordSet {
    switch (isComplement, other.isComplement) {
    case (false, _): WordSet(sorted: words.filter(other.contains), isComplement: false)
    case (true, false): other.intersection(self)
    case (true, true): WordSet(words + other.words, isComplement: true)
    }
  }

  func union(_ other: WordSet) -> WordSet {
    complement.intersection(other.complement).complement
  }

  func subtracting(_ other: WordSet) -> WordSet { intersection(other.complement) }

  /// The first of `candidates` inside, else any word listed.
  func firstMember(of candidates: [UTF8Text]) -> UTF8Text? {
    isComplement ? candidates.first(where: contains) : words.first
  }

  private static func holds(_ words: [UTF8Text], _ word: UTF8Text) -> Bool {
    guard words.count > 4 else { return words.contains(word) }
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }
}
