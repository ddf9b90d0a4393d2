import Testing

@testable import EventPattern

@Suite("What a pattern comes to once it is read")
struct StructureTests {
  /// Alternatives as `path=tests` with the tests' own words.
  static func outline(_ pattern: String) throws -> [String] {
    let pattern = try EventPattern(json: Array(pattern.utf8))
    return pattern.alternatives.map { alternative in
      alternative.fields.map { field in
        let tests = field.tests.map { test in
          if case .equals(let text) = test { return text.description }
          return "\(test)"
        }
        return "\(field.path)=\(tests.joined(separator: "|"))"
      }.joined(separator: " ")
    }
  }

  static let read: [(String, [String])] = [
    (#"{"b": ["1"], "a": ["2", "3"]}"#, ["a=2|3 b=1"]),
    (#"{"a": {"b": ["1"]}, "a.c": ["2"]}"#, ["a.b=1 a.c=2"]),
    // The last array at a path counts, however the path is written.
    (#"{"a": ["1"], "a": ["2"]}"#, ["a=2"]),
    (#"{"a.b": ["1"], "a": {"b": ["2"]}}"#, ["a.b=2"]),
    (#"{"a": {"x": ["1"]}, "a": {"y": ["2"]}}"#, ["a.x=1 a.y=2"]),
    // A branch overrides what stands before it and is overridden by what follows.
    (#"{"a": ["0"], "$or": [{"a": ["1"]}, {"b": ["2"]}]}"#, ["a=1", "a=0 b=2"]),
    (#"{"$or": [{"a": ["1"]}, {"b": ["2"]}], "a": ["0"]}"#, ["a=0", "a=0 b=2"]),
    // Each branch is tried on all combinations so far.
    (
      #"{"$or": [{"a": ["1"]}, {"a": ["2"]}], "x": {"$or": [{"b": ["3"]}, {"b": ["4"]}]}}"#,
      ["a=1 x.b=3", "a=2 x.b=3", "a=1 x.b=4", "a=2 x.b=4"]
    ),
    // No dot follows names that are empty up to there.
    (#"{"": {"b": ["1"]}, "a": {"": ["2"]}, "c": {"": {"d": ["3"]}}}"#, ["a.=2 b=1 c..d=3"]),
    (#"{"a.": ["1"], "": {"": ["2"]}}"#, ["=2 a.=1"]),
    // Paths stand in the order of their UTF-16 units.
    (#"{"\uE000": ["1"], "😀": ["2"], "z": ["3"]}"#, ["z=3 😀=2 \u{E000}=1"]),
    (#"{"a": ["\ud83d\ude00", "\ud83d", "\u0041"]}"#, ["a=😀|?|A"]),
  ]

  @Test(arguments: read) func asTheServiceExpandsIt(_ pattern: String, _ wanted: [String]) throws {
    #expect(try Self.outline(pattern) == wanted)
  }

  @Test func combinationsUpToAThousand() throws {
    func or(_ count: Int) -> String {
      let branches = (0..<count).map { "{\"k\($0)\":[1]}" }
      return "{\"$or\":[\(branches.joined(separator: ","))]}"
    }
    let thousand = "{\"a\":\(or(10)),\"b\":\(or(10)),\"c\":\(or(10))}"
    #expect(try EventPattern(json: Array(thousand.utf8)).alternatives.count == 1000)
    let more = "{\"a\":\(or(7)),\"b\":\(or(11)),\"c\":\(or(13))}"
    #expect(refusal(of: more)?.reason == "Or operator is producing over 1000 rule combinations")
    let huge = "{" + (0..<60).map { "\"x\($0)\":\(or(9))" }.joined(separator: ",") + "}"
    #expect(refusal(of: huge)?.reason == "Or operator is producing over 1000 rule combinations")
  }

  @Test func aCombinationHoldsUpTo256Fields() throws {
    func fields(_ count: Int) -> String {
      "{" + (0..<count).map { "\"k\($0)\":[1]" }.joined(separator: ",") + "}"
    }
    #expect(refusal(of: fields(256)) == nil)
    #expect(refusal(of: fields(257))?.message == "")
  }

  @Test func nestingIsNoDanger() throws {
    let objects =
      String(repeating: "{\"a\":", count: 999) + "[1]" + String(repeating: "}", count: 999)
    #expect(try EventPattern(json: Array(objects.utf8)).alternatives.count == 1)
    let branches =
      String(repeating: "{\"$or\":[{\"a\":[1]},", count: 499) + "{\"b\":[1]}"
      + String(repeating: "]}", count: 499)
    #expect(try EventPattern(json: Array(branches.utf8)).alternatives.count == 500)
  }

  static let exact: [(String, Double?)] = [
    ("0", 0), ("-0", 0), ("-0.0", 0), ("0e999999999999999999", 0), ("300", 300), ("300.0", 300),
    ("3.0e2", 300), ("0.1", 0.1), ("0.10", 0.1), ("1e23", 1e23), ("100000000000000000000000", 1e23),
    ("9007199254740992", 9_007_199_254_740_992), ("9007199254740993", nil),
    ("1.0000000000000001", nil), ("0.1234567890123456789", nil), ("1e308", 1e308),
    ("1.7976931348623157e308", .greatestFiniteMagnitude), ("1e309", nil), ("1e-400", nil),
    ("-1e99999999999999999999", nil), ("4.9e-324", .leastNonzeroMagnitude), ("5e-324", nil),
    ("1e-323", nil), ("9.9e-324", .leastNonzeroMagnitude * 2),
    ("1.5e-323", .leastNonzeroMagnitude * 3),
    ("2.2250738585072014E-308", .leastNormalMagnitude),
    ("0.30000000000000004", 0.30000000000000004),
  ]

  @Test(arguments: exact) func numbersThatAreDoubles(_ text: String, _ value: Double?) {
    #expect(exactDouble(Array(text.utf8)) == value)
  }

  static let addresses: [(String, [UInt8]?)] = [
    ("10.0.0.1", [10, 0, 0, 1]), ("010.000.0.255", [10, 0, 0, 255]), ("256.0.0.1", nil),
    ("1.2.3", nil), ("1.2.3.4.5", nil), ("0000000001.2.3.4", nil), (" 1.2.3.4", nil),
    ("1..2.3", nil),
    ("::", [UInt8](repeating: 0, count: 16)), ("::1", [UInt8](repeating: 0, count: 15) + [1]),
    ("0:0:0:0:0:0:0:1", [UInt8](repeating: 0, count: 15) + [1]),
    ("00001::", [0, 1] + [UInt8](repeating: 0, count: 14)), ("10000::", nil),
    ("::ffff:0a00:0001", [10, 0, 0, 1]), ("::ffff:10.0.0.1", nil), (":", nil), (":1::", nil),
    ("1::2::3", nil), (":::", nil), ("1:2:3:4:5:6:7:8:9", nil), ("1:2:3:4:5:6:7:", nil),
    ("1:2:3:4:5:6:7::", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0]), ("fe80::1%eth0", nil),
  ]

  @Test(arguments: addresses) func addressesThatTheServiceReads(_ text: String, _ bytes: [UInt8]?) {
    #expect(ipAddress(Array(text.utf8)) == bytes)
  }
}
