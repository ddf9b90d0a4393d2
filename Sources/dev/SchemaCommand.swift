import ArgumentParser
import Foundation
import Topology

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the schema for editors and the reference page from the grammar of topologies.",
    discussion: "Run it in the repository's top folder after a key of the language has changed.")

  @Flag(help: "Write nothing; fail where one is not up to date.")
  var check = false

  func run() throws {
    try write(Topology.jsonSchema(), to: "grammar/topology.schema.json")
    try write(Topology.reference(), to: "docs/language.md")
  }

  private func write(_ text: String, to path: String) throws {
    if text == (try? String(contentsOfFile: path, encoding: .utf8)) { return }
    if check { throw ValidationError("\(path) is not up to date: run 'swift run dev schema'") }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    print("wrote \(path)")
  }
}
