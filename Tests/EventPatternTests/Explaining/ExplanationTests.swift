import Testing

@testable import EventPattern

@Suite("Patterns in plain words")
struct ExplanationTests {
  @Test func ofOneCombination() throws {
    let pattern = try EventPattern(
      json: Array(
        #"""
        {"source": ["my.app", {"prefix": "aws."}], "detail": {
          "weight": [{"numeric": [">", 0, "<=", 5.5]}, {"exists": false}],
          "state": [{"anything-but": ["a", "b", "c"]}], "ip": ["10.0.0.1", {"cidr": "::/0"}],
          "name": [{"suffix": {"equals-ignore-case": ".png"}}, {"wildcard": "a\\*b*"}]}}
        """#.utf8))
    #expect(
      pattern.explanation() == """
        an event matches if all of this holds:
        - detail.ip is the address 10.0.0.1, however it is written, or is an address in ::/0
        - detail.name ends with ".png" in any case, or fits "a\\\\*b*", where * is any text
        - detail.state has a value that is not "a", "b" or "c"
        - detail.weight is a number above 0 and of at most 5.5, or has no value
        - source is "my.app", or begins with "aws."
        Where it holds a list, one element that passes is enough.

        """)
  }

  @Test func ofBranches() throws {
    let pattern = try EventPattern(
      json: Array(#"{"$or": [{"a": [1]}, {"b": [true, null]}]}"#.utf8), dialect: .snsBody)
    #expect(
      pattern.explanation() == """
        a message matches in any of these 2 cases:
        case 1, if all of this holds:
        - a is the number 1
        case 2, if all of this holds:
        - b is true, or is null
        Where it holds a list, one element that passes is enough.

        """)
  }

  /// Written as JSON again, every test reads as the same test.
  @Test(arguments: [
    #""a\"\\\u0001é""#, #"{"exactly":"a"}"#, "300.0", "true", "null", #"{"prefix":"a"}"#,
    #"{"suffix":{"equals-ignore-case":"a"}}"#, #"{"equals-ignore-case":"a"}"#,
    #"{"wildcard":"a\\*\\\\*b"}"#, #"{"numeric":["=",1]}"#, #"{"numeric":[">=",-1.5,"<",1e+30]}"#,
    #"{"numeric":["<",2]}"#, #"{"cidr":"10.0.0.1/8"}"#, #"{"exists":false}"#,
    #"{"anything-but":["a","b"]}"#, #"{"anything-but":[1,2.0]}"#,
    #"{"anything-but":{"prefix":"a"}}"#, #"{"anything-but":{"suffix":["a","b"]}}"#,
    #"{"anything-but":{"equals-ignore-case":"a"}}"#, #"{"anything-but":{"wildcard":["*a","b*"]}}"#,
  ])
  func testsAsJSON(_ text: String) throws {
    func tests(_ text: String) throws -> [ValueTest] {
      try EventPattern(json: Array("{\"v\":[\(text)]}".utf8)).alternatives[0].fields[0].tests
    }
    let read = try tests(text)
    #expect(try tests(read[0].json) == read)
  }
}
