import Diagnostics
import Testing

@testable import YAMLTree

@Suite("A YAML text becomes a tree")
struct TreeTests {
  @Test(arguments: [
    // Collections.
    ("a: 1\nb: [x, 'y']\n", "{a: 1, b: [x, \"y\"]}"),
    ("- a\n-\n  - b\n- - c\n", "[a, [b], [c]]"),
    ("a:\n- x\n- y\nb: z\n", "{a: [x, y], b: z}"),
    ("{a: {b: [c, {d: e}]}}", "{a: {b: [c, {d: e}]}}"),
    ("[a: b, {c}]", "[{a: b}, {c: }]"),
    ("? a\n? b\n", "{a: , b: }"),
    ("a:\nb:\n", "{a: , b: }"),
    ("200: ok\n\"quoted\": yes\n", "{200: ok, \"quoted\": yes}"),
    // Scalars.
    ("plain text\n  goes on\n", "plain text goes on"),
    ("'it''s'", "\"it's\""),
    ("\"\\x41\\u00e9\\U0001F600\\n\"", "\"Aé😀\\n\""),
    ("|\n  a\n   b\n\n  c\n", "\"a\\n b\\n\\nc\\n\""),
    (">-\n  a\n  b\n\n  c\n", "\"a b\\nc\""),
    ("|+\n  a\n\n", "\"a\\n\\n\""),
    // Tags.
    ("!Sub x", "<!Sub> x"),
    ("a: !GetAtt [b, c]", "{a: <!GetAtt> [b, c]}"),
    ("!!str 1", "<tag:yaml.org,2002:str> 1"),
    ("%TAG !e! tag:example.com,2000:\n---\n!e!x y", "<tag:example.com,2000:x> y"),
    ("!<tag:a,b> x", "<tag:a,b> x"),
    // Documents.
    ("", ""),
    ("# only a comment\n\n", ""),
    ("--- 1\n--- 2\n", "1 --- 2"),
    ("---\na: 1\n...\n---\nb: 2\n", "{a: 1} --- {b: 2}"),
    ("---\n", ""),
    ("%YAML 1.2\n---\na\n", "a"),
    // Line ends and marks.
    ("a: 1\r\nb:\r\n  - c\r\n", "{a: 1, b: [c]}"),
    ("a: 1\rb: 2\r", "{a: 1, b: 2}"),
    ("\u{FEFF}a: 1\n", "{a: 1}"),
    ("é: 😀\n", "{é: 😀}"),
  ])
  func reads(text: String, expected: String) {
    #expect(Outcome(text).summary == expected)
  }

  @Test func emptyFilesHaveNoDocumentAndABareMarkHasOne() {
    #expect(Outcome("").tree?.documents.count == 0)
    #expect(Outcome("", path: "a.json").tree?.documents.count == 0)
    #expect(Outcome(" \n# c\n").tree?.documents.count == 0)
    #expect(Outcome("---\n").root?.isNull == true)
  }

  @Test(arguments: [
    ("a: &x {k: 1}\nb: *x\n", "{a: {k: 1}, b: {k: 1}}"),
    ("- &x 1\n- &x 2\n- *x\n", "[1, 2, 2]"),
    ("&k key: v\n*k : w\n", "1:4 key 'key' occurs twice in the same mapping"),
    ("a: &k key\n*k : w\n", "{a: key, key: w}"),
    ("a: &x !T y\nb: !U &z w\n", "{a: <!T> y, b: <!U> w}"),
    ("- &a x\n--- \n- *a\n", "3:3 alias '*a' names no anchor before it in this document"),
  ])
  func resolvesAliases(text: String, expected: String) {
    #expect(Outcome(text).summary == expected)
  }

  @Test func anAliasIsTheNodeOfItsAnchor() throws {
    let root = try #require(Outcome("a: &x [1]\nb: *x\nc: [1]\n").root)
    let (a, b, c) = (try #require(root["a"]), try #require(root["b"]), try #require(root["c"]))
    #expect(a.isSame(as: b))
    #expect(!a.isSame(as: c))
  }

  @Test(arguments: [
    ("own keys win", "a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3\n", "{k: 3, l: 2}"),
    (
      "own keys win where '<<' is last", "a: &x {k: 1, l: 2}\nb:\n  k: 3\n  <<: *x\n",
      "{k: 3, l: 2}"
    ),
    (
      "the earlier mapping wins",
      "a: &x {k: 1}\nc: &y {k: 2, m: 4}\nb:\n  <<: [*x, *y]\n", "{k: 1, m: 4}"
    ),
    ("a mapping may stand in place", "b: {<<: {k: 1}, l: 2}", "{l: 2, k: 1}"),
    (
      "merged mappings may have merged", "a: &x {k: 1}\nc: &y {<<: *x, l: 2}\nb: {<<: *y}\n",
      "{l: 2, k: 1}"
    ),
    ("a quoted '<<' is a name", "b: {\"<<\": x}", "{\"<<\": x}"),
    ("a value '<<' is a text", "b: [<<]", "[<<]"),
  ])
  func merges(what: String, text: String, expected: String) {
    #expect(Outcome(text).root?["b"].map(dump) == expected, "\(what)")
  }

  @Test func looksUpEntries() throws {
    let outcome = Outcome("first: {\"second\": {third: x}}\nfirst2: y\n")
    let root = try #require(outcome.root)
    #expect(root.count == 2)
    #expect(root.value(at: "first", "second", "third")?.text == "x")
    #expect(root.value(at: "first", "none", "third") == nil)
    #expect(root.keyRange(of: "first2").map(outcome.source) == "first2")
    #expect(root["first2"]?["x"] == nil)
    #expect(root["absent"] == nil)
  }
}
