import Diagnostics
import Testing

@testable import YAMLTree

@Suite("Every node knows the bytes it was read from")
struct RangeTests {
  /// The source of the node that the path leads to.
  private func source(_ text: String, _ path: [String]) -> String? {
    let outcome = Outcome(text)
    var node = outcome.root
    for step in path {
      node = Int(step).map { node?.elements[$0] } ?? node?[step]
    }
    return node.map { outcome.source($0.range) }
  }

  @Test(arguments: [
    ("a:   text here   # c\n", ["a"], "text here"),
    ("a: 'it''s'\n", ["a"], "'it''s'"),
    ("a: \"\\u00e9\"\n", ["a"], "\"\\u00e9\""),
    ("é: 😀 ü\nb: ö\n", ["b"], "ö"),
    ("\u{FEFF}a: é\nb: ö\n", ["b"], "ö"),
    ("a: one\n  two\n\nb: 1\n", ["a"], "one\n  two"),
    ("a: |\n  one\n  two\n\n# c\nb: 1\n", ["a"], "|\n  one\n  two"),
    // Tags and anchors are not content.
    ("a: !Ref &x name\n", ["a"], "name"),
    ("a: &x !Ref   'name'\n", ["a"], "'name'"),
    ("a: !Sub\n  - b\n  - c\n", ["a"], "- b\n  - c"),
    ("a: &x\n  b: c\n", ["a"], "b: c"),
    ("a: [!T , &x , z]\n", ["a", "0"], ""),
    ("a: &x # why\n  {b: c}\n", ["a"], "{b: c}"),
    // Collections end where their content does.
    ("a:\n  b: 1\n  c: 2   \n\n  # tail\n\nd: 3\n", ["a"], "b: 1\n  c: 2"),
    ("a:\n- x\n- y\n# tail\nb: 1\n", ["a"], "- x\n- y"),
    ("a:\n  - {x: 1}\n  -\n\nb: 1\n", ["a"], "- {x: 1}\n  -"),
    ("a:\n  b:\n\nc: 1\n", ["a"], "b:"),
    ("x: &x 1\na:\n  - *x\n\n\nb: 1\n", ["a"], "- *x"),
    ("a: {\n  b: 1,\n}\n", ["a"], "{\n  b: 1,\n}"),
    ("a: [[x], [y]] # c\n", ["a", "1"], "[y]"),
    ("{\"a\": {\"b\": [1, 2 ]} }", ["a"], "{\"b\": [1, 2 ]}"),
    ("{\"a\": 1.50 }", ["a"], "1.50"),
  ])
  func ofContent(text: String, path: [String], expected: String) {
    #expect(source(text, path) == expected)
  }

  @Test(arguments: [
    ("a:   # c\nb: 1\n", "a", 2), ("? a\n\n? b\n", "a", 3), ("{a: , b: 1}", "a", 3),
    ("{a, b: 1}", "a", 2), ("a:\n", "a", 2), ("{a : }", "a", 4),
  ])
  func ofAnEmptyValueIsWhereItWouldStand(text: String, key: String, offset: UInt32) {
    let range = Outcome(text).root?[key]?.range
    #expect(range.map { [$0.start, $0.end] } == [offset, offset])
  }

  @Test func ofUTF16AreThoseOfTheSameTextInUTF8() throws {
    let text = "é: 😀\nlist: [a, ü]\n"
    let units = Array(text.utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let expected = try everyNode(#require(Outcome(text).root)).map(\.range)
    for bytes in [little, big] {
      let outcome = Outcome(bytes: bytes)
      #expect(try everyNode(#require(outcome.root)).map(\.range) == expected)
      #expect(outcome.root?["list"].map { outcome.source($0.range) } == "[a, ü]")
    }
  }

  @Test(arguments: [
    ("plain text", "a: plain text\n"), ("it's", "a: 'it''s'\n"), ("one two", "a: one\n   two\n"),
    ("tab\té\\\"x😀", "a: \"tab\\té\\\\\\\"\\x78\\U0001F600\"\n"),
    ("tab\t😀/", "{\"a\": \"tab\\t\\ud83d\\ude00\\/\"}"),
    ("one two", "a: \"one \\\n    two\"\n"), ("one two", "a: \"one\n    two\"\n"),
    ("{\"k\":\n  1}\n", "a: |\n   {\"k\":\n     1}\nb: 1\n"), ("x y\n", "a: >\n   x\n   y\n"),
  ])
  func ofTextAreFoundThroughEscapesAndFolding(text: String, source: String) throws {
    let outcome = Outcome(source)
    let node = try #require(outcome.root?["a"])
    #expect(node.text == text)
    for (i, byte) in node.utf8.enumerated() where byte > 0x20 && byte < 0x7F {
      let start = Int(node.range(ofText: i..<i + 1).start)
      let there = Array(outcome.file.bytes[start...].prefix(4))
      let escapes: [UInt8: String] = [0x78: "\\x78", 0x5C: "\\\\", 0x22: "\\\"", 0x2F: "\\/"]
      let isEscaped =
        there.first == 0x5C && escapes[byte].map { there.starts(with: $0.utf8) } == true
      #expect(there.first == byte || isEscaped, "byte \(i) of \(text)")
    }
    #expect(node.range(ofText: 0..<node.utf8.count).end <= node.range.end)
  }
}
