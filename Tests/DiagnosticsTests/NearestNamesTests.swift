import Testing

@testable import Diagnostics

@Suite("A misspelt name finds its neighbours")
struct NearestNamesTests {
  @Test(arguments: [
    ("queeu", ["queue", "topic", "bus"], ["queue"]),
    ("Queue", ["queue"], ["queue"]),
    ("qeuue", ["queue"], ["queue"]),
    ("orders", ["order", "orders-dlq", "borders"], ["borders", "order"]),
    ("abc", ["xyz"], []),
    ("a", ["b"], ["b"]),
    ("queue", ["queue"], []),
    ("", ["abc"], []),
    ("aaaa", ["aaab", "aaac", "aaad", "aaae"], ["aaab", "aaac", "aaad"]),
    ("größe", ["grösse", "größen"], ["größen", "grösse"]),
  ])
  func nearestFirst(word: String, candidates: [String], expected: [String]) {
    #expect(nearestNames(to: word, in: candidates) == expected)
    #expect(nearestNames(to: word, in: candidates.reversed() + candidates) == expected)
  }

  @Test(arguments: [
    (["queue"], "did you mean 'queue'?"),
    (["queues", "queue"], "did you mean 'queue' or 'queues'?"),
    (["queue", "queues", "quee"], "did you mean 'quee', 'queue' or 'queues'?"),
  ])
  func asAQuestion(candidates: [String], expected: String) {
    #expect(didYouMean("queeu", in: candidates) == expected)
  }

  @Test func endlessWordsAreLeftAlone() {
    let word = String(repeating: "a", count: 100_000)
    #expect(nearestNames(to: word, in: [word + "b"]) == [])
    #expect(nearestNames(to: "a", in: [word]) == [])
  }

  @Test func noQuestionWithoutNeighbours() {
    #expect(didYouMean("queue", in: ["bus"]) == nil)
    #expect(didYouMean("queue", in: [String]()) == nil)
  }

  @Test(arguments: 1...200)
  func agreesWithTheRecursiveDefinition(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func word() -> String {
      var text = ""
      for _ in 0..<6 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += ["a", "b", "c", ""][Int(state >> 62)]
      }
      return text
    }
    let (a, b) = (word(), word())
    let bound = max(1, max(a.utf8.count, b.utf8.count) / 3)
    let isNear = a != b && distance(Array(a.utf8)[...], Array(b.utf8)[...]) <= bound
    #expect(nearestNames(to: a, in: [b]) == (isNear ? [b] : []), "seed \(seed): '\(a)' '\(b)'")
  }

  /// Insert, delete, replace or swap two neighbours, one step each, no place touched twice.
  private func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    guard let last = a.last, let other = b.last else { return a.count + b.count }
    var best = distance(a.dropLast(), b.dropLast()) + (last == other ? 0 : 1)
    best = min(best, distance(a.dropLast(), b) + 1, distance(a, b.dropLast()) + 1)
    if a.count > 1, b.count > 1, last == b[b.endIndex - 2], other == a[a.endIndex - 2] {
      best = min(best, distance(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return best
  }
}
