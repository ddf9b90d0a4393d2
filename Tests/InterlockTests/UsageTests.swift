import Testing

@Suite("Usage")
struct UsageTests {
  @Test(
    "wrong usage exits with 2, names the nearest word, and prints nothing to standard output",
    arguments: [
      (["lnt", "x"], "unknown command 'lnt': did you mean 'lint'?"),
      (["shop.yaml"], "to check a topology: interlock lint shop.yaml"),
      (["lint", "--formt", "json"], "Did you mean '--format'?"),
      (["lint", "--format", "jsn", "."], "did you mean 'json'?"),
      (["lint", "--format", "text", "--format", "json", "."], "--format json=FILE"),
      (["lint", "--format", "json=", "."], "names no file"),
      (["lint", "--profile", "strct", "."], "strict"),
      (["lint", "--max-bytes", "0", "."], "--max-bytes must be at least 1"),
      (["lint", "--max-depth", "x", "."], "'x'"),
      (["lint", "--select", "no/such", "."], "unknown rule 'no/such'"),
    ])
  func wrongUsage(_ arguments: [String], _ message: String) throws {
    let run = try Scratch().run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.hasPrefix("error: "))
  }

  @Test("help and version go to standard output", arguments: [[], ["--help"], ["help", "lint"]])
  func help(_ arguments: [String]) throws {
    let run = try Scratch().run(arguments)
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE:") && run.errors.isEmpty)
  }

  @Test("the version is text, or JSON for programs")
  func version() throws {
    #expect(try Scratch().run("--version").output.hasPrefix("interlock "))
    #expect(try Scratch().run("--version", "--json").output.hasPrefix(#"{"name":"interlock","#))
  }
}
