/// The service's automaton for one field of one or more combinations: where its tests lead.
struct FieldAutomaton {
  var machine = WildcardMachine()
  /// States behind the field.
  private(set) var behind: [Next] = []
  private var known: [Int: Int] = [:]
  /// Wildcard patterns by the number of their test's identity.
  private var patterns: [Int: Int] = [:]
  /// What the tests of the field being filed lead to.
  private var reached: [Int] = []
  private var settled: [Int: (reached: [Int], states: Int, times: Int, isStable: Bool)] = [:]

  /// A state behind a field, and what is filed there.
  struct Next {
    var rests: [Int] = []
    var isReachedByValue = false
  }

  /// Every string goes through the opening quote, from where all patterns can be reached.
  var hasTooManyPatterns: Bool { patterns.count > RuleWeighing.limit }

  /// Whether filing a match array again may lead elsewhere than before.
  func isUnsettled(_ field: Int) -> Bool { settled[field]?.isStable != true }

  /// Files one test: it leads where an equal one leads, else where the test before it does, else to
  /// a new state.
  mutating func file(_ number: Int, _ identity: TestIdentity, _ budget: inout Int) {
    let fresh = reached.last ?? behind.count
    let next: Int
    if case .wildcards(let wildcards) = identity {
      next = file(wildcards.texts, number, fresh, &budget)
    } else {
      next = known[number] ?? fresh
      known[number] = next
    }
    if next == behind.count { behind.append(Next()) }
    if identity != .absent { behind[next].isReachedByValue = true }
    reached.append(next)
  }

  private mutating func file(
    _ wildcards: [Wildcard], _ number: Int, _ fresh: Int, _ budget: inout Int
  ) -> Int {
    let pattern = patterns[number] ?? patterns.count
    patterns[number] = pattern
    var next = fresh
    guard !hasTooManyPatterns else { return next }
    for wildcard in wildcards where budget > 0 {
      budget -= wildcard.runs.reduce(1) { $0 + $1.bytes.count }
      next = machine.add(wildcard, pattern: pattern, next: next)
    }
    return next
  }

  /// Ends the filing of a match array. Twice the same outcome without a new state means that all of
  /// it is shared; false if it was never so in a dozen times, as then its copies together are too
  /// heavy.
  mutating func settle(_ field: Int) -> Bool {
    guard isUnsettled(field) else { return true }
    let before = settled[field]
    let times = (before?.times ?? 0) + 1
    let states = machine.states.count
    let isStable = before?.reached == reached && before?.states == states
    settled[field] = (reached, states, times, isStable)
    reached = []
    return isStable || times <= RuleWeighing.limit + 2
  }

  /// Files the rest of a combination behind a match array; a dozen equal ones weigh too much
  /// already, if any number of them does.
  mutating func `continue`(_ field: Int, with rest: Int) {
    for next in Set(settled[field]?.reached ?? []) {
      let copies = behind[next].rests.suffix(RuleWeighing.limit + 2)
      if copies.count < RuleWeighing.limit + 2 || !copies.allSatisfy({ $0 == rest }) {
        behind[next].rests.append(rest)
      }
    }
  }
}
