import AccessPolicy
import Diagnostics
import EventPattern
import Testing
import YAMLTree

@testable import Topology

@Suite("A value tagged '!unknown' is there, though nobody can tell it before deployment")
struct UnknownTests {
  private func read(_ text: String) throws -> (topology: Topology, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "x.yaml", bytes: Array(text.utf8))
    let tree = try #require(YAMLTree.read(file, id: FileID(0), diagnostics: &diagnostics))
    return (Topology.read(tree.documents, diagnostics: &diagnostics), diagnostics)
  }

  @Test("in every place it is no mistake, and what stands there is not taken for a default")
  func everywhere() throws {
    let (topology, diagnostics) = try read(
      """
      queues:
        orders:
          visibilityTimeout: !unknown Visibility
          deadLetter: {queue: !unknown LettersArn, maxReceiveCount: !unknown Count}
          policy: [{Effect: Allow, Action: "sqs:*", Resource: "${QueueArn}", Principal: {AWS: "${Caller}"}}]
      buses:
        shop:
          rules:
            all: {pattern: !unknown Pattern, targets: [{to: !unknown TargetArn, role: !unknown Role}]}
            some: {pattern: {source: [!unknown Source, shop]}, targets: [{to: queue/orders}]}
      """)
    #expect(diagnostics.map(\.message) == [])
    let queue = try #require(topology.queues["orders"])
    #expect(queue.info.unknownKeys == ["visibilityTimeout", "queue", "maxReceiveCount"])
    #expect(queue.deadLetter?.queue.value.label == "unknown/LettersArn")
    #expect(queue.policy.first?.isSymbolic == true)
    let rules = try #require(topology.buses["shop"]?.rules)
    #expect(rules[0].targets.map(\.to.value.label) == ["unknown/TargetArn"])
    #expect(rules.map { $0.pattern?.pattern == nil } == [true, true])
    #expect(rules[1].pattern?.readable?.alternatives.first?.fields.first?.tests.count == 2)
  }
}
