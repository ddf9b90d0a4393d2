import Diagnostics
import Testing

@testable import YAMLTree

@Suite("JSON is read by the same door")
struct JSONTests {
  @Test(arguments: [
    (
      "{\"a\": [1.0, -0, 1e400, true, false, null]}", "{\"a\": [1.0, -0, 1e400, true, false, null]}"
    ),
    ("[]", "[]"), ("{}", "{}"), ("[[], {}]", "[[], {}]"),
    ("\t{\r\n\t\"a\"\t:\t1\r\n}\r\n", "{\"a\": 1}"),
    ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\"\\/\u{8}\u{C}\\n\r\t\"]"),
    ("[\"\\u0041\\u00e9\\u20ac\\ud83d\\ude00\"]", "[\"Aé€😀\"]"),
    (
      "[\"\\ud83d\", \"\\ude00x\", \"\\ud83d\\u0041\"]",
      "[\"\u{FFFD}\", \"\u{FFFD}x\", \"\u{FFFD}A\"]"
    ),
    ("[\"a\u{7F}b\", \"é😀\"]", "[\"a\u{7F}b\", \"é😀\"]"),
    ("\u{FEFF}{\"a\": 1}", "{\"a\": 1}"),
    ("{\"<<\": {\"a\": 1}, \"&x\": \"*y\"}", "{\"<<\": {\"a\": 1}, \"&x\": \"*y\"}"),
    (
      "{\"\(String(repeating: "k", count: 2000))\": 1}",
      "{\"\(String(repeating: "k", count: 2000))\": 1}"
    ),
  ])
  func reads(text: String, expected: String) {
    let outcome = Outcome(text)
    #expect(outcome.summary == expected)
    #expect(outcome.tree?.isJSON == true)
    #expect(Outcome(text, path: "test.json").summary == expected)
  }

  @Test(arguments: ["{a: 1}", "{'a': 1}", "[a b, c]", "{\"a\": 1,}", "{\"a\": 1} # end"])
  func bracketsMayBeFlowYAML(text: String) {
    #expect(Outcome(text).tree?.isJSON == false)
    #expect(Outcome(text, path: "test.json").diagnostics.map(\.id) == ["syntax/json"])
  }

  @Test(arguments: [
    ("1", "1"), ("\"a\"", "\"a\""), ("null", "null"),
  ])
  func namedJSONMayBeAScalar(text: String, expected: String) {
    #expect(Outcome(text, path: "test.json").summary == expected)
  }

  @Test(arguments: [
    ("{\"a\": 1,}", "1:8 a comma stands before '}'"),
    ("[1, 2, ]", "1:6 a comma stands before ']'"),
    ("{\"a: 1}", "1:8 the string has no closing '\"' on its line"),
    ("{\"a\": \"x\n}", "1:9 the string has no closing '\"' on its line"),
    ("{\"a\": 1\n \"b\": 2}", "2:2 expected ',' or '}', found '\"'"),
    ("[1 2]", "1:4 expected ',' or ']', found '2'"),
    ("{\"a\" 1}", "1:6 expected ':' after the key, found '1'"),
    ("{a: 1}", "1:2 expected a key in double quotes, found 'a'"),
    ("{'a': 1}", "1:2 expected a key in double quotes, found '''"),
    ("{\"a\": True}", "1:7 expected a value, found 'True'"),
    ("{\"a\": nullx}", "1:7 expected a value, found 'nullx'"),
    ("{\"a\": }", "1:7 expected a value, found '}'"),
    ("{\"a\": {\"b\": 1}", "1:15 expected ',' or '}', found the end of the file"),
    ("[1, 2", "1:6 expected ',' or ']', found the end of the file"),
    ("[1}", "1:3 '}' cannot close '['"),
    ("{\"a\": 1 // x\n}", "1:9 JSON has no comments, but '//' stands here"),
    ("{ /* x */ }", "1:3 JSON has no comments, but '/*' stands here"),
    ("{\"a\": 1}\n{\"b\": 1}", "2:1 '{' follows the end of the JSON value"),
    ("{\"a\": 1}]", "1:9 ']' follows the end of the JSON value"),
    ("[01]", "1:2 a number must not start with '0'"),
    ("[-]", "1:3 a digit must follow '-'"),
    ("[1.]", "1:4 a digit must follow '.'"),
    ("[1e]", "1:4 an exponent needs a digit"),
    ("[+1]", "1:2 expected a value, found '+'"),
    ("[.5]", "1:2 expected a value, found '.'"),
    ("[NaN]", "1:2 expected a value, found 'NaN'"),
    ("[\"\\x\"]", "1:3 '\\x' is no escape"),
    ("[\"\\u12\"]", "1:3 four hexadecimal digits must follow '\\u'"),
    ("[\"a\tb\"]", "1:4 a tab stands inside a string"),
    ("[\"a\u{1}b\"]", "1:4 control character 0x01 in a string"),
    ("{\"a\": 1, \"a\": 2}", "1:10 key 'a' occurs twice in the same mapping"),
    ("{\"a\": 1, \"\\u0061\": 2}", "1:10 key 'a' occurs twice in the same mapping"),
    ("[é]", "1:2 expected a value, found 'é'"),
  ])
  func explains(text: String, expected: String) {
    #expect(Outcome(text, path: "test.json").summary == expected)
  }

  @Test(arguments: [
    // Neither language: what the text looks like decides whose complaint is shown.
    ("{\"a\": 1\n \"b\": 2}", "syntax/json"), ("[{\"a\": 1]", "syntax/json"),
    ("{a: 1\n b: 2}", "syntax/yaml"), ("{\"a\": 1 // x\n}", "syntax/json"),
  ])
  func theMoreTellingComplaintIsShown(text: String, id: String) {
    #expect(Outcome(text).diagnostics.map(\.id) == [id])
  }
}
