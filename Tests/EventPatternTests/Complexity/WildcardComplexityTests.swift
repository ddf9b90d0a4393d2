import PatternOracle
import Testing

@testable import EventPattern

@Suite("How complex the wildcards of a rule may be")
struct WildcardComplexityTests {
  static func wildcards(_ texts: [String]) -> String {
    let list = texts.map { "{\"wildcard\":\"\($0)\"}" }
    return "{\"v\":[\(list.joined(separator: ","))]}"
  }

  static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static func isTooComplex(_ pattern: String) -> Bool {
    refusal(of: pattern)?.reason.hasPrefix("Rule is too complex") == true
  }

  static let admitted = [
    wildcards([repeated("*a", 5)]),
    wildcards(["*:event-bus/*"]),
    wildcards([repeated("*a", 4) + "*"]),
    wildcards(["*" + repeated("abc", 8) + "*"]),
    wildcards((0..<10).map { "\($0)*x" }),
    wildcards((0..<10).map { "\($0)" }),
    wildcards(["*a*", "*a*"]),
    // One pattern, however many wildcards it excludes.
    #"{"v": [{"anything-but": {"wildcard": ["0*x","1*x","2*x","3*x","4*x","5*x","6*x","7*x","8*x","9*x","10*x"]}}]}"#,
    // Fields are weighed apart.
    #"{"a": [{"wildcard": "*a*a*a"}], "b": [{"wildcard": "*a*a*a"}]}"#,
    // What only an absent field leads to is not weighed.
    #"{"a": [{"exists": false}], "z": [{"wildcard": "*a*a*a*a*a*a"}]}"#,
    // Branches whose earlier fields differ are weighed apart.
    #"{"$or": [{"a": [1], "z": [{"wildcard": "*a*a*a*a"}]}, {"a": [2], "z": [{"wildcard": "*b*b*b*b"}]}]}"#,
  ]

  static let refused = [
    wildcards([repeated("*a", 5) + "*"]),
    wildcards([repeated("*a", 6)]),
    wildcards(["*:*:*:*:*:event-bus/*"]),
    wildcards(["*" + repeated("abc", 9) + "*"]),
    wildcards((0..<11).map { "\($0)*x" }),
    wildcards((0..<11).map { "\($0)" }),
    #"{"v": [{"anything-but": {"wildcard": ["*a0*","*a1*","*a2*"]}}, {"anything-but": {"wildcard": ["*a2*","*a1*","*a0*"]}}]}"#,
    #"{"a": ["literal"], "z": [{"wildcard": "*a*a*a*a*a*a"}]}"#,
    #"{"$or": [{"a": [1], "z": [{"wildcard": "*a*a*a*a"}]}, {"a": [1.0], "z": [{"wildcard": "*b*b*b*b"}]}]}"#,
    #"{"$or": [{"a": [{"cidr": "10.0.0.0/24"}], "z": [{"wildcard": "*a*a*a*a"}]}, {"a": [{"cidr": "10.0.0.9/24"}], "z": [{"wildcard": "*b*b*b*b"}]}]}"#,
    #"{"$or": [{"a": [{"anything-but": ["x", "y"]}], "z": [{"wildcard": "*a*a*a*a"}]}, {"a": [{"anything-but": ["y", "x"]}], "z": [{"wildcard": "*b*b*b*b"}]}]}"#,
  ]

  /// A literal beside a wildcard leads all branches to one state, and the wildcard's copies add up
  /// all the same.
  @Test(arguments: [3: true, 4: true, 5: false, 6: false, 12: false, 13: false])
  func copiesBesideALiteralAddUp(branches: Int, isAdmitted: Bool) {
    let others = (0..<branches).map { "{\"x\($0)\":[1]}" }.joined(separator: ",")
    let pattern = #"{"$or":[\#(others)],"a":["b",{"wildcard":"*é*"}]}"#
    #expect(Self.isTooComplex(pattern) == !isAdmitted)
    #expect((oracleVerdict(pattern: pattern, event: "{}") == .invalid) == !isAdmitted)
  }

  @Test(arguments: admitted) func isWithinTheLimit(_ pattern: String) {
    #expect(refusal(of: pattern) == nil)
  }

  @Test(arguments: refused) func isBeyondTheLimit(_ pattern: String) {
    #expect(Self.isTooComplex(pattern))
  }

  /// The oracle walks all sets of states that texts lead to; the reader reasons about them.
  @Test func agreesWithWalkingTheAutomaton() {
    let seed: UInt64 = 7
    var random = PatternGenerator(seed: seed)
    var refused = 0
    for _ in 0..<500 {
      let branches = (0..<Int.random(in: 2...3, using: &random)).map { _ in
        let field = Bool.random(using: &random) ? "\"a\":[\"x\"]," : ""
        return "{\(field)\"z\":[\(Self.tests(&random))]}"
      }
      let pattern = "{\"$or\":[\(branches.joined(separator: ","))]}"
      let wanted = oracleVerdict(pattern: pattern, event: "{}") == .invalid
      #expect(Self.isTooComplex(pattern) == wanted, "seed \(seed): \(pattern)")
      refused += wanted ? 1 : 0
    }
    #expect((50..<450).contains(refused))
  }

  private static func tests(_ random: inout PatternGenerator) -> String {
    let count = Int.random(in: 1...3, using: &random)
    return (0..<count).map { _ in
      let texts = (0..<Int.random(in: 1...2, using: &random)).map { _ in "\"\(text(&random))\"" }
      if Int.random(in: 0..<3, using: &random) == 0 {
        return "{\"anything-but\":{\"wildcard\":[\(texts.joined(separator: ","))]}}"
      }
      return "{\"wildcard\":\(texts[0])}"
    }.joined(separator: ",")
  }

  private static func text(_ random: inout PatternGenerator) -> String {
    let letters = ["a", "a", "a", "b", "0", "é", "日"]
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      if Int.random(in: 0..<5, using: &random) < 2, !text.hasSuffix("*") {
        text += "*"
      } else {
        text += letters.randomElement(using: &random) ?? "a"
      }
    }
    return text
  }

  /// Text that would take a naive measure for ever.
  @Test func largePatternsAreDecided() {
    let long = Self.wildcards(["*" + Self.repeated("ab", 4000) + "*", "*b*"])
    #expect(Self.isTooComplex(long))
    let many = (0..<3000).map { "\"\($0)*x\"" }.joined(separator: ",")
    #expect(refusal(of: "{\"v\":[{\"anything-but\":{\"wildcard\":[\(many)]}}]}") == nil)
  }
}
