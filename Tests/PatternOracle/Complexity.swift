/// The service's automaton as far as its measure of complexity goes, walked set by set of states.
/// Only fit for small patterns.
extension OraclePattern {
  var isTooComplex: Bool {
    let weighed = rules.filter { $0.contains { $0.tests.contains { !$0.wildcards.isEmpty } } }
    var machine = NameMachine()
    for rule in weighed { machine.add(rule[...], at: 0) }
    return machine.isTooComplex(at: 0)
  }
}

extension OracleTest {
  /// The wildcards that it stands for.
  var wildcards: [[UInt16]] {
    switch self {
    case .wildcard(let text): [text]
    case .anythingBut(let excluded): excluded.flatMap(\.wildcards)
    default: []
    }
  }

  /// Equal for tests that the service holds for equal.
  fileprivate var identities: [String] {
    switch self {
    case .number(let text):
      guard let double = exactDouble(text) else { return ["text \(text)"] }
      return ["= \(double)", "text \(text)"]
    case .equalsNumber(let double): return ["= \(double)"]
    case .string(let text, let isExact):
      let shown = String(decoding: text, as: UTF16.self)
      if !isExact, let digits = addressDigits(shown) { return ["address \(digits)"] }
      return ["string \(text)"]
    case .cidr(let text):
      return AddressBlock(text).map { ["block \($0.first) \($0.last)"] } ?? []
    case .anythingBut(let excluded):
      let members = Set(excluded.flatMap { $0.identities.prefix(1) })
      return ["not \(members.sorted())"]
    default: return ["\(self)"]
    }
  }
}

/// States between fields: one automaton for each field that follows.
private struct NameMachine {
  struct State {
    var automata: [[UInt16]: ValueMachine] = [:]
    var absent: [[UInt16]: Int] = [:]
  }

  var states = [State()]

  mutating func add(_ fields: ArraySlice<(path: [UInt16], tests: [OracleTest])>, at state: Int) {
    guard let field = fields.first else { return }
    var reached: [Int] = []
    var last: Int?
    for test in field.tests {
      if test == .exists(false) {
        let next = states[state].absent[field.path] ?? last ?? newState()
        states[state].absent[field.path] = next
        last = next
        reached.append(next)
        continue
      }
      let isWildcard = !test.wildcards.isEmpty
      for identity in isWildcard ? [test.identities[0]] : test.identities {
        let fresh = last ?? newState()
        let next = states[state].automata[field.path, default: ValueMachine()]
          .add(identity, test.wildcards, leadingTo: fresh)
        last = next
        reached.append(next)
      }
    }
    for next in Set(reached) { add(fields.dropFirst(), at: next) }
  }

  private mutating func newState() -> Int {
    states.append(State())
    return states.count - 1
  }

  func isTooComplex(at state: Int) -> Bool {
    states[state].automata.values.contains { automaton in
      automaton.weight > 10 || Set(automaton.results).contains { isTooComplex(at: $0) }
    }
  }
}

private struct ValueMachine {
  /// What bytes lead to; a byte of 256 stands for any.
  var edges: [[Int: [Int]]] = [[:]]
  /// True before the first star.
  var isFixed = [true]
  var patterns: [Set<String>] = [[]]
  var ends: [Int: [String: Int]] = [:]
  var others: [String: Int] = [:]

  var results: [Int] { ends.values.flatMap(\.values) + others.values }

  mutating func add(_ identity: String, _ wildcards: [[UInt16]], leadingTo next: Int) -> Int {
    if wildcards.isEmpty {
      if let old = others[identity] { return old }
      others[identity] = next
      return next
    }
    var result = next
    var added: Set<[UInt16]> = []
    for wildcard in wildcards where added.insert(wildcard).inserted {
      result = add(identity, tokens(of: wildcard), result)
    }
    return result
  }

  private mutating func add(
    _ identity: String, _ tokens: [(byte: Int, isShared: Bool)], _ next: Int
  )
    -> Int
  {
    var state = 0
    var before = -1
    var isNew = false
    for (i, token) in tokens.enumerated() {
      patterns[state].insert(identity)
      let follower = isNew ? nil : reusable(after: state, token)
      isNew = follower == nil
      let target = follower ?? newState(isFixed: isFixed[state] && token.byte < 256)
      if isNew {
        edges[state][token.byte, default: []].append(target)
        if token.byte == 256 { edges[target][256] = [target] }
        if i > 0, tokens[i - 1].byte == 256 {
          edges[before][token.byte, default: []].append(target)
        }
      }
      before = state
      state = target
    }
    patterns[state].insert(identity)
    if let old = ends[state]?[identity] { return old }
    ends[state, default: [:]][identity] = next
    if tokens.last?.byte == 256 { ends[before, default: [:]][identity] = next }
    return next
  }

  private mutating func newState(isFixed: Bool) -> Int {
    edges.append([:])
    self.isFixed.append(isFixed)
    patterns.append([])
    return edges.count - 1
  }

  private func reusable(after state: Int, _ token: (byte: Int, isShared: Bool)) -> Int? {
    let candidates = (edges[state][token.byte] ?? []).filter { $0 != state }
    if token.byte == 256 { return candidates.first }
    if let fixed = candidates.first(where: { isFixed[$0] }) { return fixed }
    let hasStar = (edges[state][256] ?? []).contains { $0 != state }
    return token.isShared && !hasStar ? candidates.first : nil
  }

  /// A string begins with its quote; a character with two cases is not shared after a star.
  private func tokens(of wildcard: [UInt16]) -> [(byte: Int, isShared: Bool)] {
    var tokens = [(byte: 0x22, isShared: true)]
    var isEscaped = false
    for scalar in String(decoding: utf8(wildcard), as: UTF8.self).unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if scalar == "*", !isEscaped {
        tokens.append((256, true))
      } else {
        let hasCases = scalar.properties.lowercaseMapping != scalar.properties.uppercaseMapping
        for (i, byte) in String(scalar).utf8.enumerated() {
          tokens.append((Int(byte), i > 0 || !hasCases || scalar.value > 0xFFFF))
        }
      }
      isEscaped = false
    }
    return tokens
  }

  /// The heaviest set of states that a text leads to; 11 where it is more.
  var weight: Int {
    var pending: [Set<Int>] = [[0]]
    var seen: Set<Set<Int>> = []
    var heaviest = 0
    while let set = pending.popLast() {
      let bytes = Set(set.flatMap { edges[$0].keys }).union([256, 0x22])
      for byte in bytes {
        let followers = set.flatMap { (edges[$0][byte] ?? []) + (edges[$0][256] ?? []) }
        let next = Set(followers)
        heaviest = max(heaviest, weight(of: next, after: set, byte))
        if heaviest > 10 { return 11 }
        if !next.isEmpty, seen.insert(next).inserted { pending.append(next) }
      }
    }
    return heaviest
  }

  /// States count once a pattern that can be reached; stars that can begin now count too; matches
  /// of one pattern count once.
  private func weight(of set: Set<Int>, after before: Set<Int>, _ byte: Int) -> Int {
    let stars = set.flatMap { edges[$0][256] ?? [] }.filter { !set.contains($0) }
    let states = set.reduce(0) { $0 + patterns[$1].count }
    let beginning = Set(stars).reduce(0) { $0 + patterns[$1].count }
    let matched = byte == 0x22 ? Set(before.flatMap { ends[$0]?.keys.map { $0 } ?? [] }) : []
    return states + beginning + matched.count
  }
}
