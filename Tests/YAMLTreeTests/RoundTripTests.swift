import Diagnostics
import Testing

@testable import YAMLTree

@Suite("Whatever is written is read back")
struct RoundTripTests {
  private func model(_ node: YAMLNode) -> Model {
    switch node.kind {
    case .sequence: .list(node.elements.map(model))
    case .mapping: .map(node.entries.map { ($0.key.text, model($0.value)) })
    case .scalar: node.string.map { Model.text($0) } ?? .plain(node.text)
    }
  }

  @Test(arguments: 1...150)
  func inEveryStyle(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let expected = Model(&dice, depth: 4)
    let block = expected.block(&dice)
    let texts = [
      ("json", expected.json), ("yaml", expected.flow(&dice)), ("yaml", block),
      ("yaml", crlf(block)),
    ]
    for (language, text) in texts {
      let outcome = Outcome(text, path: "test.\(language)")
      let root = try #require(outcome.root, "\(outcome.diagnostics.map(\.message)) in \(text)")
      #expect(model(root) == expected, "seed \(seed): \(text)")
      checkRanges(root, outcome)
      var diagnostics: [Diagnostic] = []
      let json = try #require(root.json(diagnostics: &diagnostics))
      #expect(String(decoding: json.bytes, as: UTF8.self) == expected.json)
    }
  }

  /// Line ends of another system, but not inside block scalars, whose text they would change.
  private func crlf(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  /// Every node lies inside its parent and after its elder sibling, and a scalar's source reads as
  /// the scalar again.
  private func checkRanges(_ node: YAMLNode, _ outcome: Outcome) {
    var last = node.range.start
    for child in node.elements + node.entries.flatMap({ [$0.key, $0.value] }) {
      #expect(child.range.start >= last && child.range.end <= node.range.end)
      last = child.range.end
      checkRanges(child, outcome)
    }
    guard node.kind == .scalar, node.style != .literal, node.style != .folded else { return }
    guard outcome.tree?.isJSON == false else { return }
    let again = Outcome(outcome.source(node.range) + "\n")
    #expect((again.root?.text ?? "") == node.text)
  }
}
