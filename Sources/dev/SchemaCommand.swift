import ArgumentParser
import Foundation
import Topology

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the schema for editors from the grammar of topologies.",
    discussion: "Run it in the repository's top folder after a key of the language has changed.")

  @Flag(help: "Write nothing; fail where the schema is not up to date.")
  var check = false

  static let path = "grammar/topology.schema.json"

  func run() throws {
    let schema = Topology.jsonSchema()
    if schema == (try? String(contentsOfFile: Self.path, encoding: .utf8)) { return }
    if check { throw ValidationError("\(Self.path) is not up to date: run 'swift run dev schema'") }
    try schema.write(toFile: Self.path, atomically: true, encoding: .utf8)
    print("wrote \(Self.path)")
  }
}
