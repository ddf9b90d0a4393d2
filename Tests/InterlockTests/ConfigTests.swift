import Testing

@Suite("Configuration")
struct ConfigTests {
  @Test(
    "unknown settings and values are refused with the nearest",
    arguments: [
      ("profil: strict\n", "unknown setting 'profil': did you mean 'profile'?"),
      ("profile: strikt\n", "unknown value 'strikt': did you mean 'strict'?"),
      ("select: {a: b}\n", "expected a list of words"),
      ("- a\n", "the configuration is a mapping of settings"),
      ("profile: [\n", "syntax/yaml"),
    ])
  func refused(_ text: String, _ message: String) throws {
    let scratch = try Scratch([".interlock.yaml": text, "a/shop.yaml": InputTests.shop])
    let run = try scratch.run("lint", "a/shop.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("--> .interlock.yaml:1:") || run.errors.contains("syntax"))
  }

  @Test("it is found above the files and names what to read where nothing is named")
  func paths() throws {
    let scratch = try Scratch([
      ".interlock.yaml": "paths: [a]\n", "a/shop.yaml": InputTests.shop,
      "b/more.yaml": "topics: {news: {}}\n",
    ])
    let run = try scratch.run("lint", "--format", "json")
    #expect(run.output.contains(#""files":1"#), "\(run.errors)")
  }
}
