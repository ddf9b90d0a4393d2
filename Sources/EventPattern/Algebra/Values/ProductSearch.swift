/// Walks several automata at once, shortest text first, for a text that satisfies a formula over
/// them.
struct ProductSearch {
  private let automata: [ByteAutomaton]
  private let clauses: [[[TextFormula.Literal]]]

  /// `none` is certain and a text found is one; anything that languages leave open is undecided.
  static func run(
    required: [StringSet], forbidden: [StringSet], _ work: inout Work
  ) -> Search<UTF8Text> {
    var strict = TextFormula(isLenient: false)
    guard strict.add(required: required, forbidden: forbidden, &work) else { return .undecided }
    let found = ProductSearch(strict).search(&work)
    guard strict.isVague, case .none = found else { return found }
    var lenient = TextFormula(isLenient: true)
    guard lenient.add(required: required, forbidden: forbidden, &work),
      case .none = ProductSearch(lenient).search(&work)
    else { return .undecided }
    return .none
  }

  private init(_ formula: TextFormula) {
    automata = formula.automata
    clauses = formula.clauses
  }
}

extension ProductSearch {
  /// Breadth first, so that the text is a shortest one; the empty text only where there is no
  /// other.
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
    let preferred = Array(
      "xabcdefghijklmnopqrstuvwyz0123456789-_.:/ABCDEFGHIJKLMNOPQRSTUVWXYZ ".utf8)
    let isPreferred = Set(preferred)
    let rest = (UInt8(0x21)...0x7E).filter { !isPreferred.contains($0) }
    let control = (UInt8(0)...0x20).filter { !isPreferred.contains($0) } + [0x7F]
    return preferred + rest + (UInt8(0x80)...0xFF) + control
  }()
}
