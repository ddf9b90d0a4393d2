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
  /// What it takes to find out that an automaton is too large.
  private static let failureCost = ByteAutomaton.sizeLimit * 4

  init(isLenient: Bool) { self.isLenient = isLenient }

  /// False where an automaton would be too large.
  mutating func add(
    required: [StringSet], forbidden: [StringSet], _ work: inout Work
  ) -> Bool {
    guard let wellFormed = ByteAutomaton.wellFormedUTF8 else { return false }
    automata.append(wellFormed)
    clauses.append([[Literal(automaton: 0, isMember: true)]])
    for set in required where !set.isEverything {
      guard let groups = groups(of: set, &work) else { return false }
      clauses.append(groups)
    }
    for set in forbidden {
      guard let refusals = refusals(of: set, &work) else { return false }
      clauses += refusals
    }
    return true
  }

  /// The ways to be in `set`, but for being one of its words where it lists them.
  private mutating func groups(of set: StringSet, _ work: inout Work) -> [[Literal]]? {
    var groups: [[Literal]] = []
    for alternative in set.others {
      switch alternative {
      case .member(let language):
        guard let literal = literal(language, true, &work) else { return nil }
        groups.append([literal])
      case .memberOfNone(let languages):
        guard let literals = literals(languages, false, &work) else { return nil }
        groups.append(literals)
      }
    }
    if set.words.isComplement {
      guard let literal = literal(set.words.words, false, &work) else { return nil }
      groups.append([literal])
    }
    return groups
  }

  /// What not to be in `set` takes, each as a clause.
  private mutating func refusals(
    of set: StringSet, _ work: inout Work
  ) -> [[[Literal]]]? {
    var clauses: [[[Literal]]] = []
    if set.words.isComplement || !set.words.isEmpty {
      guard let literal = literal(set.words.words, set.words.isComplement, &work) else { return nil }
      clauses.append([[literal]])
    }
    for alternative in set.others {
      switch alternative {
      case .member(let language):
        guard let literal = literal(language, false, &work) else { return nil }
        clauses.append([[literal]])
      case .memberOfNone(let languages):
        guard let literals = literals(languages, true, &work) else { return nil }
        clauses.append(literals.map { [$0] })
      }
    }
    return clauses
  }

  private mutating func literals(
    _ languages: [Language], _ isMember: Bool, _ work: inout Work
  ) -> [Literal]? {
    var literals: [Literal] = []
    for language in languages {
      guard let literal = literal(language, isMember, &work) else { return nil }
      literals.append(literal)
    }
    return literals
  }

  /// Spends the same whether or not the automaton is built already, so that answers do not depend
  /// on what was asked before.
  private mutating func literal(
    _ language: Language, _ isMember: Bool, _ work: inout Work
  ) -> Literal? {
    if let index = known[language] { return Literal(automaton: index, isMember: isMember) }
    guard !work.isExhausted else { return nil }
    guard let pair = language.automata else {
      _ = work.spend(Self.failureCost)
      return nil
    }
    guard work.spend((pair.sure.size + (language.isVague ? pair.possible.size : 0)) * 4) else {
      return nil
    }
    if language.isVague {
      // Which automaton stands for it depends on the polarity, so it is not shared.
      isVague = true
    } else {
      known[language] = automata.count
    }
    automata.append(isMember == isLenient ? pair.possible : pair.sure)
    return Literal(automaton: automata.count - 1, isMember: isMember)
  }

  private mutating func literal(
    _ words: [UTF8Text], _ isMember: Bool, _ work: inout Work
  ) -> Literal? {
    guard !work.isExhausted, let automaton = ByteAutomaton(words: words),
      work.spend(automaton.size * 4)
    else {
      _ = work.spend(Self.failureCost)
      return nil
    }
    automata.append(automaton)
    return Literal(automaton: automata.count - 1, isMember: isMember)
  }
}
