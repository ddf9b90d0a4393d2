import ArgumentParser
import Foundation

struct Embed: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the rule pages and price models into the sources that carry them.",
    discussion: "Run it in the repository's top folder after a page or a price model has changed.")

  @Flag(help: "Write nothing; fail where a source is not up to date.")
  var check = false

  func run() throws {
    let prices = Embedding(
      typeName: "EmbeddedPrices", note: "Sources/CostModel/Prices",
      files: try Embedding.files(below: "Sources/CostModel/Prices", ending: ".json"))
    try write(prices, to: "Sources/CostModel/Generated/EmbeddedPrices.swift")
    let pages = Embedding(
      typeName: "EmbeddedPages", note: "rules",
      files: try Embedding.files(below: "rules", ending: ".md"))
    try write(pages, to: "Sources/Checks/Generated/EmbeddedPages.swift")
  }

  private func write(_ embedding: Embedding, to path: String) throws {
    let source = embedding.source()
    if source == (try? String(contentsOfFile: path, encoding: .utf8)) { return }
    if check { throw ValidationError("\(path) is not up to date: run 'swift run dev embed'") }
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try source.write(toFile: path, atomically: true, encoding: .utf8)
    print("wrote \(path)")
  }
}
