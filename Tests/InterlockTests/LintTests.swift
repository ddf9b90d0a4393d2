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
