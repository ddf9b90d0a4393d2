import Foundation
import Testing
import Topology

@Suite("The examples of the manual")
struct ExampleTests {
  private static let folder = repository.appending(path: "docs/examples")

  static let examples: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/topology.yaml").path)
    }
  }()

  /// Examples whose names end in `-broken` show faults.
  @Test("are read without a finding, but for those that are broken", arguments: examples)
  func isClean(_ example: String) throws {
    let workspace = try Workspace(folder: Self.folder.appending(path: example))
    let topology = workspace.read(["topology.yaml"])
    if example.hasSuffix("-broken") {
      #expect(workspace.report != [])
    } else {
      #expect(workspace.report == [])
    }
    #expect(topology.name != nil)
    #expect(!topology.resources.isEmpty)
  }
}
