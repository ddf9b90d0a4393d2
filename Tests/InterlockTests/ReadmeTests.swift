import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: Self.top.appending(path: name)), as: UTF8.self)
  }

  @Test("its example is the file that it names, and prints what it says")
  func example() throws {
    let readme = try text("README.md")
    let shop = try text("docs/examples/shop.yaml")
    #expect(readme.contains("```yaml\n\(shop)```"))
    let scratch = try Scratch(["docs/examples/shop.yaml": shop])
    let run = try scratch.run("lint", "docs/examples/shop.yaml")
    #expect(run.status == 1)
    #expect(readme.contains("$ interlock lint docs/examples/shop.yaml\n\(run.output)```"), "\(run.output)")
  }

  @Test("every file that it links is there")
  func links() throws {
    for link in try text("README.md").matches(of: /\]\(([^):]+)\)/) {
      let file = Self.top.appending(path: String(link.1))
      #expect(FileManager.default.fileExists(atPath: file.path), "\(link.1)")
    }
  }
}
