import Testing

@Suite("lint")
struct LintTests {
  @Test("findings decide the exit status, at the severity asked for")
  func exitStatus() throws {
    let text = CommandTests.shop.replacing("queue/large, deadLetter: queue/lost", with: "queue/large")
    let scratch = try Scratch(["shop.yaml": text])
    #expect(try scratch.run("lint", "shop.yaml").status == 0)
    let strict = try scratch.run("lint", "shop.yaml", "--profile", "strict")
    #expect(strict.status == 0 && strict.output.contains("[delivery/no-dead-letter]"))
    let failing = try scratch.run(
      "lint", "shop.yaml", "--profile", "strict", "--fail-on", "warning")
    #expect(failing.status == 1)
    let ignored = try scratch.run(
      "lint", "shop.yaml", "--profile", "strict", "--fail-on", "warning", "--ignore", "*")
    #expect(ignored.status == 0)
  }

  @Test("--select takes ids up to the next flag or to a file")
  func select() throws {
    let text = CommandTests.shop.replacing("queue/large, deadLetter: queue/lost", with: "queue/large")
    let scratch = try Scratch(["shop.yaml": text])
    for arguments in [
      ["lint", "--select", "delivery/no-dead-letter", "shop.yaml"],
      ["lint", "shop.yaml", "--select", "delivery/no-dead-letter,suppression/*"],
      ["lint", "--select", "delivery/no-dead-letter", "suppression/*", "--color", "never", "shop.yaml"],
    ] {
      let run = try scratch.run(arguments)
      #expect(run.output.contains("delivery/no-dead-letter"), "\(run.errors)")
    }
  }

  @Test("a comment silences a finding where it stands, and is counted")
  func suppression() throws {
    let text = CommandTests.shop.replacing(
      "      targets: [{to: queue/large, deadLetter: queue/lost}]",
      with: "      targets: [{to: queue/large}] # interlock:ignore delivery/no-dead-letter -- orders are replayed")
    let run = try Scratch(["shop.yaml": text]).run(
      "lint", "shop.yaml", "--profile", "strict", "--select", "delivery/no-dead-letter")
    #expect(run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains("no findings (1 suppressed)"), "\(run.errors)")
  }

  @Test("--changed reports what touches the files, and reads the rest all the same")
  func changed() throws {
    let text = CommandTests.shop.replacing("queue/large, deadLetter: queue/lost", with: "queue/large")
    let scratch = try Scratch(["shop.yaml": text, "more.yaml": "topics: {news: {}}\n"])
    let flags = ["--profile", "strict", "--select", "delivery/no-dead-letter"]
    let other = try scratch.run(["lint"] + flags + ["--changed", "more.yaml"])
    #expect(other.output.isEmpty && other.errors.contains("checked 2 files"), "\(other.errors)")
    let own = try scratch.run(["lint"] + flags + ["--changed", "./shop.yaml"])
    #expect(own.output.contains("delivery/no-dead-letter"))
    let hook = try scratch.run(["lint", "--as-changed"] + flags + ["more.yaml"])
    #expect(hook.output.isEmpty && hook.errors.contains("checked 2 files"), "\(hook.errors)")
  }

  @Test("several formats at once: one to standard output, the others to files")
  func formats() throws {
    let scratch = try CommandTests.scratch()
    let run = try scratch.run(
      "lint", "shop.yaml", "--format", "github", "--format", "sarif=a.sarif", "--format", "junit=b.xml")
    #expect(run.status == 0)
    #expect(try scratch.names == ["a.sarif", "b.xml", "shop.yaml"])
    #expect(try scratch.read("b.xml").hasPrefix("<?xml"))
  }
}

@Suite("lint --fix and --baseline")
struct FixingTests {
  /// One finding with a fix: a queue that hides messages for less than its function may run.
  static let text = """
    topology: t
    account: "123456789012"
    region: eu-central-1
    queues:
      work: {visibilityTimeout: 10s}
    functions:
      worker: {timeout: 30s, triggers: [{from: queue/work}]}

    """
  static let id = "delivery/visibility-below-timeout"

  @Test("--fix --diff shows the change, --fix makes it")
  func fix() throws {
    let scratch = try Scratch(["t.yaml": Self.text])
    let diff = try scratch.run("lint", "t.yaml", "--select", Self.id, "--fix", "--diff")
    #expect(diff.output.contains("-  work: {visibilityTimeout: 10s}\n+  work: {visibilityTimeout: 3m}\n"))
    #expect(try scratch.read("t.yaml") == Self.text)
    let run = try scratch.run("lint", "t.yaml", "--select", Self.id, "--fix")
    #expect(run.status == 0 && run.errors.contains("made 1 change"), "\(run.errors)")
    #expect(try scratch.read("t.yaml") == Self.text.replacing("10s", with: "3m"))
    #expect(try scratch.names == ["t.yaml"])
  }

  @Test("a baseline silences what it knows, says what is gone, and can be pruned")
  func baseline() throws {
    let scratch = try Scratch(["t.yaml": Self.text])
    #expect(try scratch.run("lint", "t.yaml").status == 1)
    let written = try scratch.run("lint", "t.yaml", "--write-baseline", "b.json")
    #expect(written.status == 0 && written.output.isEmpty)
    try scratch.write("# moved\n" + Self.text, to: "t.yaml")
    let known = try scratch.run("lint", "t.yaml", "--baseline", "b.json")
    #expect(known.status == 0 && known.output.isEmpty && known.errors.contains("1 known finding"))
    try scratch.write(Self.text.replacing("10s", with: "3m"), to: "t.yaml")
    let gone = try scratch.run("lint", "t.yaml", "--baseline", "b.json", "--prune-baseline")
    #expect(gone.errors.contains("1 taken out"), "\(gone.errors)")
    #expect(try !scratch.read("b.json").contains(Self.id))
  }

  @Test("errors of the text are in no baseline")
  func invalidText() throws {
    let scratch = try Scratch(["t.yaml": "queues: {a: {fifo: perhaps}}\n"])
    _ = try scratch.run("lint", "t.yaml", "--write-baseline", "b.json")
    let run = try scratch.run("lint", "t.yaml", "--baseline", "b.json")
    #expect(run.status == 2)
  }

  @Test("a file that is no baseline is refused", arguments: ["[]", "{", "{\"findings\": 1}"])
  func notABaseline(_ text: String) throws {
    let scratch = try Scratch(["t.yaml": Self.text, "b.json": text])
    #expect(try scratch.run("lint", "t.yaml", "--baseline", "b.json").status == 2)
  }
}
