import Diagnostics
import Testing

@testable import YAMLTree

@Suite("No bytes crash the reader")
struct MutationTests {
  static let fixtures: [String] = [
    """
    topology: parcel-logistics # name
    account: "123456789012"
    buses: &buses
      logistics:
        rules:
          express:
            pattern: {source: [a.b], detail: {kg: [{numeric: ["<", 30]}]}}
            description: >-
              two
              lines
            targets:
              - to: queue/express
              - !Sub {to: 'bus/${audit}', role: role/router}
    more:
      <<: *buses
      text: |
        # kept
         deeper
    ---
    ? key
    : [~, 0x1F, .inf, "\\u00e9\\n", 'it''s']
    """,
    """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["a:b", "\\ud83d\\ude00"],
     "Resource": "*", "n": [-1.5e+3, 0, true, false, null]}], "é": {}}
    """,
    "%YAML 1.1\n%TAG !e! tag:e.com,2000:\n--- !e!x &a\n- *a\n- &b é\n- [*b, \"x\\\n  y\"]\n...\n",
  ]

  @Test(arguments: 1...2000)
  func mutated(seed: UInt64) {
    var dice = Dice(seed: seed)
    var bytes = Array(Self.fixtures[dice.roll(Self.fixtures.count)].utf8)
    for _ in 0...dice.roll(4) { mutate(&bytes, &dice) }
    let outcome = Outcome(bytes: bytes, path: dice.roll(4) == 0 ? "x.json" : "x.yaml")
    #expect((outcome.tree == nil) == outcome.diagnostics.hasErrors, "seed \(seed)")
    for problem in outcome.diagnostics { check(problem, outcome, seed) }
    if let tree = outcome.tree { walk(tree, outcome, seed) }
  }

  private func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let marks = Array("\n\t #:-[]{},&*!|>'\"%@`?<\\\u{FEFF}\r0".utf8) + [0, 0x80, 0xC3, 0xFF, 0x7F]
    let at = dice.roll(bytes.count)
    switch dice.roll(5) {
    case 0: bytes[at] = marks[dice.roll(marks.count)]
    case 1: bytes.insert(marks[dice.roll(marks.count)], at: at)
    case 2: bytes.remove(at: at)
    case 3: bytes.removeSubrange(at..<min(bytes.count, at + dice.roll(30)))
    default:
      let part = bytes[at..<min(bytes.count, at + dice.roll(30))]
      bytes.insert(contentsOf: part, at: dice.roll(bytes.count))
    }
    if bytes.isEmpty { bytes = [0x61] }
  }

  private func check(_ problem: Diagnostic, _ outcome: Outcome, _ seed: UInt64) {
    for range in [problem.range] + problem.related.map(\.range) {
      #expect(
        range.start <= range.end && Int(range.end) <= outcome.file.bytes.count, "seed \(seed)")
    }
    #expect(problem.id.hasPrefix("syntax/") && !problem.message.isEmpty, "seed \(seed)")
  }

  private func walk(_ tree: YAMLTree, _ outcome: Outcome, _ seed: UInt64) {
    for node in tree.documents.flatMap(everyNode) {
      let range = node.range
      #expect(
        range.start <= range.end && Int(range.end) <= outcome.file.bytes.count, "seed \(seed)")
      let text = node.range(ofText: 0..<node.utf8.count)
      #expect(text.start >= range.start && text.end <= range.end, "seed \(seed)")
      var diagnostics: [Diagnostic] = []
      let json = node.json(diagnostics: &diagnostics)
      #expect((json == nil) == diagnostics.hasErrors, "seed \(seed)")
    }
    for comment in tree.comments() { #expect(outcome.source(comment.range).hasPrefix("#")) }
  }
}
