import Diagnostics
import Testing

@testable import YAMLTree

@Suite("The text of a scalar can be a document of its own")
struct EmbeddedTests {
  private func embedded(_ outcome: Outcome, _ path: String...) -> (YAMLTree?, [Diagnostic]) {
    var node = outcome.root
    for key in path { node = node?[key] }
    var diagnostics: [Diagnostic] = []
    let tree = node.flatMap { YAMLTree.read(textOf: $0, diagnostics: &diagnostics) }
    return (tree, diagnostics)
  }

  @Test(arguments: [
    "policy: '{\"Effect\": \"Allow\", \"Action\": [\"a:b\"]}'\n",
    "policy: |\n  {\n    \"Effect\": \"Allow\",\n    \"Action\": [\"a:b\"]\n  }\n",
    "policy: >\n  {\"Effect\":\n  \"Allow\", \"Action\":\n  [\"a:b\"]}\n",
    "{\"policy\": \"{\\\"Effect\\\":\\n\\\"Allow\\\", \\\"Action\\\": [\\\"a:b\\\"]}\"}",
    "policy: |\n  Effect: Allow\n  Action:\n    - a:b\n",
  ])
  func withPlacesInTheFile(text: String) throws {
    let outcome = Outcome(text)
    let root = try #require(embedded(outcome, "policy").0?.documents.first)
    #expect(root["Effect"]?.text == "Allow")
    let effect = try #require(root["Effect"])
    #expect(outcome.source(effect.range).contains("Allow"))
    #expect(outcome.source(effect.range).utf8.count <= "\\\"Allow\\\"".utf8.count)
    let action = try #require(root["Action"]?.elements.first)
    #expect(outcome.source(action.range).contains("a:b"))
  }

  @Test func withErrorsInTheFile() throws {
    let outcome = Outcome("p: |\n  {\"a\": 1,\n   \"a\": 2}\nq: '[1, @]'\n")
    let twice = try #require(embedded(outcome, "p").1.first)
    #expect("\(outcome.place(twice.range)) \(twice.message)".hasPrefix("3:4 key 'a' occurs twice"))
    #expect(twice.related.map { outcome.place($0.range) } == ["2:4"])
    let bad = try #require(embedded(outcome, "q").1.first)
    #expect(outcome.place(bad.range) == "4:9")
  }

  @Test func inEachOther() throws {
    let outcome = Outcome("{\"a\": \"{\\\"b\\\": \\\"[1, {\\\\\\\"c\\\\\\\": 22}]\\\"}\"}")
    let inner = try #require(embedded(outcome, "a").0?.documents.first?["b"])
    #expect(inner.text == "[1, {\"c\": 22}]")
    var diagnostics: [Diagnostic] = []
    let tree = try #require(YAMLTree.read(textOf: inner, diagnostics: &diagnostics))
    let value = try #require(tree.documents.first?.elements.last?["c"])
    #expect(outcome.source(value.range) == "22")
  }
}
