/// What a text must fulfil, as a formula over automata.
struct TextFormula {
  struct Literal {
    let automaton: Int
    let isMember: Bool
  }

  private(set) var automata: [ByteAutomaton] = []
  /// In every clause, in at least one group, all literals must hold.
  private(set) var clauses: [[[Literal]]] = []
  /// Some language leaves open what its members are.
  private(set) var isVague = false
  /// Whether what is open counts in favour of a text, else against it.
  private let isLenient: Bool
  private var known: [Language: Int] = [:]

  init(isLenient: Bool) { self.isLenient = isLenient }

  /// False where an automaton would be too large.
  mutating func add(
    required: [StringSet], forbidden: [StringSet], _ work: inout Work
  ) -> Bool {
    guard let wellFormed = ByteAutomaton.wellFormedUTF8 else { return false }
    automata.append(wellFormed)
    clauses.append([[Literal(automaton: 0, isMember: true)]])
    for set in required where !set.isEverything {
      guard let groups = groups(of: set) else { return false }
      clauses.append(groups)
    }
    for set in forbidden {
      guard let refusals = refusals(of: set) else { return false }
      clauses += refusals
    }
    return work.spend(automata.reduce(0) { $0 + $1.size })
  }

  /// The ways to be in `set`, but for being one of its words where it lists them.
  private mutating func groups(of set: StringSet) -> [[Literal]]? {
    var groups: [[Literal]] = []
    for alternative in set.others {
      switch alternative {
      case .member(let language):
        guard let literal = literal(language, true) else { return nil }
        groups.append([literal])
      case .memberOfNone(let languages):
        guard let literals = literals(languages, false) else { return nil }
        groups.append(literals)
      }
    }
    if set.words.isComplement {
      guard let literal = literal(set.words.words, false) else { return nil }
      groups.append([literal])
    }
    return groups
  }

  /// What not to be in `set` takes, each as a clause.
  private mutating func refusals(of set: StringSet) -> [[[Literal]]]? {
    var clauses: [[[Literal]]] = []
    if set.words.isComplement || !set.words.isEmpty {
      guard let literal = literal(set.words.words, set.words.isComplement) else { return nil }
      clauses.append([[literal]])
    }
    for alternative in set.others {
      switch alternative {
      case .member(let language):
        guard let literal = literal(language, false) else { return nil }
        clauses.append([[literal]])
      case .memberOfNone(let languages):
        guard let literals = literals(languages, true) else { return nil }
        clauses.append(literals.map { [$0] })
      }
    }
    return clauses
  }

  private mutating func literals(_ languages: [Language], _ isMember: Bool) -> [Literal]? {
    var literals: [Literal] = []
    for language in languages {
      guard let literal = literal(language, isMember) else { return nil }
      literals.append(literal)
    }
    return literals
  }

  private mutating func literal(_ language: Language, _ isMember: Bool) -> Literal? {
    if let index = known[language] { return Literal(automaton: index, isMember: isMember) }
    guard let pair = language.automata else { return nil }
    if language.isVague {
      // Which automaton stands for it depends on the polarity, so it is not shared.
      isVague = true
    } else {
      known[language] = automata.count
    }
    automata.append(isMember == isLenient ? pair.possible : pair.sure)
    return Literal(automaton: automata.count - 1, isMember: isMember)
  }

  private mutating func literal(_ words: [UTF8Text], _ isMember: Bool) -> Literal? {
    guard let automaton = ByteAutomaton(words: words) else { return nil }
    automata.append(automaton)
    return Literal(automaton: automata.count - 1, isMember: isMember)
  }
}
