import Testing

@testable import EventPattern
@testable import PatternOracle

@Suite("Texts that match ignoring case")
struct FoldedTextTests {
  static let letters = ["a", "A", "b", "ß", "S", "s", "ﬀ", "f", "F", "İ", "i", "😀", "?"]

  @Test("the automaton accepts what matches", arguments: [FoldedText.Anchor.whole, .prefix, .suffix])
  func automata(anchor: FoldedText.Anchor) throws {
    var random = PatternGenerator(seed: 3)
    var (matched, missed) = (0, 0)
    for _ in 0..<60 {
      let text = Self.text(&random, random.below(6))
      let folded = FoldedText(UTF8Text(text), anchor)
      let automaton = try #require(folded.automaton)
      for _ in 0..<20 {
        let around = [Self.text(&random, random.below(3)), Self.text(&random, random.below(3))]
        let cased = random.happens(50) ? text.uppercased() : random.happens(50) ? text.lowercased() : text
        let bytes = Array((around[0] + cased + around[1]).utf8)
        let expected = folded.matches(bytes)
        #expect(automaton.accepts(bytes) == expected, "\(text) \(String(decoding: bytes, as: UTF8.self))")
        if expected { matched += 1 } else { missed += 1 }
      }
    }
    #expect(matched > 100 && missed > 100)
  }

  private static func text(_ random: inout PatternGenerator, _ count: Int) -> String {
    (0..<count).map { _ in random.one(of: letters) }.joined()
  }

  @Test("the automaton of a long text is built in bounded work, or not at all")
  func long() throws {
    var random = PatternGenerator(seed: 4)
    let plain = String(
      (0..<1_000).map { _ in Character(Unicode.Scalar(UInt8(97 + random.below(26)))) })
    let suffix = try #require(FoldedText(UTF8Text(plain), .suffix).automaton)
    #expect(suffix.accepts(Array(("x" + plain.uppercased()).utf8)))
    #expect(!suffix.accepts(Array((plain.dropLast()).utf8)))
    // Every beginning of the text is an end of it, so sets of places grow with the text.
    let same = FoldedText(UTF8Text(String(repeating: "aß", count: 2_000)), .suffix)
    #expect(same.automaton == nil)
    let exact = FoldedText(UTF8Text(String(repeating: "aß", count: 2_000)), .whole)
    #expect(exact.automaton != nil)
  }

  @Test("a question about many of them ends within its bound")
  func many() {
    let sets = (0..<40).map { index in
      events([
        "source": [
          .suffix(UTF8Text(String(repeating: "aß", count: 500) + "\(index)a"), ignoreCase: true),
          .suffix(UTF8Text("b\(index)"), ignoreCase: true),
        ]
      ])
    }
    // No two of them meet, but that takes automata which are too large.
    let joint = sets.reduce(EventSet.everything) { $0.intersection($1) }
    #expect(joint.isEmpty != .no)
  }
}
