import EventMatcher
import PatternOracle
import Testing

@Suite("Many rules in one table")
struct RuleSetTests {
  @Test(arguments: 1...6) func eachGetItsOwnVerdict(seed: UInt64) throws {
    var random = PatternGenerator(seed: seed)
    let patterns = validPatterns(40, &random)
    let table = try table(patterns)
    for i in 0..<12 {
      let event = random.event(near: patterns[i])
      let expected = patterns.indices.filter {
        oracleVerdict(pattern: patterns[$0], event: event) == .match
      }
      #expect(try matches(table, event).map(Int.init) == expected, "seed \(seed): \(event)")
    }
  }

  @Test(arguments: 1...4) func doNotDependOnTheirOrderOrOnOthers(seed: UInt64) throws {
    var random = PatternGenerator(seed: seed &+ 1000)
    let patterns = validPatterns(30, &random)
    let order = Array(patterns.indices).shuffled(using: &random)
    let alone = try table(patterns)
    let shuffled = try table(order.map { patterns[$0] })
    let among = try table(patterns + crowdedPatterns)
    for _ in 0..<30 {
      let event = random.event(near: patterns[Int(random.next() % 30)])
      let expected = try matches(alone, event)
      #expect(try matches(shuffled, event).map { UInt32(order[Int($0)]) }.sorted() == expected)
      #expect(try matches(among, event).filter { $0 < 30 } == expected, "seed \(seed): \(event)")
    }
  }

  @Test func agreeWithTheInterpreterWhereTheyCrowd() throws {
    let table = try table(crowdedPatterns)
    for event in crowdedEvents + [manyElements] {
      let expected = crowdedPatterns.indices.filter {
        oracleVerdict(pattern: crowdedPatterns[$0], event: event) == .match
      }
      #expect(try matches(table, event).map(Int.init) == expected, "\(event)")
    }
  }

  @Test func keepNamesBusesAndTargets() throws {
    let table = try table([#"{"a":[1]}"#, #"{"a":[2]}"#])
    #expect(table.ruleCount == 2)
    #expect(table.name(ofRule: 1) == "rule-1")
    #expect(table.scope(ofRule: 0) == "bus")
    #expect(table.targetCount(ofRule: 1) == 1)
    #expect(table.target(0, ofRule: 1) == "target-1")
    #expect(table.topologyDigest == [1, 2, 3])
    #expect(table.name(ofRule: 2) == "" && table.name(ofRule: -1) == "")
    #expect(table.target(1, ofRule: 0) == "" && table.targetCount(ofRule: 9) == 0)
  }

  @Test func mayBeNone() throws {
    #expect(try matches(table([]), #"{"a":1}"#).isEmpty)
  }

  @Test func giveEqualBytesForEqualRules() throws {
    #expect(try tableBytes(crowdedPatterns) == tableBytes(crowdedPatterns))
  }
}
