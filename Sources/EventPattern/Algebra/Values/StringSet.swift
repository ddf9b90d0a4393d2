/// A set of texts: a union of words, languages, and complements of languages.
struct StringSet: Hashable, Sendable {
  enum Alternative: Hashable, Sendable {
    case member(of: Language)
    case memberOfNone([Language])
  }

  private(set) var words: WordSet
  private(set) var others: [Alternative]

  init(words: WordSet = .none, others: [Alternative] = []) {
    self.words = words
    self.others = words.isEverything ? [] : others
  }

  static let none = StringSet()
  static let all = StringSet(words: .all)

  init(_ kind: Language.Kind) {
    if case .glob(let glob) = kind {
      self.init(glob)
    } else {
      self.init(others: [.member(of: Language(kind))])
    }
  }

  init(_ glob: Glob) {
    if glob.isEverything {
      self = .all
    } else if let literal = glob.literal {
      self.init(words: WordSet([UTF8Text(literal)]))
    } else {
      self.init(others: [.member(of: Language(.glob(glob)))])
    }
  }

  /// Texts that none of `kinds` hits.
  static func noneOf(_ kinds: [Language.Kind]) -> StringSet {
    var languages: [Language] = []
    var words: [UTF8Text] = []
    for kind in kinds {
      guard case .glob(let glob) = kind else {
        languages.append(Language(kind))
        continue
      }
      if glob.isEverything { return .none }
      if let literal = glob.literal { words.append(UTF8Text(literal)) }
      languages.append(Language(kind))
    }
    guard words.count < languages.count else { return StringSet(words: WordSet(words).complement) }
    return StringSet(others: [.memberOfNone(languages)])
  }

  /// Surely empty: nothing is said of languages that turn out to hold nothing.
  var isNone: Bool { words.isEmpty && others.isEmpty }
  var isEverything: Bool { words.isEverything }
  /// All members, where they are finitely many and listed.
  var finiteWords: [UTF8Text]? { others.isEmpty && !words.isComplement ? words.words : nil }

  func union(_ other: StringSet) -> StringSet { StringSet(union: [self, other]) }

  init(union sets: [StringSet]) {
    let (whole, listed) = (
      sets.filter(\.words.isComplement), sets.filter { !$0.words.isComplement }
    )
    let words = WordSet(listed.flatMap(\.words.words))
    var seen: Set<Alternative> = []
    self.init(
      words: whole.reduce(words) { $0.union($1.words) },
      others: sets.flatMap(\.others).filter { seen.insert($0).inserted })
  }

  /// Nil where it is not decided.
  func contains(_ text: UTF8Text) -> Bool? {
    words.contains(text) ? true : others.anyHolds { $0.contains(text.bytes) }
  }
}

extension StringSet.Alternative {
  /// Nil where it is not decided.
  func contains(_ text: [UInt8]) -> Bool? {
    switch self {
    case .member(let language): language.contains(text)
    case .memberOfNone(let languages): languages.noneHolds { $0.contains(text) }
    }
  }
}
