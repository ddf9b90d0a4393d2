import Testing

@testable import AccessPolicy

@Suite("Wildcards of IAM")
struct WildcardTests {
  @Test(
    "fit whole texts",
    arguments: [
      ("sqs:SendMessage", "sqs:SendMessage", true),
      ("sqs:Send*", "sqs:SendMessage", true),
      ("sqs:*Message", "sqs:SendMessage", true),
      ("sqs:*Message", "sqs:SendMessageBatch", false),
      ("*", "", true),
      ("", "", true),
      ("", "a", false),
      ("?", "", false),
      ("a?c", "abc", true),
      ("a?c", "ac", false),
      ("a*b*c", "a-b-b-c", true),
      ("a*b*c", "a-c-b", false),
      ("**", "x", true),
      ("arn:aws:sqs:*:*:express", "arn:aws:sqs:us-east-1:123456789012:express", true),
      ("?", "é", true),
    ])
  func fits(_ pattern: String, _ text: String, _ expected: Bool) {
    #expect(Wildcards.matches(pattern, text) == expected)
  }

  @Test(
    "cover other patterns",
    arguments: [
      ("*", "sqs:*", true),
      ("sqs:*", "sqs:Send*", true),
      ("sqs:Send*", "sqs:*", false),
      ("sqs:*", "sqs:*", true),
      ("?*", "*?", true),
      ("*?", "?*", true),
      ("?*", "*", false),
      ("a*", "a?", true),
      ("a?", "a*", false),
      ("a?", "ab", true),
      ("*a*", "*a", true),
      ("*a", "*a*", false),
      ("*??*", "?*?", true),
      ("*??*", "*?*", false),
      ("", "", true),
      ("", "*", false),
    ])
  func covers(_ outer: String, _ inner: String, _ expected: Bool) {
    #expect(Wildcards.covers(outer, inner) == expected)
  }

  /// Every text of at most four letters out of `a`, `b` and a letter that no pattern holds decides.
  @Test("cover exactly what they fit", arguments: 0..<20 as Range<UInt64>)
  func agreesWithEnumeration(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func pick(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let texts = Self.texts(upTo: 5)
    for _ in 0..<20 {
      let outer = String((0..<pick(4)).map { _ in Array("ab*?")[pick(4)] })
      let inner = String((0..<pick(4)).map { _ in Array("ab*?")[pick(4)] })
      let covered = texts.allSatisfy {
        !Wildcards.matches(inner, $0) || Wildcards.matches(outer, $0)
      }
      #expect(Wildcards.covers(outer, inner) == covered, "\(outer) covers \(inner), seed \(seed)")
    }
  }

  private static func texts(upTo length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { text in "abz".map { text + String($0) } }
      all += last
    }
    return all
  }

  @Test("bound their work on hostile patterns")
  func isBounded() {
    let stars = String(repeating: "*a", count: 500)
    #expect(Wildcards.covers(stars, stars))
    let long = String(repeating: "a", count: 100_000)
    #expect(!Wildcards.matches("*b", long))
    #expect(!Wildcards.covers(long, long))
  }
}
