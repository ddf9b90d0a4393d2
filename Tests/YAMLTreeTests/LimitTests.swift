import Diagnostics
import Testing

@testable import YAMLTree

@Suite("Hostile input is refused, and the bound is named")
struct LimitTests {
  private static let tooDeep = "nesting is deeper than the bound of 200 levels"

  @Test(arguments: [
    "[", "{a: ", "- ", "[\n", "{\"a\":", "[{\"a\": ",
  ])
  func endlessNesting(opener: String) {
    let outcome = Outcome(String(repeating: opener, count: 100_000))
    #expect(outcome.diagnostics.map(\.message) == [Self.tooDeep])
    #expect(outcome.diagnostics.map(\.id) == ["syntax/limit"])
  }

  @Test(arguments: [
    "?\n ", "? ", "{", "&a ", "*a ", "key: ", "!", "%A\n", ": ", "'", "\"", "|\n", "-",
  ])
  func endlessRepetition(part: String) {
    let outcome = Outcome(String(repeating: part, count: 100_000))
    #expect((outcome.tree == nil) == (outcome.diagnostics.count == 1))
  }

  @Test func depthIsExact() {
    let at = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(Outcome(at).tree != nil)
    #expect(Outcome("a: " + at).diagnostics.first?.message == Self.tooDeep)
    let block = String(repeating: "- ", count: 200) + "x"
    #expect(Outcome(block).tree != nil)
    #expect(Outcome("- " + block).diagnostics.first?.message == Self.tooDeep)
  }

  @Test func depthCountsThroughAliases() {
    var text = "- &a0 [x]\n"
    for i in 1..<200 { text += "- &a\(i) [*a\(i - 1)]\n" }
    #expect(Outcome(text).diagnostics.first?.message == Self.tooDeep)
    var limits = ReadingLimits()
    limits.depth = 201
    #expect(Outcome(text, limits: limits).tree != nil)
  }

  @Test func depthHasACeiling() {
    var limits = ReadingLimits()
    limits.depth = .max
    let text = String(repeating: "[", count: 5000)
    #expect(
      Outcome(text, limits: limits).diagnostics.first?.message
        == "nesting is deeper than the bound of 1000 levels")
  }

  @Test func aliasesThatMultiply() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1...30 {
      let aliases = String(repeating: "*a\(i - 1), ", count: 9)
      text += "a\(i): &a\(i) [\(aliases)*a\(i - 1)]\n"
    }
    #expect(
      Outcome(text).diagnostics.map(\.message) == [
        "the file holds more than the bound of 1000000 nodes, aliases counted in full"
      ])
  }

  @Test func aliasesThatRepeatALongText() {
    var limits = ReadingLimits()
    limits.bytes = 10_000
    let text = "- &a \(String(repeating: "x", count: 5000))\n- *a\n"
    #expect(Outcome(text, limits: limits).diagnostics.isEmpty)
    #expect(
      Outcome(text + "- *a\n", limits: limits).diagnostics.map(\.message) == [
        "aliases repeat more text than the bound of 10000 bytes"
      ])
  }

  @Test func nodesAreCountedExactly() {
    var limits = ReadingLimits()
    limits.nodes = 5
    #expect(Outcome("[a, b, c, d]", limits: limits).tree != nil)
    #expect(Outcome("[&a b, *a, *a, *a]", limits: limits).tree != nil)
    #expect(Outcome("[a, b, c, d, e]", limits: limits).tree == nil)
    #expect(Outcome("[&a [b], *a, *a]", limits: limits).tree == nil)
    #expect(Outcome("{\"a\": 1, \"b\": 2}", limits: limits).tree != nil)
    #expect(Outcome("{\"a\": [1], \"b\": 2}", limits: limits).tree == nil)
  }

  @Test func bytes() {
    var limits = ReadingLimits()
    limits.bytes = 3
    #expect(
      Outcome("a: 1", limits: limits).summary
        == "1:1 the file has 4 bytes, more than the bound of 3")
  }

  @Test func tagDirectives() {
    let lines = (0...100).map { "%TAG !t\($0)! tag:example.com,2000:\n" }
    #expect(Outcome(lines.dropLast().joined() + "---\na\n").tree != nil)
    #expect(
      Outcome(lines.joined() + "---\na\n").summary
        == "101:1 the file has more than the bound of 100 %TAG lines")
  }

  @Test func manyKeysAnchorsAndTags() {
    let keys = (0..<20_000).map { "key\($0): &anchor\($0) !Tag\($0) [*anchor0]\n" }
    let text = "first: &anchor0 x\n" + keys.dropFirst().joined()
    #expect(Outcome(text).root?.count == 20_000)
  }
}
