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
