import EventMatcher
import EventPattern
import PatternOracle
import Testing

@Suite("Many tests of one field")
struct ManyTestsTests {
  /// Parts of few letters, so that wildcards share most of them; with a slash before each, so that
  /// one byte can begin what leads to them; and of many letters.
  @Test(arguments: ["ab", "/ab", "abcdefgh-"], 1...4)
  func wildcardsGetTheirOwnVerdicts(letters: String, seed: UInt64) throws {
    var random = PatternGenerator(seed: seed)
    let letters = Array(letters)
    var wildcards: [String] = []
    while wildcards.count < 80 {
      let next = wildcard(letters, &random)
      // Some have too many ways to match for the service.
      if (try? EventPattern(json: Array(pattern(next).utf8))) != nil { wildcards.append(next) }
    }
    let table = try table(wildcards.map(pattern))
    var hits = 0
    for _ in 0..<40 {
      let parts = (0...random.next() % 4).map { _ in
        wildcards[Int(random.next() % 80)].split(separator: "*").joined()
      }
      let text = parts.joined()
      let expected = wildcards.indices.filter { isMatch(Array(wildcards[$0]), Array(text)) }
      hits += expected.count
      #expect(try matches(table, #"{"f":"\#(text)"}"#) == expected.map(UInt32.init), "\(text)")
    }
    #expect(hits > 20)
  }

  @Test func valuesAreEachFound() throws {
    let table = try table((0..<2_000).map { #"{"f":["v\#($0)"]}"# })
    var matcher = EventMatcher(table)
    for i in 0..<2_100 {
      let event = Array(#"{"f":"v\#(i)"}"#.utf8)
      #expect(try matcher.match(event.span) == (i < 2_000 ? [UInt32(i)] : []))
    }
  }

  private func pattern(_ wildcard: String) -> String { #"{"f":[{"wildcard":"\#(wildcard)"}]}"# }

  private func wildcard(_ letters: [Character], _ random: inout PatternGenerator) -> String {
    let inner = (0...random.next() % 3).map { _ in
      (letters[0] == "/" ? "/" : "") + part(1 + random.next() % 9, letters, &random)
    }
    let ends = (0..<2).map { _ in part(random.next() % 3, letters, &random) }
    return ([ends[0]] + inner + [ends[1]]).joined(separator: "*")
  }

  private func part(_ length: UInt64, _ letters: [Character], _ random: inout PatternGenerator)
    -> String
  {
    String((0..<length).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
  }

  /// Follows all ways at once: the places of the text to which the wildcard can have come.
  private func isMatch(_ wildcard: [Character], _ text: [Character]) -> Bool {
    var places: Set = [0]
    for character in wildcard {
      if character == "*" {
        places = Set((places.min() ?? text.count + 1)..<text.count + 1)
      } else {
        places = Set(places.filter { $0 < text.count && text[$0] == character }.map { $0 + 1 })
      }
      if places.isEmpty { return false }
    }
    return places.contains(text.count)
  }
}
