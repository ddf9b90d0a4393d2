/// Decides whether a rule's wildcards are too complex, as the service does: it files the rule's
/// combinations into one machine, fields in order, and weighs each field's automaton.
///
/// Combinations share an automaton as long as their earlier fields share a test. Equal tests lead to
/// the same next state, a new test of a field to the one that the test before it led to
/// (event-ruler, `GenericMachine.java`). What can only be reached by a field's absence is not weighed.
struct RuleWeighing {
  /// The greatest weight that the service admits.
  static let limit = 10

  let fields: [PatternProgram.Field]
  /// The rest of a combination: a field and what follows it.
  private var rests: [Rest] = []
  private var restNumbers: [Rest: Int] = [:]
  private var seen: Set<[Int]> = []
  /// Steps that may still be spent; when none are left the pattern is admitted.
  private var budget = 3_000_000

  private struct Rest: Hashable {
    var field: Int
    /// Index into `rests`, or -1.
    var next: Int
  }

  /// A state behind a field, and what is filed there.
  private struct Next {
    var rests: [Int] = []
    var isReachedByValue = false
  }

  init(fields: [PatternProgram.Field]) { self.fields = fields }

  mutating func isTooComplex(_ rules: [[Int]]) -> Bool {
    var pending = [rules.map { number(of: $0) }]
    while let filed = pending.popLast() {
      guard seen.insert(filed).inserted else { continue }
      var byPath: [UTF8Text: [Int]] = [:]
      for rest in filed { byPath[fields[rests[rest].field].path, default: []].append(rest) }
      for group in byPath.values {
        guard let next = weigh(group) else { return true }
        pending += next
      }
    }
    return false
  }

  private mutating func number(of rule: [Int]) -> Int {
    var next = -1
    for field in rule.reversed() {
      let rest = Rest(field: field, next: next)
      next = restNumbers[rest] ?? rests.count
      guard next == rests.count else { continue }
      rests.append(rest)
      restNumbers[rest] = next
    }
    return next
  }

  /// Files one field of several combinations into one automaton; what is filed behind it, or nil if
  /// it is too complex.
  private mutating func weigh(_ group: [Int]) -> [[Int]]? {
    var automaton = FieldAutomaton()
    var behind: [Next] = []
    for rest in group {
      var reached: Set<Int> = []
      var last: Int?
      for test in fields[rests[rest].field].tests {
        for identity in TestIdentity.all(of: test) {
          let next = automaton.file(identity, last ?? behind.count, &budget)
          if next == behind.count { behind.append(Next()) }
          if identity != .absent { behind[next].isReachedByValue = true }
          if reached.insert(next).inserted, rests[rest].next >= 0 {
            file(rests[rest].next, in: &behind[next])
          }
          last = next
        }
      }
      if automaton.hasTooManyPatterns { return nil }
    }
    if automaton.machine.outweighs(Self.limit, budget: &budget) { return nil }
    return behind.filter { $0.isReachedByValue && !$0.rests.isEmpty }.map(\.rests)
  }

  /// A dozen equal combinations weigh too much already, if any number of them does.
  private func file(_ rest: Int, in next: inout Next) {
    if next.rests.count(where: { $0 == rest }) <= Self.limit + 1 { next.rests.append(rest) }
  }
}

/// What the service's automaton for one field knows of its tests.
private struct FieldAutomaton {
  var machine = WildcardMachine()
  private var known: [TestIdentity: Int] = [:]
  private var patterns: [TestIdentity: Int] = [:]

  /// Every string goes through the opening quote, from where all patterns can be reached.
  var hasTooManyPatterns: Bool { patterns.count > RuleWeighing.limit }

  /// Files `next` behind a test, unless something is there already; what is there.
  mutating func file(_ identity: TestIdentity, _ next: Int, _ budget: inout Int) -> Int {
    guard case .wildcards(let wildcards) = identity else {
      if let old = known[identity] { return old }
      known[identity] = next
      return next
    }
    let pattern = patterns[identity] ?? patterns.count
    patterns[identity] = pattern
    if hasTooManyPatterns || budget < 0 { return next }
    var result = next
    for wildcard in wildcards.texts {
      budget -= wildcard.runs.reduce(1) { $0 + $1.bytes.count }
      result = machine.add(wildcard, pattern: pattern, next: result)
    }
    return result
  }
}
