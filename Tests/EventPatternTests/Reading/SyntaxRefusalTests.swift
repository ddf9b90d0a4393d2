import Testing

@testable import EventPattern

@Suite("Text that is not JSON, in the words of the service's parser")
struct SyntaxRefusalTests {
  static let value = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"

  static let broken: [(String, String)] = [
    (
      "]",
      "Unexpected close marker ']': expected '}' (for root starting at [Source: (String)\"]\"; line: 1, column: 0])"
    ),
    ("x", "Unrecognized token 'x': was expecting \(value)"),
    (
      "{a: [1]}",
      "Unexpected character ('a' (code 97)): was expecting double-quote to start field name"
    ),
    (
      #"{"a" [1]}"#,
      "Unexpected character ('[' (code 91)): was expecting a colon to separate field name and value"
    ),
    (
      #"{"a": [1 2]}"#,
      "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries"
    ),
    (
      #"{"a": [1] "b": [1]}"#,
      "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries"
    ),
    (#"{"a": [1,]}"#, "Unexpected character (']' (code 93)): expected a valid value \(value)"),
    (
      #"{"a": [1],}"#,
      "Unexpected character ('}' (code 125)): was expecting double-quote to start field name"
    ),
    (#"{"a": }"#, "Unexpected character ('}' (code 125)): expected a value"),
    (#"{"a": [01]}"#, "Invalid numeric value: Leading zeroes not allowed"),
    (
      #"{"a": [-x]}"#,
      "Unexpected character ('x' (code 120)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value"
    ),
    (
      #"{"a": [1.x]}"#,
      "Unexpected character ('x' (code 120)) in numeric value: Decimal point not followed by a digit"
    ),
    (
      #"{"a": [1e]}"#,
      "Unexpected character (']' (code 93)) in numeric value: Exponent indicator not followed by a digit"
    ),
    (#"{"a": [.5]}"#, "Unexpected character ('.' (code 46)): expected a valid value \(value)"),
    (
      #"{"a": [+5]}"#,
      "Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow numbers to have plus signs: enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow"
    ),
    (
      #"{"a": [NaN]}"#,
      "Non-standard token 'NaN': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow"
    ),
    (#"{"a": [tru]}"#, "Unrecognized token 'tru': was expecting \(value)"),
    (#"{"a": [nullx]}"#, "Unrecognized token 'nullx': was expecting \(value)"),
    (#"{"a": ['x']}"#, "Unexpected character (''' (code 39)): expected a valid value \(value)"),
    (#"{"a": ["\x"]}"#, "Unrecognized character escape 'x' (code 120)"),
    (
      #"{"a": ["\u00g0"]}"#,
      "Unexpected character ('g' (code 103)): expected a hex-digit for character escape sequence"
    ),
    (
      "{\"a\": [\"b\nc\"]}",
      "Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value"
    ),
    (
      "{\"a\": [1]\u{1}}",
      "Illegal character ((CTRL-CHAR, code 1)): only regular white space (\\r, \\n, \\t) is allowed between tokens"
    ),
    (
      #"{"a": [1 /* no */]}"#,
      "Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)"
    ),
    ("{\"a\": [é]}", "Unrecognized token 'é': was expecting \(value)"),
    (
      "{\"a\": […]}",
      "Unexpected character ('…' (code 8230 / 0x2026)): expected a valid value \(value)"
    ),
    (#"{"a": ["b"#, "Unexpected end-of-input: was expecting closing quote for a string value"),
    (#"{"a"#, "Unexpected end-of-input in field name"),
    (#"{"a""#, "Unexpected end-of-input within/between Object entries"),
    (
      #"{"a": [1]"#,
      "Unexpected end-of-input: expected close marker for Object (start marker at [Source: (String)\"{\"a\": [1]\"; line: 1, column: 1])"
    ),
    (
      #"{"a": [1}"#,
      "Unexpected close marker '}': expected ']' (for Array starting at [Source: (String)\"{\"a\": [1}\"; line: 1, column: 7])"
    ),
  ]

  @Test(arguments: broken) func theReasonGiven(_ pattern: String, _ reason: String) {
    #expect(refusal(of: pattern)?.reason == reason)
  }

  /// A field's name is read together with the start of its value, a string only when it is needed.
  @Test func orderOfLooking() {
    #expect(refusal(of: #"{"a": tru}"#)?.reason.hasPrefix("Unrecognized token") == true)
    #expect(refusal(of: #"{"a": "\x"}"#)?.reason == #""a" must be an object or an array"#)
    #expect(refusal(of: #"{"$or": tru"#)?.reason.hasPrefix("Unrecognized token") == true)
  }

  @Test func boundsOfTheParser() {
    let deep = String(repeating: "{\"a\":", count: 1001)
    #expect(
      refusal(of: deep)?.reason
        == "Document nesting depth (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNestingDepth()`)"
    )
    let number = String(repeating: "1", count: 1001)
    #expect(
      refusal(of: "{\"a\": [\(number)]}")?.reason
        == "Number value length (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNumberLength()`)"
    )
    #expect(refusal(of: "{\"a\": [\(number.dropLast())]}") == nil)
  }

  @Test func bytesThatAreNoText() {
    let bytes = Array("{\"a\": [\"".utf8) + [0xFF] + Array("\"]}".utf8)
    #expect(throws: InvalidPattern.self) { try EventPattern(json: bytes) }
  }
}
