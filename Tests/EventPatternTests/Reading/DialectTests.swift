import Testing

@testable import EventPattern

@Suite("What the other services take")
struct DialectTests {
  static func repeated(_ count: Int) -> String {
    (0..<count).map { "\"v\($0)\"" }.joined(separator: ",")
  }

  static let policies: [(String, PatternDialect, String?)] = [
    (#"{"a": ["x"], "b": [{"numeric": [">", 1]}]}"#, .snsAttributes, nil),
    (#"{"a": [{"prefix": 1}]}"#, .snsAttributes, "prefix match pattern must be a string"),
    (
      #"{"a": {"b": ["x"]}}"#, .snsAttributes,
      "Filter policy scope MessageAttributes does not support nested filter policy"
    ),
    (#"{"a": {"b": ["x"]}}"#, .snsBody, nil),
    (
      #"{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}"#, .snsBody,
      "Filter policy can not have more than 5 keys"
    ),
    (#"{"a":[1],"b":[1],"c":[1],"d":[1],"$or":[{"e":[1]},{"f":[1]}]}"#, .snsBody, nil),
    ("{\"a\": [\(repeated(150))]}", .snsBody, nil),
    ("{\"a\": [\(repeated(151))]}", .snsBody, "Filter policy is too complex"),
    // Values count once for every level that they stand at.
    ("{\"a\": {\"b\": [\(repeated(75))]}}", .snsBody, nil),
    ("{\"a\": {\"b\": [\(repeated(76))]}}", .snsBody, "Filter policy is too complex"),
    ("{\"a\": [\(repeated(15))], \"b\": [\(repeated(10))]}", .snsBody, nil),
    (
      "{\"a\": [\(repeated(16))], \"b\": [\(repeated(10))]}", .snsBody,
      "Filter policy is too complex"
    ),
    // The branches of '$or' are added.
    ("{\"$or\": [{\"a\": [\(repeated(75))]}, {\"b\": [\(repeated(75))]}]}", .snsBody, nil),
    (
      "{\"$or\": [{\"a\": [\(repeated(75))]}, {\"b\": [\(repeated(76))]}]}", .snsBody,
      "Filter policy is too complex"
    ),
    (#"{"a": [{"wildcard": "x*"}]}"#, .snsBody, "Unrecognized match type wildcard"),
    (#"{"a": [{"anything-but": {"prefix": "x"}}]}"#, .snsBody, nil),
    (
      #"{"a": [{"anything-but": {"suffix": "x"}}]}"#, .snsBody,
      "Unsupported anything-but pattern: suffix"
    ),
  ]

  @Test(arguments: policies)
  func topicSubscriptions(_ policy: String, _ dialect: PatternDialect, _ reason: String?) {
    let refusal = refusal(of: policy, in: dialect)
    #expect(refusal?.reason == reason)
    #expect(refusal?.message == reason.map { "Invalid parameter: FilterPolicy: \($0)" })
  }

  @Test func eventSourceMappingsGiveNoReason() {
    let refusal = refusal(of: #"{"body": "x"}"#, in: .eventSourceMapping)
    #expect(refusal?.message == "Invalid filter pattern definition.")
    #expect(refusal?.reason == #""body" must be an object or an array"#)
    #expect(
      EventPatternTests.refusal(of: #"{"a": [{"wildcard": "*"}]}"#, in: .eventSourceMapping) == nil)
  }

  @Test(arguments: [
    #"{"wildcard": "a*"}"#, #"{"anything-but": {"prefix": "a"}}"#,
    #"{"anything-but": {"suffix": "a"}}"#, #"{"anything-but": {"equals-ignore-case": "a"}}"#,
    #"{"anything-but": {"wildcard": "a*"}}"#,
  ])
  func pipesLackOperators(_ matcher: String) {
    #expect(refusal(of: "{\"a\": [\(matcher)]}", in: .pipes) != nil)
    #expect(refusal(of: "{\"a\": [\(matcher)]}") == nil)
  }

  @Test func pipesTakeTheRest() {
    let pattern = #"{"a": ["x", {"prefix": "y"}, {"anything-but": ["z"]}, {"cidr": "::/0"}]}"#
    #expect(refusal(of: pattern, in: .pipes) == nil)
  }

  @Test func dialectsHaveNames() {
    for dialect in PatternDialect.all {
      #expect(PatternDialect(named: dialect.name) == dialect)
    }
    #expect(PatternDialect(named: "kafka") == nil)
    for name in ["event-source-mapping/kafka", "pipes/dynamodb"] {
      #expect(PatternDialect(named: name)?.source != nil, "\(name)")
    }
    #expect(PatternDialect(named: "sns-body/sqs") == nil)
    #expect(Set(PatternDialect.all.map(\.name)).count == PatternDialect.all.count)
  }
}
