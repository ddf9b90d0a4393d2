import Diagnostics
import Foundation
import Testing
import YAMLTree

@testable import Topology

@Suite("Hostile topologies")
struct HostileTests {
  private func nested(_ depth: Int, _ open: String, _ inner: String, _ close: String) -> String {
    String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
  }

  @Test(
    "are reported however deep they go",
    arguments: [
      ("queues: ", "{a: ", "}"), ("assertions: ", "[", "]"),
      ("buses: {b: {rules: {r: {pattern: ", "{a: ", "}"),
      ("events: {e: {detail: ", "{items: ", "}"),
      ("x-any: ", "[", "]"),
      (
        "stateMachines: {m: {definition: ", "{StartAt: A, States: {A: {Type: Map, Iterator: ", "}}}"
      ),
    ])
  func deep(_ start: String, _ open: String, _ close: String) {
    for depth in [10, 60, 190] {
      let ends = String(repeating: "}", count: start.filter { $0 == "{" }.count)
      _ = read(start + nested(depth, open, "1", close) + ends)
    }
  }

  @Test("cannot make schemas repeat without end")
  func schemas() {
    var definitions = "n0: {type: string}"
    for i in 1...40 {
      definitions +=
        ", n\(i): {properties: {a: {$ref: '#/$defs/n\(i - 1)'}, b: {$ref: '#/$defs/n\(i - 1)'}}}"
    }
    let text = "events: {e: {detail: {$ref: '#/$defs/n40', $defs: {\(definitions)}}}}"
    #expect(read(text).report == [])
    let chain = (0..<3000).map { "n\($0): {$ref: '#/$defs/n\($0 + 1)'}" }.joined(separator: ", ")
    _ = read("events: {e: {detail: {$ref: '#/$defs/n0', $defs: {\(chain)}}}}")
  }

  @Test("cannot make every mistake look through every name")
  func suggestions() {
    let names = (0..<500).map { "q\($0): {deadLetter: queue/missing\($0)}" }
    let result = read("queues: {\(names.joined(separator: ", "))}")
    #expect(result.report.count == 500)
  }

  /// Bytes changed at random: whatever still parses is read to its end.
  @Test("never stop the reader", arguments: FixtureTests.names(in: "ok"))
  func bytes(_ name: String) throws {
    let file = FixtureTests.folder.appending(path: "ok/\(name)")
    let original = Array(try Data(contentsOf: file))
    var mutator = Mutator(seed: UInt64(original.count), keys: [], values: [])
    let alphabet = Array("{}[]:,-&*!|>'\"%#\n 019aE.~".utf8)
    for _ in 0..<10 {
      var bytes = original
      for _ in 0...mutator.pick(3) {
        bytes[mutator.pick(bytes.count)] = alphabet[mutator.pick(alphabet.count)]
      }
      var diagnostics: [Diagnostic] = []
      let source = SourceFile(path: name, bytes: bytes)
      let tree = YAMLTree.read(source, id: FileID(0), diagnostics: &diagnostics)
      _ = Topology.read(tree?.documents ?? [], diagnostics: &diagnostics)
      #expect(diagnostics.allSatisfy { Int($0.range.end) <= bytes.count })
    }
  }

  @Test(
    "that are no topologies are refused as a whole",
    arguments: [
      "[]", "5", "text", "null", "", "{}", "? {a: b} : c", "~: 1", "{<<: {queues: {a: }}}",
    ])
  func roots(_ text: String) {
    let result = read(text)
    let isSound = ["", "{}", "{<<: {queues: {a: }}}"].contains(text)
    #expect(result.report.count == (isSound ? 0 : 1), "\(result.report)")
  }
}
