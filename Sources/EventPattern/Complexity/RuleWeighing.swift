/// Decides whether a rule's wildcards are too complex, as the service does: it files the rule's
/// combinations into one machine, fields in order, and weighs each field's automaton.
///
/// Combinations share an automaton as long as their earlier fields share a test. Equal tests lead
/// to the same next state, a new test of a field to the one that the test before it led to
/// (event-ruler, `GenericMachine.java`). What can only be reached by a field's absence is not
/// weighed.
struct RuleWeighing {
  /// The greatest weight that the service admits.
  static let limit = 10

  let fields: [PatternProgram.Field]
  /// For each field the numbers of its tests' identities.
  private var identities: [Int: [Int]] = [:]
  private var identityNumbers: [TestIdentity: Int] = [:]
  private var known: [TestIdentity] = []
  /// The rest of a combination: a field and what follows it.
  private var rests: [Rest] = []
  private var restNumbers: [Rest: Int] = [:]
  private var seen: Set<[Int]> = []
  /// Steps that may still be spent; when none are left the pattern is admitted.
  private var budget = 1_000_000

  private struct Rest: Hashable {
    var field: Int
    /// Index into `rests`, or -1.
    var next: Int
  }

  init(fields: [PatternProgram.Field]) { self.fields = fields }

  mutating func isTooComplex(_ rules: [[Int]]) -> Bool {
    var pending = [rules.map { number(of: $0) }]
    while let filed = pending.popLast(), budget > 0 {
      guard seen.insert(filed).inserted else { continue }
      budget -= filed.count
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
    for rest in group {
      let (field, next) = (rests[rest].field, rests[rest].next)
      let isNew = automaton.isUnsettled(field)
      if isNew {
        for number in identityNumbers(of: field) {
          automaton.file(number, known[number], &budget)
          if automaton.hasTooManyPatterns { return nil }
        }
      }
      guard automaton.settle(field) else { return nil }
      if next >= 0 { automaton.continue(field, with: next) }
    }
    if automaton.machine.outweighs(Self.limit, budget: &budget) { return nil }
    return automaton.behind.filter { $0.isReachedByValue && !$0.rests.isEmpty }.map(\.rests)
  }

  private mutating func identityNumbers(of field: Int) -> [Int] {
    if let numbers = identities[field] { return numbers }
    let numbers = fields[field].tests.flatMap { TestIdentity.all(of: $0) }.map { identity in
      let number = identityNumbers[identity] ?? known.count
      if number == known.count {
        identityNumbers[identity] = number
        known.append(identity)
      }
      return number
    }
    identities[field] = numbers
    return numbers
  }
}
