import Foundation
import Testing

@testable import EventPattern
@testable import PatternOracle

/// Random patterns, shapes and events, with the pattern interpreter of the tests as the judge. A
/// longer run by hand: `ALGEBRA_ROUNDS=100 swift test --filter AlgebraPropertyTests`.
@Suite("The algebra agrees with matching")
struct AlgebraPropertyTests {
  /// A set with the rule for its members, and which of some events are members.
  struct Subject {
    let text: String
    let set: EventSet
    let admits: (JSONTree) -> Bool
    let members: [Bool]

    init?(pattern text: String, events: [JSONTree]) {
      guard let pattern = try? EventPattern(json: Array(text.utf8)),
        let tree = JSONTree(text, wholly: true), let oracle = try? OraclePattern(tree)
      else { return nil }
      self.init(text: text, set: EventSet(pattern), events: events, admits: oracle.matches)
    }

    init(text: String, set: EventSet, events: [JSONTree], admits: @escaping (JSONTree) -> Bool) {
      self.text = text
      self.set = set
      self.admits = admits
      members = events.map(admits)
    }
  }

  /// How many questions were asked and how many left undecided.
  struct Tally {
    var asked = 0
    var undecided = 0
    /// Sets that turned out to have members.
    var inhabited = 0

    func expectFewUndecided(perMille limit: Int) {
      print("algebra: \(asked) questions, \(inhabited) yes, \(undecided) undecided")
      #expect(undecided * 1000 <= asked * limit)
      // Both answers come up, so neither is right for want of cases.
      #expect(inhabited * 5 > asked && (asked - inhabited - undecided) * 20 > asked)
    }
  }

  static let rounds = ProcessInfo.processInfo.environment["ALGEBRA_ROUNDS"].flatMap { Int($0) } ?? 1

  enum World: CaseIterable { case plain, addresses, emptyKeys }

  @Test("pairs and triples of patterns", arguments: World.allCases)
  func patterns(_ kind: World) throws {
    var tally = Tally()
    for round in 0..<Self.rounds {
      let seed = UInt64(round) * 2 + 1
      var world = SmallWorld(seed: seed)
      world.hasAddresses = kind == .addresses
      world.hasEmptyKeys = kind == .emptyKeys
      let events = (0..<100).compactMap { _ in JSONTree(world.event(), wholly: true) }
      let subjects = (0..<12).compactMap { _ in
        Subject(pattern: world.pattern(), events: events)
      }
      try #require(subjects.count > 6)
      for (index, a) in subjects.enumerated() {
        for b in subjects { check(a, b, seed, &tally) }
        checkMembership(of: a, events, "seed \(seed)")
        checkPartition(a, subjects[(index + 5) % subjects.count], events, "seed \(seed)")
        check(
          triple: a, subjects[(index + 3) % subjects.count], subjects[(index + 7) % subjects.count],
          seed, &tally)
      }
    }
    switch kind {
    case .plain: tally.expectFewUndecided(perMille: 5)
    case .addresses: tally.expectFewUndecided(perMille: 40)
    case .emptyKeys: tally.expectFewUndecided(perMille: 600)
    }
  }

  /// Events are members as the interpreter says, which decides what a difference holds.
  private func checkMembership(of a: Subject, _ events: [JSONTree], _ context: String) {
    for (event, isMember) in zip(events, a.members) {
      guard let document = JSONValue(event) else { continue }
      let answer = a.set.admits(document)
      #expect(answer ?? isMember == isMember, "\(context): \(a.text) on \(document.text)")
    }
  }

  /// What is in both sets and what is in the first alone make up the first and have nothing in common.
  private func checkPartition(
    _ a: Subject, _ b: Subject, _ events: [JSONTree], _ context: String
  ) {
    let (both, rest) = (a.set.intersection(b.set), a.set.subtracting(b.set))
    let text = "\(context): \(a.text) and \(b.text)"
    #expect(both.intersects(rest) != .yes, "\(text)")
    #expect(both.union(rest).contains(a.set) != .no, "\(text)")
    #expect(a.set.contains(both) != .no && a.set.contains(rest) != .no, "\(text)")
    for event in events.lazy.compactMap({ JSONValue($0) }) {
      guard let isInBoth = both.admits(event), let isInRest = rest.admits(event),
        let isInA = a.set.admits(event)
      else { continue }
      #expect(isInA ? isInBoth != isInRest : !isInBoth && !isInRest, "\(text): \(event.text)")
    }
  }

  @Test("patterns on the events of a shape")
  func shapes() {
    var tally = Tally()
    for round in 0..<Self.rounds {
      let seed = UInt64(round) * 2 + 2
      var world = SmallWorld(seed: seed)
      for _ in 0..<8 {
        let shape = world.shape()
        let events = (0..<80).compactMap { _ in JSONTree(world.event(of: shape), wholly: true) }
          .filter(shape.admits)
        let family = Subject(
          text: "\(shape)", set: EventSet(shape: shape), events: events, admits: shape.admits)
        let patterns = (0..<8).compactMap { _ in Subject(pattern: world.pattern(), events: events) }
        for (a, b) in zip(patterns, patterns.dropFirst()) {
          check(a, family, seed, &tally)
          check(triple: family, a, b, seed, &tally)
        }
      }
    }
    tally.expectFewUndecided(perMille: 5)
  }

  private func check(_ a: Subject, _ b: Subject, _ seed: UInt64, _ tally: inout Tally) {
    let context = "seed \(seed): \(a.text) and \(b.text)"
    let members = zip(a.members, b.members)
    expect(
      a.set.intersects(b.set), a.set.intersection(b.set), members.contains { $0 && $1 },
      { a.admits($0) && b.admits($0) }, context, &tally)
    expect(
      a.set.contains(b.set).opposite, b.set.subtracting(a.set), members.contains { !$0 && $1 },
      { !a.admits($0) && b.admits($0) }, context, &tally)
  }

  /// Sets that the operations made, asked again.
  private func check(
    triple a: Subject, _ b: Subject, _ c: Subject, _ seed: UInt64, _ tally: inout Tally
  ) {
    let context = "seed \(seed): \(a.text), \(b.text) and \(c.text)"
    func ask(_ set: EventSet, _ isMember: @escaping (Bool, Bool, Bool) -> Bool) {
      let hasMember = a.members.indices.contains {
        isMember(a.members[$0], b.members[$0], c.members[$0])
      }
      expect(
        set.isEmpty.opposite, set, hasMember,
        { isMember(a.admits($0), b.admits($0), c.admits($0)) },
        context, &tally)
    }
    ask(a.set.subtracting(b.set.union(c.set))) { $0 && !$1 && !$2 }
    ask(a.set.intersection(b.set).subtracting(c.set)) { $0 && $1 && !$2 }
    ask(a.set.subtracting(b.set.intersection(c.set))) { $0 && !($1 && $2) }
    ask(a.set.subtracting(b.set.subtracting(c.set))) { $0 && (!$1 || $2) }
  }

  /// `answer` says whether `set` has a member: if so its witness is one, if not then no event is.
  private func expect(
    _ answer: Answer, _ set: EventSet, _ hasMember: Bool, _ isMember: (JSONTree) -> Bool,
    _ context: String, _ tally: inout Tally
  ) {
    tally.asked += 1
    switch answer {
    case .yes:
      tally.inhabited += 1
      let witness = set.witness() ?? "none"
      let isRight = JSONTree(witness, wholly: true).map(isMember) ?? false
      #expect(isRight, "\(context): witness \(witness)")
    case .no: #expect(!hasMember, "\(context)")
    case .undecided: tally.undecided += 1
    }
  }
}

extension Answer {
  fileprivate var opposite: Answer {
    switch self {
    case .yes: .no
    case .no: .yes
    case .undecided: self
    }
  }
}
