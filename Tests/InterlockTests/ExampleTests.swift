import Foundation
import Testing

@Suite("the logistics example")
struct ExampleTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/examples")

  /// `essential` is what users meet first; `recommended` is what the example's authors hold it to.
  @Test("is sound", arguments: ["essential", "recommended"])
  func sound(profile: String) throws {
    let run = try Scratch().run(
      "lint", Self.examples.appending(path: "logistics").path, "--profile", profile)
    #expect(run.status == 0)
    #expect(run.output == "", "\(run.output)")
  }

  @Test("passes its own tests")
  func ownTests() throws {
    let run = try Scratch().run("test", Self.examples.appending(path: "logistics").path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("4 passed, 0 failed"))
  }

  @Test("has twenty-five planted faults, each found at its own line and nothing beside")
  func broken() throws {
    let folder = Self.examples.appending(path: "logistics-broken")
    let run = try Scratch().run("lint", folder.path, "--format", "json")
    #expect(run.status == 1 || run.status == 2)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    let found = findings.map { finding in
      let file = (finding["file"] as? String ?? "").split(separator: "/").last ?? ""
      return "\(file):\(finding["line"] ?? 0) \(finding["id"] ?? "")"
    }
    let planted = try Self.marks(in: folder)
    #expect(planted.count == 25)
    #expect(found.sorted() == planted.sorted())
  }

  /// `file:line id` for each `# fault: id`.
  private static func marks(in folder: URL) throws -> [String] {
    var marks: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        guard let mark = line.range(of: "# fault: ") else { continue }
        marks.append("\(name):\(index + 1) \(line[mark.upperBound...])")
      }
    }
    return marks
  }
}
