import Foundation
import Testing

@Suite("compile and match")
struct MatchTests {
  static let events = """
    {"source":"shop.orders","detail":{"total":150,"channel":"web"}}
    {"source":"shop.orders","detail":{"total":50,"channel":"app"}}

    {"source":"shop.orders","detail":{"total":1e2}}

    """

  static func scratch() throws -> Scratch {
    try Scratch(["shop.yaml": CommandTests.shop, "events.ndjson": events])
  }

  @Test("each event gives its rules and targets, by line; a table says the same as its topology")
  func match() throws {
    let scratch = try Self.scratch()
    let compiled = try scratch.run("compile", "shop.yaml", "-o", "routes.ilk")
    #expect(compiled.status == 0 && compiled.output.isEmpty && compiled.errors.isEmpty)
    let run = try scratch.run("match", "routes.ilk", "events.ndjson")
    #expect(run.status == 0)
    #expect(
      run.output == """
        {"line":1,"rules":["shop/large","shop/web"],"targets":["queue/large","queue/web"]}
        {"line":2,"rules":[],"targets":[]}
        {"line":4,"rules":["shop/large"],"targets":["queue/large"]}

        """)
    #expect(run.errors.hasPrefix("3 events, 2 matched, 1 unmatched in "))
    #expect(try scratch.run("match", "shop.yaml", "events.ndjson").output == run.output)
    #expect(try scratch.run("match", "shop.yaml", "-", input: Self.events).output == run.output)
  }

  @Test("--unmatched prints what no rule takes, --count counts by rule")
  func modes() throws {
    let scratch = try Self.scratch()
    let unmatched = try scratch.run("match", "shop.yaml", "events.ndjson", "--unmatched")
    #expect(unmatched.output == "{\"line\":2,\"rules\":[],\"targets\":[]}\n")
    let count = try scratch.run("match", "shop.yaml", "events.ndjson", "--count")
    let lines = count.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map { $0[0] } == ["2", "1"])
    #expect(lines.map { $0[3] } == ["shop/large", "shop/web"])
  }

  @Test("lines that are no event are told by number, and the others still match")
  func badLines() throws {
    let text = "{\"source\":\"a\"\n[1]\n{\"detail\":{\"channel\":\"web\"}}\nnot json\n"
    let run = try Self.scratch().run("match", "shop.yaml", "-", input: text)
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("{\"line\":3,\"rules\":[\"shop/web\"]"))
    for line in ["<stdin>:1: ", "<stdin>:2: ", "<stdin>:4: "] {
      #expect(run.errors.contains("error: \(line)"), "\(run.errors)")
    }
    #expect(run.errors.contains("3 unreadable"))
  }

  @Test("--strict refuses broken values that no rule looks at, too")
  func strict() throws {
    let text = "{\"detail\":{\"channel\":\"web\",\"other\":01}}\n"
    let scratch = try Self.scratch()
    let run = try scratch.run("match", "shop.yaml", "-", input: text)
    #expect(run.status == 0 && run.output.contains("shop/web"))
    let strict = try scratch.run("match", "shop.yaml", "-", "--strict", input: text)
    #expect(strict.status == 2 && strict.output.isEmpty)
    #expect(strict.errors.contains("<stdin>:1: not a JSON number (byte 36)"), "\(strict.errors)")
  }

  @Test("a line over the bound is reported and passed over, wherever pieces end")
  func longLines() throws {
    let filler = String(repeating: "x", count: 700_000)
    let text = "{\"a\":1}\n{\"a\":\"\(filler)\"}\n{\"detail\":{\"channel\":\"web\"}}"
    let run = try Self.scratch().run("match", "shop.yaml", "-", "--max-bytes", "100000", input: text)
    #expect(run.status == 2)
    #expect(run.output.contains("{\"line\":3,\"rules\":[\"shop/web\"]"), "\(run.errors)")
    #expect(run.errors.contains("<stdin>:2: the line is too long"))
    #expect(!run.output.contains("\"line\":2"))
  }

  @Test("--bus keeps one bus; a bus that is not there is named with its neighbours")
  func bus() throws {
    let scratch = try Self.scratch()
    #expect(try scratch.run("match", "shop.yaml", "events.ndjson", "--bus", "shop").status == 0)
    let unknown = try scratch.run("match", "shop.yaml", "events.ndjson", "--bus", "shp")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean 'shop'"))
    let compiled = try scratch.run("compile", "shop.yaml", "--bus", "shp", "-o", "routes.ilk")
    #expect(compiled.status == 2)
    #expect(try !scratch.names.contains("routes.ilk"))
  }

  @Test("a table is the same for the same topology, and the rules can be had as JSON")
  func compile() throws {
    let scratch = try Self.scratch()
    for name in ["a.ilk", "b.ilk"] {
      _ = try scratch.run("compile", "shop.yaml", "-o", name, "--stats")
    }
    let tables = try ["a.ilk", "b.ilk"].map {
      try Data(contentsOf: scratch.folder.appending(path: $0))
    }
    #expect(tables[0] == tables[1])
    let json = try scratch.run("compile", "shop.yaml", "--emit", "json")
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let rules = try #require(parsed["rules"] as? [[String: Any]])
    #expect(rules.map { $0["rule"] as? String } == ["large", "web"])
    #expect(try scratch.run("compile", "shop.yaml").errors.contains("name the table's file"))
  }

  @Test("a damaged table is refused", arguments: [8, 100, 400])
  func damaged(_ offset: Int) throws {
    let scratch = try Self.scratch()
    _ = try scratch.run("compile", "shop.yaml", "-o", "routes.ilk")
    let file = scratch.folder.appending(path: "routes.ilk")
    var bytes = try Data(contentsOf: file)
    try bytes.prefix(offset + 20).write(to: file)
    let short = try scratch.run("match", "routes.ilk", "events.ndjson")
    #expect(short.status == 2 && short.errors.contains("'routes.ilk' is no sound table"))
    bytes[offset] ^= 0xFF
    try bytes.write(to: file)
    #expect(try scratch.run("match", "routes.ilk", "events.ndjson").status == 2)
  }

  @Test("a topology that is invalid leaves the old table alone")
  func invalidTopology() throws {
    let scratch = try Scratch(["shop.yaml": "queues: [", "routes.ilk": "old"])
    let run = try scratch.run("compile", "shop.yaml", "-o", "routes.ilk")
    #expect(run.status == 2 && run.errors.contains("--> shop.yaml:1:"))
    #expect(try scratch.read("routes.ilk") == "old")
    #expect(try scratch.names == ["routes.ilk", "shop.yaml"])
  }
}
