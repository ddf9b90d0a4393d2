import Diagnostics
import Foundation
import Testing

@Suite("Fixtures")
struct FixtureTests {
  static let folder = repository.appending(path: "Tests/TopologyTests/Fixtures")

  /// The files that stand directly in a folder of fixtures.
  static func names(in folder: String) -> [String] {
    let path = Self.folder.appending(path: folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }

  static func report(on name: String, in folder: String) throws -> [String] {
    let workspace = try Workspace(folder: Self.folder.appending(path: folder))
    _ = workspace.read([name])
    return workspace.report
  }

  @Test("that are sound are read in silence", arguments: names(in: "ok"))
  func isSilent(_ name: String) throws {
    #expect(try Self.report(on: name, in: "ok") == [])
  }

  /// `BLESS=1 swift test` writes what is reported now beside each fixture.
  @Test("that are not say what, where and what instead", arguments: names(in: "bad"))
  func saysWhat(_ name: String) throws {
    let report = try Self.report(on: name, in: "bad").joined(separator: "\n") + "\n"
    let golden = Self.folder.appending(path: "bad/\(name.dropLast(5)).out")
    if ProcessInfo.processInfo.environment["BLESS"] != nil {
      try report.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try report == String(contentsOf: golden, encoding: .utf8))
  }
}

@Suite("Fixes")
struct FixTests {
  /// Applied all at once, from the end of the file to its start.
  @Test("mend what they are offered for", arguments: FixtureTests.names(in: "bad"))
  func mends(_ name: String) throws {
    let file = FixtureTests.folder.appending(path: "bad/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    let before = findings(in: text).filter { $0.fix != nil }
    var bytes = Array(text.utf8)
    for edit in before.compactMap(\.fix).flatMap(\.edits).sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(
        Int(edit.range.start)..<Int(edit.range.end), with: Array(edit.replacement.utf8))
    }
    let after = Set(findings(in: String(decoding: bytes, as: UTF8.self)).map(\.message))
    #expect(before.filter { after.contains($0.message) }.map(\.message) == [])
  }

  @Test("keep JSON being JSON and quotes being quotes")
  func quotes() {
    let texts = [
      #"{"queues": {"q": {"delay": 5, "fifoQueue": true}}}"#:
        #"{"queues": {"q": {"delay": "5s", "fifo": true}}}"#,
      "queues: {q: {'retention': 5, \"delaySeconds\": 5s}}":
        "queues: {q: {'retention': 5s, \"delay\": 5s}}",
    ]
    for (text, expected) in texts {
      var bytes = Array(text.utf8)
      for finding in findings(in: text).sorted(by: { $0.range > $1.range }) {
        for edit in finding.fix?.edits ?? [] {
          bytes.replaceSubrange(
            Int(edit.range.start)..<Int(edit.range.end), with: Array(edit.replacement.utf8))
        }
      }
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
  }

  private func findings(in text: String) -> [Diagnostic] {
    let workspace = Workspace(["topology.yaml": text])
    _ = workspace.read(["topology.yaml"])
    return workspace.diagnostics
  }
}
