import PatternOracle
import Testing

/// Pairs on which a table once disagreed with the interpreter.
@Suite("Pairs that random comparison has found")
struct FoundByChanceTests {
  @Test(arguments: [
    // An empty key of the root stays at the root, whether or not a rule tests the empty path.
    (#"{"":{"b":[1]},"a":{"":{"c":[2]}}}"#, #"{"a":{"":{"c":2}},"":{"b":1}}"#, OracleVerdict.match),
    // The path is `b` alone, so no rule names an empty key and the event's is not followed.
    (#"{"":{"b":[1]}}"#, #"{"":{"b":1}}"#, .noMatch),
    // A network begins at its own address and not at the host that it is written with.
    (#"{"v":[{"cidr":"10.0.0.77/25"}]}"#, #"{"v":"10.0.0.1"}"#, .match),
    (#"{"v":[{"cidr":"10.0.0.77/25"}]}"#, #"{"v":"10.0.0.127"}"#, .match),
    (#"{"v":[{"cidr":"10.0.0.77/25"}]}"#, #"{"v":"10.0.0.128"}"#, .noMatch),
    (#"{"v":[{"cidr":"2001:db8::f/125"}]}"#, #"{"v":"2001:db8::8"}"#, .match),
    // A backslash escapes itself and the star; a mark that combines with it does not make it another.
    ("{\"v\":[{\"wildcard\":\"a\\\\\u{59A}\"}]}", #"{"v":"a"}"#, .invalid),
    ("{\"v\":[{\"wildcard\":\"a\\\\\\\\\u{59A}\"}]}", "{\"v\":\"a\\\\\u{59A}\"}", .match),
    // Nor does one that combines with a digit.
    ("{\"v\":[8\u{362}]}", #"{"v":8}"#, .invalid),
  ])
  func agree(pattern: String, event: String, expected: OracleVerdict) throws {
    #expect(oracleVerdict(pattern: pattern, event: event) == expected)
    #expect(try verdict(pattern: pattern, event: event).rawValue == expected.rawValue)
  }
}
