import Foundation
import Testing

@Suite("Commands that need no events")
struct CommandTests {
  /// A shop: an application sends orders to a bus, a rule hands the large ones to a queue.
  static let shop = """
    topology: shop
    account: "123456789012"
    region: eu-central-1
    events:
      OrderPlaced:
        source: shop.orders
        detailType: Order Placed
        detail:
          type: object
          required: [orderId, total]
          properties:
            orderId: {type: string, format: uuid}
            total: {type: number, minimum: 0, maximum: 200}
            channel: {enum: [web, app], x-weights: {web: 3, app: 1}}
        size: 1KiB
    producers:
      web: {emits: [{event: OrderPlaced, to: bus/shop, rate: 1_000_000/day}]}
    buses:
      shop:
        rules:
          large:
            pattern: {source: [shop.orders], detail: {total: [{numeric: [">=", 100]}]}}
            targets: [{to: queue/large, deadLetter: queue/lost}]
          web:
            pattern: {detail: {channel: [web]}}
            targets: [{to: queue/large, deadLetter: queue/lost}, {to: queue/web, deadLetter: queue/lost}]
    queues:
      large: {visibilityTimeout: 30s}
      web: {visibilityTimeout: 30s}
      lost: {visibilityTimeout: 30s}

    """

  static func scratch() throws -> Scratch { try Scratch(["shop.yaml": shop]) }

  @Test("a sound topology compiles, draws and costs without a word on standard error")
  func sound() throws {
    let scratch = try Self.scratch()
    for command in ["graph", "cost", "sample"] {
      let run = try scratch.run(command, "shop.yaml")
      #expect(run.status == 0 && run.errors.isEmpty && !run.output.isEmpty, "\(run.errors)")
    }
  }

  @Test("the graph names nodes, rules and dead letters")
  func graph() throws {
    let run = try Self.scratch().run("graph", "shop.yaml", "--format", "json")
    let graph = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(graph["version"] as? Int == 1)
    let edges = try #require(graph["edges"] as? [[String: Any]])
    let large = try #require(edges.first { $0["via"] as? String == "large" })
    #expect(large["from"] as? String == "bus/shop" && large["to"] as? String == "queue/large")
    #expect(large["kind"] as? String == "rule" && large["deadLetter"] as? String == "queue/lost")
    #expect(large["permission"] as? String == "unknown")
  }

  @Test("a focus takes a node or an unambiguous name")
  func focus() throws {
    let scratch = try Self.scratch()
    let run = try scratch.run("graph", "shop.yaml", "--format", "ascii", "--focus", "large")
    #expect(run.output.contains("queue/large") && !run.output.contains("producer/web"))
    let unknown = try scratch.run("graph", "shop.yaml", "--focus", "queue/lagre")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean 'queue/large'"))
    let ambiguous = try scratch.run("graph", "shop.yaml", "--focus", "web")
    #expect(ambiguous.status == 2 && ambiguous.errors.contains("'producer/web', 'queue/web'"))
  }

  @Test("samples fit the catalogue and repeat with their seed")
  func sample() throws {
    let scratch = try Self.scratch()
    let run = try scratch.run("sample", "shop.yaml", "--count", "200", "--seed", "3")
    #expect(run.output == (try scratch.run("sample", "shop.yaml", "--count", "200", "--seed", "3")).output)
    #expect(run.output != (try scratch.run("sample", "shop.yaml", "--count", "200", "--seed", "4")).output)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 200)
    var web = 0
    for line in lines {
      let event = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(event["source"] as? String == "shop.orders")
      #expect(event["account"] as? String == "123456789012")
      let detail = try #require(event["detail"] as? [String: Any])
      #expect((0...200).contains(try #require(detail["total"] as? Double)))
      if detail["channel"] as? String == "web" { web += 1 }
    }
    #expect((80...160).contains(web), "three in four of those that say their channel")
  }

  @Test("costs come from a model in the program or a file, and its mistakes are shown")
  func pricing() throws {
    let scratch = try Self.scratch()
    try scratch.write("{\"name\": \"mine\", \"dimensions\": [{\"id\": 1}]}", to: "mine.json")
    #expect(try scratch.run("cost", "shop.yaml", "--pricing", "paper-2024").output.contains("paper-2024"))
    let broken = try scratch.run("cost", "shop.yaml", "--pricing", "mine.json")
    #expect(broken.status == 2 && broken.errors.contains("--> mine.json:1:"))
    let unknown = try scratch.run("cost", "shop.yaml", "--pricing", "aws-us-eats-1")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean 'aws-us-east-1'"))
  }

  @Test("a broken topology stops every command with its errors on standard error",
    arguments: ["graph", "cost", "sample"])
  func broken(_ command: String) throws {
    let text = Self.shop.replacing("to: queue/large,", with: "to: queue/lagre,")
    let run = try Scratch(["shop.yaml": text]).run(command, "shop.yaml")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("did you mean 'queue/large'"), "\(run.errors)")
  }

  @Test("an output file is whole or not there")
  func outputFile() throws {
    let scratch = try Self.scratch()
    #expect(try scratch.run("graph", "shop.yaml", "-o", "g.mmd").output.isEmpty)
    #expect(try scratch.read("g.mmd").hasPrefix("flowchart LR\n"))
    #expect(try scratch.run("graph", "shop.yaml", "-o", "no/such/g.mmd").status == 2)
    #expect(try scratch.names == ["g.mmd", "shop.yaml"])
  }

  @Test("what the program knows is printed: rules, facts, prices, pages")
  func knowledge() throws {
    let scratch = try Scratch()
    let rules = try scratch.run("rules", "--format", "json").output
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(rules.utf8)) as? [[String: String]])
    #expect(!list.isEmpty && list.allSatisfy { $0["id"]?.contains("/") == true })
    #expect(try scratch.run("facts").output.contains("https://"))
    #expect(try scratch.run("prices").output.contains("aws-us-east-1"))
    let page = try scratch.run("explain", "no/such")
    #expect(page.status == 2 && page.errors.contains("no rule is named 'no/such'"))
  }

  @Test("colours follow --color, NO_COLOR and FORCE_COLOR")
  func colors() throws {
    let scratch = try Scratch(["x.yaml": "queues:\n  a: [1, {\n"])
    let escape = "\u{1B}["
    #expect(!(try scratch.run("lint", "x.yaml").output.contains(escape)))
    #expect(try scratch.run("lint", "x.yaml", "--color", "always").output.contains(escape))
    let forced = try scratch.run(["lint", "x.yaml"], environment: ["FORCE_COLOR": "1"])
    #expect(forced.output.contains(escape))
    let both = ["FORCE_COLOR": "1", "NO_COLOR": "1"]
    #expect(!(try scratch.run(["lint", "x.yaml"], environment: both).output.contains(escape)))
  }
}
