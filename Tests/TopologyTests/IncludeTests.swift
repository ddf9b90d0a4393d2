import Diagnostics
import Testing

@testable import Topology

@Suite("Files that include files")
struct IncludeTests {
  @Test("are read once, however many name them")
  func diamond() {
    let workspace = Workspace([
      "top.yaml": "include: [left.yaml, right.yaml, bottom.yaml]",
      "left.yaml": "include: bottom.yaml",
      "right.yaml": "include: ./x/../bottom.yaml",
      "bottom.yaml": "queues: {q: }",
    ])
    let topology = workspace.read(["top.yaml", "bottom.yaml"])
    #expect(workspace.report == [])
    #expect(topology.queues.names == ["q"])
  }

  @Test("hand their account and region down to those that say none")
  func inheritance() {
    let workspace = Workspace([
      "a/top.yaml": """
      account: "123456789012"
      region: us-east-1
      include: parts/*.yaml
      """,
      "a/parts/one.yaml": "queues: {one: }",
      "a/parts/two.yaml": "{region: eu-west-1, include: deep/three.yaml, queues: {two: }}",
      "a/parts/deep/three.yaml": "queues: {three: , four: {account: \"210987654321\"}}",
      "b.yaml": "queues: {five: }",
    ])
    let topology = workspace.read(["a/top.yaml", "b.yaml"])
    #expect(workspace.report == [])
    let regions = topology.queues.map { $0.info.region?.value }
    #expect(topology.queues.names == ["one", "two", "three", "four", "five"])
    #expect(regions == ["us-east-1", "eu-west-1", "eu-west-1", "eu-west-1", nil])
    #expect(topology.queues["three"]?.info.account?.value == "123456789012")
    #expect(topology.queues["four"]?.info.account?.value == "210987654321")
    #expect(topology.queues["five"]?.info.account == nil)
  }

  @Test("may be met by a glob that fits the file itself, but not name themselves")
  func ring() {
    let files = [
      "a.yaml": "include: \"*.yaml\"", "b.yaml": "include: [c.yaml]", "c.yaml": "include: b.yaml",
    ]
    let all = Workspace(files)
    _ = all.read(["a.yaml"])
    #expect(all.report == [])
    let ring = Workspace(files)
    _ = ring.read(["b.yaml"])
    #expect(
      ring.report == [
        "c.yaml:1:10: topology/include-cycle: 'b.yaml' includes itself (b.yaml -> c.yaml -> b.yaml)"
      ])
  }

  @Test("end somewhere")
  func depth() {
    let files = (0..<300).map { ("\($0).yaml", "include: \($0 + 1).yaml") }
    let workspace = Workspace(Dictionary(uniqueKeysWithValues: files))
    _ = workspace.read(["0.yaml"])
    #expect(workspace.report.count == 1)
    #expect(workspace.report[0].contains("topology/include-depth"))
  }

  @Test("keep names, defaults and paths apart by file")
  func schemas() {
    let workspace = Workspace([
      "top.yaml": "include: parts/events.yaml",
      "parts/events.yaml":
        "events: {E: {schema: ../schemas/e.json}, F: {schema: ../schemas/e.json}}",
      "schemas/e.json": #"{"type": "objct"}"#,
    ])
    let topology = workspace.read(["top.yaml"])
    #expect(topology.events.count == 2)
    #expect(workspace.report.count == 1, "a file that two events name is checked once")
  }

  @Test(
    "are told apart by their path without detours",
    arguments: [
      ("a.yaml", "", "a.yaml"), ("./a.yaml", "", "a.yaml"), ("b/../a.yaml", "", "a.yaml"),
      ("a.yaml", "x/y.yaml", "x/a.yaml"), ("../a.yaml", "x/y.yaml", "a.yaml"),
      ("../../a.yaml", "x/y.yaml", "../a.yaml"), ("/a.yaml", "x/y.yaml", "/a.yaml"),
      ("a//b/./c.yaml", "/r/t.yaml", "/r/a/b/c.yaml"), ("", "", "."), (".", "", "."),
      ("a/..", "", "."), ("..", "", ".."), ("../..", "x/y.yaml", ".."), ("..", "x/y.yaml", "."),
      ("/../a.yaml", "", "/a.yaml"), ("/..", "", "/"), ("a.yaml", "<stdin>", "a.yaml"),
    ])
  func normalized(_ path: String, _ from: String, _ expected: String) {
    #expect(normalizedPath(path, relativeTo: from) == expected)
  }

  @Test(
    "are called by their names up to the first dot",
    arguments: [
      ("stacks/orders.yaml", "orders"), ("orders.test.yaml", "orders"), ("orders", "orders"),
      (".hidden.yaml", "hidden"), ("a.b/", "a"), ("", ""), (".", ""), ("a/..", ""), ("/", ""),
    ])
  func stems(_ path: String, _ expected: String) {
    #expect(fileStem(of: path) == expected)
  }

  @Test("several documents of one file are read together")
  func documents() {
    let (topology, report) = read("queues: {a: {deadLetter: queue/b}}\n---\nqueues: {b: }\n")
    #expect(report == [])
    #expect(topology.queues.names == ["a", "b"])
  }
}
