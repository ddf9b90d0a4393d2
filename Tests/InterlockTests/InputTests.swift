import Foundation
import Testing

@Suite("Bad input")
struct InputTests {
  static let shop = "topology: shop\nqueues:\n  orders: {fifo: false, visibilityTimeout: 30s}\n"

  @Test(
    "a file that is no topology is refused by what it looks like",
    arguments: [
      ("AWSTemplateFormatVersion: 2010-09-09\nqueues: {}\n", "a CloudFormation template"),
      ("apiVersion: v1\nkind: Service\n", "a Kubernetes manifest"),
      ("services:\n  db: {image: postgres}\n", "a Docker Compose file"),
      ("openapi: 3.1.0\n", "an OpenAPI description"),
      ("[1, 2]", "a list"),
      ("hello", "plain text"),
      ("quues: {}\n", "did you mean 'queues'?"),
      ("{}", "an empty mapping"),
    ])
  func notATopology(_ text: String, _ expected: String) throws {
    let run = try Scratch(["x.yaml": text]).run("lint", "x.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains("'x.yaml' is not a topology, it looks like"))
    #expect(run.errors.contains(expected), "\(run.errors)")
  }

  @Test("a file that is not there is named with its neighbours")
  func missing() throws {
    let run = try Scratch(["shop.yaml": Self.shop]).run("lint", "shpo.yaml")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "error: cannot read 'shpo.yaml': no such file or folder: did you mean 'shop.yaml'?\n")
  }

  @Test("an empty file, an empty folder and a glob without files are errors")
  func nothing() throws {
    let scratch = try Scratch(["empty.yaml": "", "notes/readme.yaml": "a: b\n"])
    #expect(try scratch.run("lint", "empty.yaml").errors == "error: 'empty.yaml' is empty\n")
    let lists = try Scratch(["x/jwks.json": #"{"keys": [{"kid": "a"}]}"#, "x/e.json": #"{"events": []}"#])
    #expect(try lists.run("lint", "x").errors == "error: no topology found in 'x' among 2 files\n")
    let folder = try scratch.run("lint", "notes")
    #expect(folder.status == 2)
    #expect(folder.errors == "error: no topology found in 'notes' among 1 file\n")
    #expect(try scratch.run("lint", "no/*.yaml").errors.contains("no file matches"))
  }

  @Test("bytes that are no text are refused with their place")
  func binary() throws {
    let scratch = try Scratch(["x.yaml": "queues:\n  a\u{0}b: {}\n"])
    let run = try scratch.run("lint", "x.yaml")
    #expect(run.status == 2)
    #expect(run.output.contains("--> x.yaml:2:4"))
  }

  @Test("recursion, depth and size are bounded, and the bound is named")
  func bounds() throws {
    let deep = String(repeating: "[", count: 201) + String(repeating: "]", count: 201)
    let scratch = try Scratch([
      "recursive.yaml": "queues: &a\n  x: *a\n", "deep.yaml": "queues: \(deep)\n",
      "shop.yaml": Self.shop,
    ])
    let recursive = try scratch.run("lint", "recursive.yaml")
    #expect(recursive.status == 2 && recursive.output.contains("recursive.yaml:2:6"))
    let depth = try scratch.run("lint", "deep.yaml")
    #expect(depth.status == 2 && depth.output.contains("200"))
    let size = try scratch.run("lint", "shop.yaml", "--max-bytes", "10")
    #expect(size.status == 2 && size.errors.contains("the bound is 10 (raise it with --max-bytes)"))
    let nodes = try scratch.run("lint", "shop.yaml", "--max-nodes", "3")
    #expect(nodes.status == 2 && nodes.output.contains("3"))
  }

  @Test("a syntax error is a finding with a caret, in the format asked for")
  func syntaxError() throws {
    let scratch = try Scratch(["x.yaml": "queues:\n  a: [1, {\n"])
    let text = try scratch.run("lint", "x.yaml")
    #expect(text.status == 2)
    #expect(text.output.hasPrefix("error[syntax/yaml]: ") && text.output.contains("^"))
    let json = try scratch.run("lint", "x.yaml", "--format", "json")
    #expect(json.status == 2)
    #expect(json.output.hasPrefix(#"{"version":1,"findings":["#))
    #expect(json.errors.isEmpty)
  }

  @Test("what is made of all files is not made without one that does not parse")
  func oneBrokenFile() throws {
    let scratch = try Scratch([
      "a/shop.yaml": Self.shop, "a/odd.yaml": "topics:\n  news: [1, {\n",
      "b/stack.yaml": "Resources:\n  Orders: {Type: AWS::SQS::Queue}\n",
      "b/odd.yaml": "Resources:\n  News: {Type: AWS::SNS::Topic\n",
    ])
    let commands = [["graph"], ["cost"], ["compile", "-o", "routes.ilk"], ["import"]]
    for folder in ["a", "b"] {
      let checked = try scratch.run("lint", folder)
      #expect(checked.status == 2 && checked.errors.contains("checked 2 files"))
      for command in commands {
        let run = try scratch.run(command + [folder])
        #expect(run.status == 2 && run.output.isEmpty, "\(command) \(run.output)")
        #expect(run.errors.contains(" --> \(folder)/odd.yaml:"), "\(command)")
        #expect(run.errors.contains("error: '\(folder)/odd.yaml' cannot be read"), "\(command)")
      }
    }
    #expect(try scratch.run("graph", "a/shop.yaml").status == 0)
    #expect(try scratch.run("graph", "b/stack.yaml").status == 0)
  }

  @Test("a folder is read for its topologies; other files are passed over")
  func folder() throws {
    let scratch = try Scratch([
      "a/shop.yaml": Self.shop, "a/deep/more.yml": "topics: {news: {}}\n",
      "a/compose.yaml": "services: {}\n", "a/.hidden.yaml": "queues: [\n",
      "a/.build/x.yaml": "queues: [\n", "a/helm.yaml": "{{ if }}\nkind: x\n", "a/notes.txt": "queues:",
    ])
    let run = try scratch.run("lint", "a", "--format", "json")
    #expect(run.output.contains(#""files":2"#), "\(run.output)\(run.errors)")
  }

  @Test("a broken topology in a folder is not passed over")
  func brokenInFolder() throws {
    let scratch = try Scratch(["a/shop.yaml": "queues:\n  a: [1\ntopics: {}\n"])
    #expect(try scratch.run("lint", "a").status == 2)
  }

  @Test("globs, standard input and several spellings of one file")
  func selection() throws {
    let scratch = try Scratch(["a/shop.yaml": Self.shop, "b/more.yaml": "topics: {news: {}}\n"])
    let glob = try scratch.run("lint", "*/[a-s]*.yaml", "--format", "json")
    #expect(glob.output.contains(#""files":2"#), "\(glob.errors)")
    let deep = try scratch.run("lint", "**/*.yaml", "./a/shop.yaml", "--format", "json")
    #expect(deep.output.contains(#""files":2"#), "\(deep.errors)")
    let stdin = try scratch.run("lint", "-", "--format", "json", input: Self.shop)
    #expect(stdin.output.contains(#""files":1"#), "\(stdin.errors)")
  }

  @Test("a folder that cannot be listed is an error, not an empty one")
  func unreadable() throws {
    let scratch = try Scratch(["a/shop.yaml": Self.shop])
    let path = scratch.folder.appending(path: "a").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    if FileManager.default.isReadableFile(atPath: path) { return }
    let run = try scratch.run("lint", "a")
    #expect(run.status == 2 && run.errors.contains("permission denied"), "\(run.errors)")
  }

  @Test("a report that cannot be written leaves nothing behind")
  func unwritable() throws {
    let scratch = try Scratch(["shop.yaml": Self.shop, "taken/x": ""])
    let missing = try scratch.run("lint", "shop.yaml", "--format", "json=no/such/out.json")
    #expect(missing.status == 2 && missing.errors.contains("cannot write 'no/such/out.json'"))
    let folder = try scratch.run("lint", "shop.yaml", "--format", "json=taken")
    #expect(folder.status == 2 && folder.errors.contains("it is a folder"))
    #expect(try scratch.names == ["shop.yaml", "taken"])
  }

  @Test("a report file is written whole, with nothing beside it")
  func reportFile() throws {
    let scratch = try Scratch(["shop.yaml": Self.shop, "out.json": "old"])
    _ = try scratch.run("lint", "shop.yaml", "--format", "json=out.json")
    #expect(try scratch.read("out.json").hasPrefix(#"{"version":1,"#))
    #expect(try scratch.names == ["out.json", "shop.yaml"])
  }
}

@Suite("Several systems in one folder")
struct SystemTests {
  private static func system(_ name: String, _ queue: String) -> String {
    "topology: \(name)\nqueues:\n  \(queue): {visibilityTimeout: 30s}\n"
  }

  /// Two systems with equal names inside, one of them with a file beside its head, and an include.
  private static func scratch() throws -> Scratch {
    try Scratch([
      "a/main.yaml": system("first", "work"), "a/more.yaml": "topics: {news: {}}\n",
      "b/main.yaml": system("second", "work") + "include: [../shared/keys.yaml]\n",
      "shared/keys.yaml": "keys: {main: {}}\n",
    ])
  }

  @Test("each is checked by itself: names may stand twice")
  func lint() throws {
    let run = try Self.scratch().run("lint", ".", "--profile", "essential")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.errors.contains("checked 4 files of 2 systems, 4 resources"), "\(run.errors)")
  }

  @Test("files that are named make one system")
  func named() throws {
    let run = try Self.scratch().run("lint", "a/main.yaml", "b/main.yaml")
    #expect(run.status == 2 && run.output.contains("topology/duplicate-name"), "\(run.output)")
  }

  @Test("the other commands ask which is meant")
  func which() throws {
    let scratch = try Self.scratch()
    let run = try scratch.run("graph", ".")
    #expect(run.status == 2)
    #expect(run.errors.contains("'.' holds 2 systems, name one: 'first' in a/main.yaml"))
    #expect(try scratch.run("graph", "a").status == 0)
  }

  @Test("two files may give one system its name")
  func oneName() throws {
    let run = try Scratch([
      "x/a.yaml": Self.system("one", "work"), "x/b.yaml": "topology: one\ntopics: {news: {}}\n",
    ]).run("lint", "x", "--format", "json")
    #expect(run.output.contains(#""files":2,"resources":2"#), "\(run.output)\(run.errors)")
  }
}
