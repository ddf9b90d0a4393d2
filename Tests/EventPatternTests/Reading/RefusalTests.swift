import Testing

@testable import EventPattern

@Suite("Refused patterns, in the service's words")
struct RefusalTests {
  /// What stands in the match array of a field, and the reason it is refused for.
  static let matchers: [(String, String)] = [
    (#"{"v": 1}"#, #""v" must be an object or an array"#),
    (#"{"v": "x"}"#, #""v" must be an object or an array"#),
    (#"{"v": null}"#, #""v" must be an object or an array"#),
    (#"[]"#, "Filter is not an object"),
    ("", "Filter is not an object"),
    ("{}", "Empty objects are not allowed"),
    (#"{"v": {}}"#, "Empty objects are not allowed"),
    (#"{"v": []}"#, "Empty arrays are not allowed"),
    (#"{"v": [[]]}"#, "Match value must be String, number, true, false, or null"),
    (#"{"v": [{}]}"#, "Match expression name not found"),
    (#"{"v": [{"prefix": "a", "suffix": "b"}]}"#, "Only one key allowed in match expression"),
    (#"{"v": [{"prefix": "a", "prefix": "b"}]}"#, "Only one key allowed in match expression"),
    (#"{"v": [{"Prefix": "a"}]}"#, "Unrecognized match type Prefix"),
    (#"{"v": [{"$or": []}]}"#, "Unrecognized match type $or"),
    (#"{"v": [{"exactly": 1}]}"#, "exact match pattern must be a string"),
    (#"{"v": [{"prefix": ["a"]}]}"#, "prefix match pattern must be a string"),
    (#"{"v": [{"suffix": 1}]}"#, "suffix match pattern must be a string"),
    (#"{"v": [{"prefix": {}}]}"#, "Prefix expression name not found"),
    (#"{"v": [{"suffix": {}}]}"#, "Suffix expression name not found"),
    (#"{"v": [{"prefix": {"wildcard": "a"}}]}"#, "Unsupported prefix pattern: wildcard"),
    (#"{"v": [{"suffix": {"prefix": "a"}}]}"#, "Unsupported suffix pattern: prefix"),
    (
      #"{"v": [{"prefix": {"equals-ignore-case": 1}}]}"#,
      "equals-ignore-case match pattern must be a string"
    ),
    (#"{"v": [{"equals-ignore-case": []}]}"#, "equals-ignore-case match pattern must be a string"),
    (#"{"v": [{"wildcard": 1}]}"#, "wildcard match pattern must be a string"),
    (#"{"v": [{"wildcard": "**"}]}"#, "Consecutive wildcard characters at pos 1"),
    (#"{"v": [{"wildcard": "é**"}]}"#, "Consecutive wildcard characters at pos 3"),
    (#"{"v": [{"wildcard": "\\*\\x"}]}"#, "Invalid escape character at pos 3"),
    (#"{"v": [{"wildcard": "a\\"}]}"#, "Invalid escape character at pos 2"),
    (#"{"v": [{"exists": 1}]}"#, "exists match pattern must be either true or false."),
    (#"{"v": [{"exists": "true"}]}"#, "exists match pattern must be either true or false."),
  ]

  static let numeric: [(String, String)] = [
    ("1", "Value of numeric must be an array."),
    ("[]", "Invalid member in numeric match: ]"),
    ("[1]", "Invalid member in numeric match: 1"),
    ("[null]", "Invalid member in numeric match: null"),
    (#"["!=", 1]"#, "Unrecognized numeric range operator: !="),
    (#"["=", "1"]"#, "Value of equals must be numeric"),
    (#"["<", null]"#, "Value of < must be numeric"),
    (#"["<="]"#, "Value of <= must be numeric"),
    (#"[">", true]"#, "Value of > must be numeric"),
    (#"[">=", []]"#, "Value of >= must be numeric"),
    (#"["=", 1, 2]"#, "Too many elements in numeric expression"),
    (#"["<", 2, ">", 0]"#, "Too many elements in numeric expression"),
    (#"[">", 0, 1]"#, "Bad value in numeric range: 1"),
    (#"[">", 0, {"a": 1}]"#, "Bad value in numeric range: {"),
    (#"[">", 0, ">=", 1]"#, "Bad numeric range operator: >="),
    (#"[">", 0, "<", "1"]"#, "Value of < must be numeric"),
    (#"[">", 0, "<", 1, 2]"#, "Too many terms in numeric range expression"),
    (#"[">", 1, "<", 0]"#, "Bottom must be less than top"),
    (#"[">=", 1, "<=", 1.0]"#, "Bottom must be less than top"),
    (#"["=", 1e309]"#, "Cannot compare number : 1e309"),
    (#"["=", 5e-324]"#, "Cannot compare number : 5e-324"),
    (#"[">", 9007199254740993]"#, "Cannot compare number : 9007199254740993"),
    (#"[">", 1e400, "<", 0]"#, "Cannot compare number : 1e400"),
  ]

  static let anythingBut: [(String, String)] = [
    ("null", "Value of anything-but must be an array or single string/number value."),
    ("true", "Value of anything-but must be an array or single string/number value."),
    (
      #"{"prefix": null}"#,
      "Value of anything-but must be an array or single string/number value."
    ),
    (
      #"{"prefix": {"equals-ignore-case": "a"}}"#,
      "Value of anything-but must be an array or single string/number value."
    ),
    ("{}", "Anything-But expression name not found"),
    (
      "[]",
      "Inside anything but list, either all values are number or string, mixed type is not supported"
    ),
    (
      #"[1, "a"]"#,
      "Inside anything but list, either all values are number or string, mixed type is not supported"
    ),
    ("[null]", "Inside anything but list, start|null|boolean is not supported."),
    (#"["a", {"prefix": "b"}]"#, "Inside anything but list, start|null|boolean is not supported."),
    (#"{"prefix": ""}"#, "Null prefix/suffix not allowed"),
    (#"{"suffix": ["a", ""]}"#, "Null prefix/suffix not allowed"),
    (#"{"prefix": 1}"#, "prefix/suffix match pattern must be a string"),
    (#"{"suffix": [null]}"#, "prefix/suffix match pattern must be a string"),
    (#"{"wildcard": 1}"#, "wildcard match pattern must be a string"),
    (#"{"wildcard": ["a", "b**"]}"#, "Consecutive wildcard characters at pos 2"),
    (
      #"{"equals-ignore-case": 1}"#,
      "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported."
    ),
    (#"{"numeric": [">", 1]}"#, "Unsupported anything-but pattern: numeric"),
    (#"{"cidr": "10.0.0.0/8"}"#, "Unsupported anything-but pattern: cidr"),
    (#"{"exists": true}"#, "Unsupported anything-but pattern: exists"),
    (#"{"anything-but": "a"}"#, "Unsupported anything-but pattern: anything-but"),
    (#"{"prefix": "a", "suffix": "b"}"#, "Too many elements in numeric expression"),
    (#""a", "prefix": "b""#, "Too many elements in numeric expression"),
    ("9007199254740993", "Cannot compare number : 9007199254740993"),
    ("[0.1234567890123456789]", "Cannot compare number : 0.1234567890123456789"),
    (#"{"prefix": []}"#, ""),
    (#"{"suffix": []}"#, ""),
    (#"{"wildcard": []}"#, ""),
    (#"{"equals-ignore-case": []}"#, ""),
  ]

  static let blocks: [(String, String)] = [
    ("10.0.0.1", "Malformed CIDR, one '/' required"),
    ("10.0.0.0/8/8", "Malformed CIDR, one '/' required"),
    ("10.0.0.0/", "Malformed CIDR, one '/' required"),
    ("10.0.0.0/x", "Malformed CIDR, mask bits must be an integer"),
    ("10.0.0.0/99999999999", "Malformed CIDR, mask bits must be an integer"),
    ("10.0.0.0/-1", "Malformed CIDR, mask bits must not be negative"),
    ("10.0.0.0/32", "IPv4 mask bits must be < 32"),
    ("::ffff:0a00:0/112", "IPv4 mask bits must be < 32"),
    ("2001:db8::/128", "IPv6 mask bits must be < 128"),
    ("::ffff:192.0.2.0/120", "Nonstandard IP address: ::ffff:192.0.2.0"),
    ("example.com/8", "Nonstandard IP address: example.com"),
    ("/8", "Nonstandard IP address: "),
    ("256.1.1.1/8", "Invalid IP address: 256.1.1.1"),
    ("1:2/8", "Invalid IP address: 1:2"),
  ]

  static let or: [(String, String)] = [
    (#"{"$or": {"a": [1]}}"#, "It must be an Array followed with $or."),
    (#"{"$or": []}"#, "There must have at least 2 Objects in $or relationship."),
    (#"{"$or": [{"a": [1]}]}"#, "There must have at least 2 Objects in $or relationship."),
    (#"{"$or": ["a"]}"#, "Only JSON object is allowed in array of $or relationship."),
    (#"{"$or": [{"a": [1]}, {}]}"#, "Empty objects are not allowed"),
    (
      #"{"$or": [{"a": {"prefix": [1]}}, {"b": [1]}]}"#,
      "prefix is Ruler reserved fieldName which cannot be used inside $or."
    ),
    (
      #"{"$or": [{"in-date-range": [1]}, {"b": [1]}]}"#,
      "in-date-range is Ruler reserved fieldName which cannot be used inside $or."
    ),
  ]

  @Test(arguments: matchers + or) func theReasonGiven(_ pattern: String, _ reason: String) {
    #expect(refusal(of: pattern)?.reason == reason)
  }

  @Test(arguments: numeric) func ofNumericMatchers(_ value: String, _ reason: String) {
    #expect(refusal(of: #"{"v": [{"numeric": \#(value)}]}"#)?.reason == reason)
  }

  @Test(arguments: anythingBut) func ofAnythingBut(_ value: String, _ reason: String) {
    #expect(refusal(of: #"{"v": [{"anything-but": \#(value)}]}"#)?.reason == reason)
  }

  @Test(arguments: blocks) func ofAddressBlocks(_ block: String, _ reason: String) {
    #expect(refusal(of: #"{"v": [{"cidr": "\#(block)"}]}"#)?.reason == reason)
  }

  @Test func anAddressBlockThatIsNoString() {
    #expect(
      refusal(of: #"{"v": [{"cidr": 1}]}"#)?.reason == "prefix match pattern must be a string")
  }

  @Test func theFirstInTheTextIsTheOneGiven() {
    #expect(refusal(of: #"{"a": [], "b": 1}"#)?.reason == "Empty arrays are not allowed")
    #expect(refusal(of: #"{"b": 1, "a": []}"#)?.reason == #""b" must be an object or an array"#)
    // The internal failure comes once the whole text is read.
    #expect(
      refusal(of: #"{"a": [{"anything-but": {"prefix": []}}], "b": 1}"#)?.reason
        == #""b" must be an object or an array"#)
  }

  @Test func theWholeAnswerHasAnOpening() {
    #expect(
      refusal(of: "{}")?.message
        == "Event pattern is not valid. Reason: Empty objects are not allowed")
    #expect(refusal(of: #"{"a": [{"anything-but": {"prefix": []}}]}"#)?.message == "")
  }

  static let admitted = [
    #"{"prefix": ["a"]}"#, #"{"v": [{"prefix": ""}, {"suffix": ""}, {"wildcard": ""}]}"#,
    #"{"v": [{"exactly": "a"}]}"#, #"{"v": [{"cidr": "10.0.0.1/24"}, {"cidr": "010.0.0.0/8"}]}"#,
    #"{"v": [{"cidr": "10.0.0.0/8/"}]}"#, #"{"v": [{"cidr": "::/0"}, {"cidr": "0.0.0.0/0"}]}"#,
    #"{"v": [{"numeric": [">", -1e308]}, {"numeric": ["=", 0.1]}]}"#,
    #"{"v": [1e400, 9007199254740993, {"numeric": ["=", 4.9e-324]}]}"#,
    #"{"v": [1]} and more"#, #" { "v" : [ 1 ] , "v" : [ 2 ] } "#,
    #"{"v": [{"anything-but": {"equals-ignore-case": ["a", ""]}}]}"#,
    #"{"$or": [{"$or": [{"a": [1]}, {"b": [1]}]}, {"c": {"$or": [{"d": [1]}, {"e": [1]}]}}]}"#,
  ]

  @Test(arguments: admitted) func othersAreAdmitted(_ pattern: String) {
    #expect(refusal(of: pattern) == nil)
  }
}
