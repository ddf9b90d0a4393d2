/// Walks several automata at once, shortest text first, for a text that satisfies a formula over them.
struct ProductSearch {
  private struct Literal {
    let automaton: Int
    let isMember: Bool
  }

  private var automata: [ByteAutomaton] = []
  /// In every clause, in at least one group, all literals must hold.
  private var clauses: [[[Literal]]] = []

  /// `none` is certain and a text found is one; anything that languages leave open is undecided.
  static func run(
    required: [StringSet], forbidden: [StringSet], _ work: inout Work
  ) -> Search<UTF8Text> {
    guard let strict = ProductSearch(required, forbidden, isLenient: false) else {
      return .undecided
    }
    let found = strict.search(&work)
    let isVague = (required + forbidden).contains { $0.others.contains(where: \.isVague) }
    guard isVague, case .none = found else { return found }
    guard let lenient = ProductSearch(required, forbidden, isLenient: true),
      case .none = lenient.search(&work)
    else { return .undecided }
    return .none
  }

  /// `isLenient` reads what is not decided in favour of finding a text, else against it.
  private init?(_ required: [StringSet], _ forbidden: [StringSet], isLenient: Bool) {
    guard let wellFormed = ByteAutomaton.wellFormedUTF8 else { return nil }
    automata = [wellFormed]
    clauses = [[[Literal(automaton: 0, isMember: true)]]]
    var known: [Language: Int] = [:]
    func literal(_ language: Language, _ isMember: Bool) -> Literal? {
      if let index = known[language] { return Literal(automaton: index, isMember: isMember) }
      guard let pair = language.automata else { return nil }
      // INVARIANT: a vague language is used in one polarity, as two entries would be needed else.
      if !language.isVague { known[language] = automata.count }
      automata.append(isMember == isLenient ? pair.possible : pair.sure)
      return Literal(automaton: automata.count - 1, isMember: isMember)
    }
    func words(_ words: [UTF8Text]) -> Literal? {
      guard let automaton = ByteAutomaton(words: words) else { return nil }
      automata.append(automaton)
      return Literal(automaton: automata.count - 1, isMember: false)
    }
    func add(_ groups: [[Literal?]]) -> Bool {
      let complete = groups.compactMap { group in
        group.contains { $0 == nil } ? nil : group.compactMap { $0 }
      }
      clauses.append(complete)
      return complete.count == groups.count
    }
    for set in required where !set.isEverything {
      var groups: [[Literal?]] = set.others.map { alternative in
        switch alternative {
        case .member(let language): [literal(language, true)]
        case .memberOfNone(let languages): languages.map { literal($0, false) }
        }
      }
      if set.words.isComplement { groups.append([words(set.words.words)]) }
      guard add(groups) else { return nil }
    }
    for set in forbidden {
      // Texts outside the complement of some words are those words, which were tried one by one.
      if set.words.isComplement {
        guard let automaton = ByteAutomaton(words: set.words.words) else { return nil }
        automata.append(automaton)
        clauses.append([[Literal(automaton: automata.count - 1, isMember: true)]])
      } else if !set.words.isEmpty {
        guard add([[words(set.words.words)]]) else { return nil }
      }
      for alternative in set.others {
        let isAdded =
          switch alternative {
          case .member(let language): add([[literal(language, false)]])
          case .memberOfNone(let languages): add(languages.map { [literal($0, true)] })
          }
        guard isAdded else { return nil }
      }
    }
  }
}

extension ProductSearch {
  /// Breadth first, so that the text is a shortest one; the empty text only where there is no other.
  private func search(_ work: inout Work) -> Search<UTF8Text> {
    let alphabet = mergedAlphabet()
    let start = [UInt32](repeating: 0, count: automata.count)
    guard canSucceed(start) else { return .none }
    var trail: [(from: Int, byte: UInt8)] = [(0, 0)]
    var states = [start]
    var seen: Set<[UInt32]> = [start]
    var index = 0
    while index < states.count {
      for byte in alphabet {
        guard work.spend(automata.count * 4) else { return .undecided }
        let next = step(states[index], byte)
        guard canSucceed(next), seen.insert(next).inserted else { continue }
        states.append(next)
        trail.append((index, byte))
        if succeeds(next) { return .found(text(trail)) }
      }
      index += 1
    }
    return succeeds(start) ? .found("") : .none
  }

  private func step(_ states: [UInt32], _ byte: UInt8) -> [UInt32] {
    var next = states
    for index in automata.indices { next[index] = automata[index].step(states[index], byte) }
    return next
  }

  private func succeeds(_ states: [UInt32]) -> Bool {
    clauses.allSatisfy { clause in
      clause.contains { group in
        group.allSatisfy { automata[$0.automaton].ends(states[$0.automaton], as: $0.isMember) }
      }
    }
  }

  private func canSucceed(_ states: [UInt32]) -> Bool {
    clauses.allSatisfy { clause in
      clause.contains { group in
        group.allSatisfy { automata[$0.automaton].canEnd(states[$0.automaton], as: $0.isMember) }
      }
    }
  }

  private func text(_ trail: [(from: Int, byte: UInt8)]) -> UTF8Text {
    var bytes: [UInt8] = []
    var index = trail.count - 1
    while index > 0 {
      bytes.append(trail[index].byte)
      index = trail[index].from
    }
    return UTF8Text(bytes.reversed())
  }

  /// One byte of each class that all automata together tell apart: the one that reads best.
  private func mergedAlphabet() -> [UInt8] {
    var seen: Set<[UInt8]> = []
    return Self.bytesByReadability.filter { byte in
      seen.insert(automata.map { $0.classes.classOf[Int(byte)] }).inserted
    }
  }

  private static let bytesByReadability: [UInt8] = {
    let preferred = Array("xabcdefghijklmnopqrstuvwyz0123456789-_.:/ABCDEFGHIJKLMNOPQRSTUVWXYZ ".utf8)
    let isPreferred = Set(preferred)
    let rest = (UInt8(0x21)...0x7E).filter { !isPreferred.contains($0) }
    let control = (UInt8(0)...0x20).filter { !isPreferred.contains($0) } + [0x7F]
    return preferred + rest + (UInt8(0x80)...0xFF) + control
  }()
}

extension StringSet.Alternative {
  fileprivate var isVague: Bool {
    switch self {
    case .member(let language): language.isVague
    case .memberOfNone(let languages): languages.contains(where: \.isVague)
    }
  }
}
