import Testing

@testable import EventPattern
@testable import PatternOracle

@Suite("Sets of values")
struct ValueSetTests {
  @Test("membership is what matching says, and the automata agree with it")
  func membership() throws {
    var random = PatternGenerator(seed: 11)
    var (decided, open) = (0, 0)
    for _ in 0..<120 {
      let text = random.pattern()
      guard let pattern = try? EventPattern(json: Array(text.utf8)),
        let tree = JSONTree(text, wholly: false), let oracle = try? OraclePattern(tree),
        let field = pattern.alternatives.first?.fields.first,
        let tests = oracle.rules.first?.first?.tests
      else { continue }
      let set = ValueSet(field.tests)
      for _ in 0..<6 {
        guard let (value, scalar) = scalar(&random) else { continue }
        let expected = tests.contains { $0.accepts(scalar, among: tests) }
        switch set.contains(value) {
        case let answer?:
          decided += 1
          #expect(answer == expected, "\(field.tests) on \(value)")
        case nil: open += 1
        }
        if case .string(let word) = value { checkAutomata(of: set.strings, word) }
      }
    }
    #expect(decided > 500 && open * 10 < decided, "decided \(decided), open \(open)")
  }

  /// A scalar from the interpreter's texts, and the same as an event would carry it.
  private func scalar(_ random: inout PatternGenerator) -> (ScalarValue, JSONTree)? {
    let texts = PatternGenerator.texts + PatternGenerator.numbers + ["true", "false", "null"]
    let json = texts[Int(random.next() % UInt64(texts.count))]
    guard let tree = JSONTree("[\(json)]", wholly: true),
      let leaf = OracleValue.all(in: tree, follows: { _ in true }).first?.scalar
    else { return nil }
    switch leaf {
    case .null: return (.null, leaf)
    case .bool(let value): return (.boolean(value), leaf)
    case .string(let units):
      let bytes = PatternOracle.utf8(units)
      return (.string(UTF8Text(bytes)), leaf)
    case .number(let text):
      if let value = PatternOracle.exactDouble(text) {
        return (.number(PatternNumber(value)), leaf)
      }
      let number = PatternNumber(text: UTF8Text(text), value: nil)
      return number.isIntegerText ? (.number(number), leaf) : nil
    default: return nil
    }
  }

  private func checkAutomata(of set: StringSet, _ word: UTF8Text) {
    for case .member(let language) in set.others {
      guard let automata = language.automata else { continue }
      let answer = language.contains(word.bytes)
      let context: Comment = "\(language.kind) on \(word)"
      if automata.sure.accepts(word.bytes) { #expect(answer == true, context) }
      if !automata.possible.accepts(word.bytes) { #expect(answer == false, context) }
      #expect(language.isVague || answer == automata.sure.accepts(word.bytes), context)
    }
  }

  @Test(
    "intervals of doubles",
    arguments: [
      (Intervals(low: 1, high: 2), Intervals(low: 2, high: 3), 1),
      (Intervals(low: 1, high: 2), Intervals(low: 3, high: 4), 2),
      (Intervals(low: 1, high: 2), Intervals(low: (2.0).nextUp, high: 4), 1),
      (Intervals(0), Intervals(-0.0), 1),
      (Intervals(low: 2, high: 1), Intervals.all, 1),
    ])
  func intervals(a: Intervals, b: Intervals, count: Int) {
    let union = a.union(b)
    #expect(union.list.count == count)
    #expect(union == b.union(a))
    #expect(union.complement.complement == union)
    #expect(a.intersection(b) == b.intersection(a))
    #expect(union.subtracting(b).union(b) == union)
    #expect(a.subtracting(b).intersection(b).isEmpty)
  }

  @Test("no double lies between two neighbours")
  func openInterval() {
    let range = NumericRange(
      lower: .init(1, isIncluded: false), upper: .init((1.0).nextUp, isIncluded: false))
    #expect(Intervals(range).isEmpty)
  }

  @Test(
    "the number that reads best",
    arguments: [
      (ValueTest.above(30), "31"), (.atLeast(30), "30"), (.below(0), "-1"), (.below(100), "1"),
      (
        .numeric(
          NumericRange(lower: .init(0, isIncluded: false), upper: .init(1, isIncluded: false))),
        "0.1"
      ),
      (
        .numeric(
          NumericRange(lower: .init(1.24, isIncluded: false), upper: .init(1.26, isIncluded: true))),
        "1.25"
      ),
      (.above(1e22), "1.0000000000000002e+22"),
      (.number(300), "300"),
    ])
  func simplest(test: ValueTest, text: String) {
    #expect(ValueSet([test]).numbers.simplest?.text.description == text)
  }

  @Test(
    "what no text fulfils is found out by automata",
    arguments: [
      (
        [
          ValueTest.wildcard("a*"), .wildcard("*b"),
          .anythingBut(.wildcard([Wildcard(runs: ["a", "b"])])),
        ], Answer.yes
      ),
      ([.wildcard("*a*"), .anythingBut(.wildcard([Wildcard(runs: ["", "a", ""])]))], .yes),
      ([.prefix("ab"), .anythingBut(.prefix(["a"]))], .yes),
      ([.equalsIgnoreCase("ß"), .anythingBut(.strings(["ß", "SS"]))], .yes),
      ([.equalsIgnoreCase("ß"), .anythingBut(.strings(["ß"]))], .no),
      ([.wildcard("*ab*"), .anythingBut(.suffix(["b"])), .anythingBut(.prefix(["a"]))], .no),
      ([.suffix("é"), .anythingBut(.wildcard([Wildcard(runs: ["", "é"])]))], .yes),
      ([.equalsIgnoreCase("😀"), .equals("??")], .no),
      ([.equalsIgnoreCase("😀"), .equals("😀")], .yes),
      ([.equals("10.0.0.1"), .equals("10.0.0.2")], .yes),
      ([.equals("10.0.0.1"), .exactly("010.0.0.1")], .no),
    ])
  func emptiness(tests: [ValueTest], answer: Answer) {
    let set = tests.map { events(["source": [$0]]) }.reduce(EventSet.everything) {
      $0.intersection($1)
    }
    #expect(set.isEmpty == answer)
  }
}
