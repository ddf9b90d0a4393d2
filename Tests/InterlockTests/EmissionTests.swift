import Foundation
import Testing

@Suite("compile --emit and --stats")
struct EmissionTests {
  /// Rules whose names are no identifiers, or the same one.
  static let names = """
    topology: names
    buses:
      my-bus:
        rules:
          a.b: {pattern: {source: [a]}, targets: [{to: queue/q}]}
          a-b: {pattern: {source: [b]}, targets: [{to: queue/q}]}
          2nd: {pattern: {source: [c]}, targets: [{to: queue/q}]}
      raw:
        rules:
          value: {pattern: {source: [{prefix: d}]}, targets: [{to: queue/q}]}
    queues: {q: {}}
    """

  private func compiled(_ arguments: String..., file: String) throws -> (Scratch, Run) {
    let scratch = try Scratch([file: Self.names])
    return (scratch, try scratch.run(["compile", file] + arguments))
  }

  @Test("C: the bytes of the table, and an enumeration in which every rule has a name of its own")
  func c() throws {
    let (scratch, run) = try compiled("--emit", "c", "-o", "my-table.v1.c", file: "names.yaml")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    _ = try scratch.run("compile", "names.yaml", "-o", "names.ilk")
    let source = try scratch.read("my-table.v1.c")
    for line in [
      "enum my_table_rule {", "  MY_TABLE_MY_BUS_A_B = 0,", "  MY_TABLE_MY_BUS_A_B_1 = 1,",
      "  MY_TABLE_MY_BUS_2ND = 2,", "  MY_TABLE_RAW_VALUE = 3,", "  MY_TABLE_RULE_COUNT_ = 4",
    ] { #expect(source.contains("\n\(line)\n"), "\(line)") }
    let list = try #require(source.firstMatch(of: /= \{\n([0-9,\n]+)\};/)).1
    let bytes = list.split { $0 == "," || $0 == "\n" }.compactMap { UInt8($0) }
    #expect(try bytes == [UInt8](Data(contentsOf: scratch.folder.appending(path: "names.ilk"))))
  }

  @Test("Swift: the same, and what it declares besides is not declared twice")
  func swift() throws {
    let (_, run) = try compiled("--emit", "swift", file: "names.yaml")
    #expect(run.status == 0)
    for line in [
      "enum Routes {", "    case myBusAB = 0", "    case myBusAB_1 = 1", "    case myBus2nd = 2",
      "    case rawValue_3 = 3", "  static let table: [UInt8] =",
    ] { #expect(run.output.contains("\n\(line)"), "\(line)") }
  }

  @Test("JSON: rules, fields with their tests, rules that no value leads to, the table's figures")
  func json() throws {
    let (_, run) = try compiled("--emit", "json", file: "names.yaml")
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let fields = try #require(whole["fields"] as? [[String: Any]])
    #expect(fields.map { $0["path"] as? String } == ["source"])
    #expect(fields[0]["values"] as? Int == 3 && fields[0]["affixes"] as? Int == 1)
    let searched = try #require(whole["searched"] as? [[String: Any]])
    #expect(searched.map { $0["rule"] as? String } == ["value"])
    #expect(searched[0]["by"] as? String == "affix")
    let table = try #require(whole["table"] as? [String: Any])
    let sections = try #require(table["sections"] as? [String: Int])
    #expect(sections.count == 17 && sections["rules"] == 48)
    #expect(try #require(table["bytes"] as? Int) > sections.values.reduce(0, +))
  }

  @Test("--stats says why a rule is not found by a lookup", arguments: [
    ("{source: [{prefix: d}]}", "its best test is a prefix, suffix or ignore-case text of 'source'"),
    ("{source: [{wildcard: 'a*b'}]}", "its best test is a wildcard of 'source'"),
    ("{detail: {n: [{numeric: ['>', 5]}]}}", "its best test is a range of 'detail.n'"),
    ("{source: [{anything-but: d}]}", "it is looked at for every event that has 'source'"),
    ("{id: [{exists: false}]}", "it is looked at for every event that has no 'id'"),
    ("{source: [{prefix: d}, x], id: [a]}", nil),
    ("{source: [a, b, 5, true, null]}", nil),
  ])
  func stats(_ pattern: String, _ reason: String?) throws {
    let text = Self.names.replacing("{source: [{prefix: d}]}", with: pattern)
    let run = try Scratch(["names.yaml": text])
      .run("compile", "names.yaml", "-o", "names.ilk", "--stats")
    #expect(run.status == 0)
    if let reason {
      #expect(run.errors.contains("1 rule that no value leads to:\n  raw/value: \(reason)\n"))
    } else {
      #expect(run.errors.contains("every rule is found by looking up a value\n"), "\(run.errors)")
    }
  }

  @Test("nothing is written where the topology is not sound or the file cannot be")
  func refusals() throws {
    let broken = try Scratch(["a.yaml": "topology: a\nbusses: {}\n"])
    let run = try broken.run("compile", "a.yaml", "--emit", "c", "-o", "a.c")
    #expect(run.status == 2)
    #expect(try broken.names == ["a.yaml"])
    let (scratch, missing) = try compiled("--emit", "c", "-o", "gone/a.c", file: "names.yaml")
    #expect(missing.status == 2 && missing.errors.contains("cannot write 'gone/a.c'"))
    #expect(try scratch.names == ["names.yaml"])
  }
}
