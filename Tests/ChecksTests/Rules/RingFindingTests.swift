import Diagnostics
import RoutingGraph
import Testing
import Topology
import YAMLTree

@testable import Checks

/// What a finding about a ring or a chain of buses carries beside its message.
@Suite struct RingFindingTests {
  private func findings(_ text: String, _ id: String) -> (found: [Diagnostic], sources: SourceMap) {
    var sources = SourceMap()
    var problems: [Diagnostic] = []
    let file = SourceFile(path: "topology.yaml", bytes: Array(text.utf8))
    let tree = YAMLTree.read(file, id: sources.add(file), diagnostics: &problems)
    let topology = Topology.read(tree?.documents ?? [], diagnostics: &problems)
    let context = CheckContext(topology: topology, graph: RoutingGraph(topology))
    return (check(context, options: CheckOptions(profile: .strict, select: [id])), sources)
  }

  private static let loop = """
    events:
      Closed:
        source: claims
        detailType: Closed
        detail: {type: object, required: [outcome], properties: {outcome: {enum: [paid, rejected]}}}
    functions:
      settle:
        triggers: [{from: queue/in}]
        emits: [{event: Closed, to: bus/main, ratio: 1}]
    queues: {in: {}}
    buses:
      main:
        rules:
          again: {pattern: {detail: {outcome: [rejected, void]}}, targets: [{to: queue/in}]}
    """

  @Test func aRingStartsAtTheNodeDeclaredFirstAndTellsEveryOtherHop() throws {
    let (found, sources) = findings(Self.loop, "loop/event-loop")
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.path == ["function/settle", "bus/main", "queue/in", "function/settle"])
    #expect(sources.resolve(finding.range).line == 9)
    #expect(finding.edge == .init(from: "function/settle", to: "bus/main"))
    #expect(
      finding.related.map { "\(sources.resolve($0.range).line) \($0.message)" } == [
        "14 rule 'again' of 'bus/main' hands it to 'queue/in'",
        "8 'function/settle' reads 'queue/in'",
      ])
  }

  @Test func theWitnessIsSentAndTaken() throws {
    let (found, _) = findings(Self.loop, "loop/event-loop")
    let witness = try #require(found.first?.witness)
    #expect(witness.contains(#""source":"claims""#))
    #expect(witness.contains(#""detail-type":"Closed""#))
    #expect(witness.contains(#""outcome":"rejected""#))
  }

  @Test(arguments: [
    ("queues: {in: {}}", "queue/in", "triggers: [{from: queue/in}], ", "loop/message-loop"),
    ("topics: {in: {subscriptions: [{to: function/f}]}}", "topic/in", "", "loop/message-loop"),
    (
      #"buckets: {in: {notifications: [{events: ["s3:ObjectCreated:*"], to: function/f}]}}"#,
      "bucket/in", "", "loop/bucket-loop"
    ),
  ])
  func theGuardCutsWhatLambdaFollows(
    carrier: String, name: String, trigger: String, id: String
  ) throws {
    let text = "\(carrier)\nfunctions: {f: {\(trigger)emits: [{to: \(name), ratio: 1}]}}\n"
    let (found, _) = findings(text, id)
    let help = try #require(found.first?.help)
    #expect(help.hasPrefix("Lambda's recursion guard cuts it at 'function/f' after about 16 turns"))
  }

  @Test func theGuardCanBeSwitchedOff() throws {
    let (found, _) = findings(
      """
      queues: {in: {}}
      functions:
        f: {recursiveLoop: allow, triggers: [{from: queue/in}], emits: [{to: queue/in, ratio: 1}]}
      """, "loop/message-loop")
    let help = try #require(found.first?.help)
    #expect(help.hasPrefix("its recursion guard is switched off, so nothing stops it"))
  }

  @Test func theGuardDoesNotSeeThroughATable() throws {
    let (found, _) = findings(
      """
      tables: {t: {stream: NEW_IMAGE}}
      functions:
        f:
          triggers: [{from: table/t, startingPosition: LATEST}]
          emits: [{to: table/t, ratio: 1}]
      """, "loop/table-loop")
    let help = try #require(found.first?.help)
    #expect(help.hasPrefix("Lambda's recursion guard does not see through 'table/t'"))
  }

  @Test func aSecondHopNamesTheThreeBusesAndAnEventThatIsLost() throws {
    let (found, sources) = findings(
      """
      buses:
        a: {rules: {r: {pattern: {source: [x, y]}, targets: [{to: bus/b}]}}}
        b: {rules: {r: {pattern: {source: [y, z]}, targets: [{to: bus/c}]}}}
        c: {rules: {r: {pattern: {source: [x]}, targets: [{to: bus/d}]}}}
        d: {}
      """, "loop/hop-limit")
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.path == ["bus/a", "bus/b", "bus/c"])
    #expect(finding.witness?.contains(#""source":"y""#) == true)
    #expect(finding.related.map { sources.resolve($0.range).line } == [2])
  }

  @Test(arguments: [
    // Different events: nothing is forwarded twice.
    "pattern: {source: [z]}",
    // Not to be told what passes.
    "schedule: rate(1 hour)",
  ])
  func noSecondHopIsNoFinding(rule: String) {
    let (found, _) = findings(
      """
      buses:
        a: {rules: {r: {pattern: {source: [x]}, targets: [{to: bus/b}]}}}
        b: {rules: {r: {\(rule), targets: [{to: bus/c}]}}}
        c: {}
      """, "loop/hop-limit")
    #expect(found.isEmpty)
  }
}
