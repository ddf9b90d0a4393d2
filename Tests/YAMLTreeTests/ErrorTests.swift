import Diagnostics
import Testing

@testable import YAMLTree

@Suite("A syntax error says what was expected, where, and what to do")
struct ErrorTests {
  static let corpus: [(text: String, expected: String)] = [
    // Tabs.
    ("a:\n\tb: 1\n", "2:1 a tab stands in the indentation, which YAML does not allow"),
    ("a:\n  b: 1\n  \tc: 2\n", "3:3 a tab stands in the indentation, which YAML does not allow"),
    ("a:\n\t- x\n", "2:1 a tab stands in the indentation, which YAML does not allow"),
    ("-\tx: 1\n", "1:2 a tab follows '-'"),
    // Colons.
    ("a: 1\nb:2\nc: 3\n", "2:2 a space is missing after ':'"),
    ("b:2\nc: 3\n", "1:2 a space is missing after ':'"),
    ("a:\n  b:2\n  c: 3\n", "2:4 a space is missing after ':'"),
    ("a: b: c\n", "1:5 a second ':' on a line that already has a key"),
    ("a: 1\nb\nc: 2\n", "2:1 expected 'key: value', found 'b'"),
    ("b\na: 1\n", "1:1 expected 'key: value', found 'b'"),
    ("a: 1\nb = 2\n", "2:1 expected 'key: value', found 'b = 2'"),
    (": x\n", "1:1 a key is missing before ':'"),
    ("a:\u{A0}b\nc: 1\n", "1:3 a no-break space (U+00A0) stands after ':'"),
    (String(repeating: "k", count: 1100) + ": 1\n", "1:1 a key is longer than 1024 characters"),
    // Indentation.
    ("a:\n    b: 1\n  c: 2\n", "3:3 no open mapping or list is indented by 2 spaces"),
    ("a:\n  - x\n - y\n", "3:2 no open mapping or list is indented by 1 space"),
    (
      "a: 1\n  b: 2\n",
      "2:3 this line is indented deeper than the one above, which already has a value"
    ),
    (
      "a: |\n   x\n  y\n",
      "3:3 this line is indented less than the first line of the text block above"
    ),
    ("- x\nb: 1\n", "2:1 expected '- ' as in the list above, found 'b: 1'"),
    ("b: 1\n- x\n", "2:1 a list item stands among the keys of a mapping"),
    ("a: - x\n", "1:4 a list cannot start on the line of its key"),
    ("a: ? b\n", "1:4 a key marked with '?' cannot start on this line"),
    ("a:\n  - x\n  -y\n", "3:3 a space is missing after '-'"),
    // Quotes.
    ("a: \"x\nb: 1\n", "3:1 the double quote is not closed before the end of the file"),
    ("a: 'x\n---\nb: 1\n", "2:1 the single quote is not closed before the next document"),
    ("a: \"x\nb: \"y\"\n", "2:5 text follows the closing double quote"),
    ("a: 'it's'\n", "1:8 text follows the closing single quote"),
    ("a: \"\\d+\"\n", "1:5 '\\d' is no escape"),
    ("a: \"C:\\Users\"\n", "1:7 '\\U' takes 8 hexadecimal digits"),
    ("a: \"\\ud83d\"\n", "1:5 the escape names no character"),
    // Brackets.
    ("a: [1, 2\nb: 1\n", "2:1 '[' is not closed before 'b: 1'"),
    ("a: {x: 1\n", "2:1 '{' is not closed before the end of the file"),
    ("a: [\"x\" \"y\"]\n", "1:9 expected ',' or ']', found '\"'"),
    ("a: {x: 1 y: 2}\n", "1:11 expected ',' or '}', found ':'"),
    ("a: [1}\n", "1:6 '}' cannot close '['"),
    ("a: [1]]\n", "1:7 ']' closes nothing"),
    ("a: 1\n}\n", "2:1 '}' closes nothing"),
    ("a: ]\n", "1:4 ']' closes nothing"),
    ("a: {b:[1]}\n", "1:6 a space is missing after ':'"),
    ("a: [1,\n", "2:1 '[' is not closed before the end of the file"),
    ("a: [1, }\n", "1:8 '}' cannot close '['"),
    ("a: [x] y\n", "1:8 text follows the closing ']': 'y'"),
    ("a: , b\n", "1:4 a value is missing before ','"),
    ("a: [\n- x\n]\n", "2:1 a '- ' list cannot stand inside brackets"),
    ("[a]: 1\n", "1:1 a key must be a scalar, not a mapping or sequence"),
    ("? {a: b}\n: 1\n", "1:3 a key must be a scalar, not a mapping or sequence"),
    ("a: &x [1]\n*x : 2\n", "2:1 a key must be a scalar, not a mapping or sequence"),
    // Characters with a meaning of their own.
    ("a: %x\n", "1:4 a plain value cannot start with '%'"),
    ("a: @x\n", "1:4 a plain value cannot start with '@'"),
    ("a: `x`\n", "1:4 a plain value cannot start with '`'"),
    ("a: [|\n x]\n", "1:5 a text block cannot start inside brackets"),
    ("Action: *\n", "1:9 '*' starts an alias, but no name follows"),
    ("a: *.json\n", "1:4 '*' starts an alias, but no name follows"),
    ("a: & b\n", "1:4 '&' starts an anchor, but no name follows"),
    ("a: &b.c d\n", "1:6 the name of an anchor cannot hold '.'"),
    ("a: !x!y z\n", "1:4 tag '!x!y' uses a handle that no %TAG line declares"),
    ("a: !Sub{x}\n", "1:8 a space is missing after the tag in '!Sub{x}'"),
    ("a: !<x b\n", "1:4 '!<x' is no tag"),
    ("a: | x\n  y\n", "1:6 text follows '|' on its line"),
    ("a: |0\n  y\n", "1:5 the indentation after '|' cannot be 0"),
    (
      "%x: 1\n",
      "1:1 '%x: 1' is no directive: a line that starts with '%' must be '%YAML 1.2' or a '%TAG'"
    ),
    ("%YAML 3.0\n---\na: 1\n", "1:1 '%YAML 3.0' asks for another version of YAML"),
    ("a: \u{1}\n", "1:4 the character U+0001 is not allowed in YAML"),
    // Documents.
    ("a: 1\n...\nb: 2\n", "3:1 text follows the end of the document: 'b: 2'"),
    ("[a]\nb\n", "2:1 text follows the end of the document: 'b'"),
    // Text that is not YAML yet.
    ("a: {{ x }}\n", "1:4 the file is a template and not YAML yet: '{{ x }}' is left in it"),
    ("a: {{ x }}-y\n", "1:4 the file is a template and not YAML yet: '{{ x }}-y' is left in it"),
    (
      "a: 1\n{{- if x }}\nb: 1\n{{- end }}\n",
      "2:1 the file is a template and not YAML yet: '{{- if x }}' is left in it"
    ),
    (
      "a: 1\n{% if x %}\nb: 1\n{% endif %}\n",
      "2:1 the file is a template and not YAML yet: '{% if x %}' is left in it"
    ),
    (
      "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n",
      "2:1 an unresolved merge conflict is left in the file: '<<<<<<<'"
    ),
    // Names.
    ("a: 1\nb: 2\na: 3\n", "3:1 key 'a' occurs twice in the same mapping"),
    ("a: 1\n\"a\": 3\n", "2:1 key 'a' occurs twice in the same mapping"),
    ("a: &x [*x]", "1:8 alias '*x' stands inside the node that it names, which would never end"),
    ("a: *x", "1:4 alias '*x' names no anchor before it in this document"),
    ("a: {<<: 1}", "1:9 '<<' takes a mapping or a list of mappings"),
    ("a: {<<: [{b: 1}, c]}", "1:9 '<<' takes a mapping or a list of mappings"),
  ]

  @Test(arguments: corpus)
  func explains(text: String, expected: String) {
    let outcome = Outcome(text)
    #expect(outcome.summary == expected)
    #expect(outcome.tree == nil)
    #expect(outcome.diagnostics.count == 1)
  }

  @Test(arguments: corpus)
  func everyMessageKeepsTheStyle(text: String, expected: String) throws {
    let problem = try #require(Outcome(text).diagnostics.first)
    for line in [problem.message, problem.help ?? ""] + problem.related.map(\.message) {
      #expect(!line.contains("\n") && !line.hasSuffix("."))
    }
    #expect(problem.message.first?.isUppercase != true)
    #expect(problem.help != nil)
    #expect(problem.range.start <= problem.range.end)
    #expect(Int(problem.range.end) <= text.utf8.count)
  }

  @Test(arguments: [
    ("a: \"x\nb: 1\n", "1:4 the quoted text starts here"),
    ("a: [1, 2\n", "1:4 '[' opened here"),
    ("x: 1\ny: {a: 1, b: 2,\n  a: 3}\n", "2:5 first written here"),
    ("a: &x [*x]", "1:7 '&x' starts here"),
  ])
  func theOtherPlaceIsShown(text: String, expected: String) throws {
    let outcome = Outcome(text)
    let other = try #require(outcome.diagnostics.first?.related.first)
    #expect("\(outcome.place(other.range)) \(other.message)" == expected)
  }

  @Test(arguments: [
    ("a: 1\nb:2\nc: 3\n", "write 'b: 2'"),
    ("a: @x y\n", "put it in quotes: '@x y'"),
    ("- &base x\n- *bsae\n", "did you mean 'base'?"),
    ("a:\n    b: 1\n  c: 2\n", "indent it by 0 or 4"),
  ])
  func theHelpSaysWhatToWrite(text: String, help: String) {
    #expect(Outcome(text).diagnostics.first?.help == help)
  }

  @Test func everyDuplicateKeyIsShown() {
    let keys = (1...9).map { "k\($0): 1\n" }.joined()
    #expect(Outcome(keys).diagnostics.isEmpty)
    let places = Outcome(keys + keys).diagnostics.map { Outcome(keys + keys).place($0.range) }
    #expect(places == (10...18).map { "\($0):1" })
  }

  @Test(
    arguments: [
      ([0x61, 0x00, 0x62], "1:2 the file is not text: byte 1 is NUL"),
      (
        [0x61, 0x3A, 0x20, 0xFF],
        "1:4 the file is not UTF-8 text: byte 3, 0xFF, is no part of a character"
      ),
      ([0xC3], "1:1 the file is not UTF-8 text: byte 0, 0xC3, is no part of a character"),
      (
        [0xED, 0xA0, 0x80],
        "1:1 the file is not UTF-8 text: byte 0, 0xED, is no part of a character"
      ),
      ([0x1F, 0x8B, 0x08, 0x00], "1:1 the file is not text but gzip data"),
      ([0x50, 0x4B, 0x03, 0x04, 0x00], "1:1 the file is not text but a zip archive"),
      ([0x61, 0x00, 0x3A, 0x00], "1:2 the file looks like UTF-16 without a byte order mark"),
    ] as [([UInt8], String)])
  func bytesThatAreNoText(bytes: [UInt8], expected: String) {
    let outcome = Outcome(bytes: bytes)
    #expect(outcome.summary == expected)
    #expect(outcome.diagnostics.map(\.id) == ["syntax/encoding"])
  }
}
