/// Random patterns and events from a few keys and values, so that they meet often. The same seed
/// gives the same texts.
package struct PatternGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// SplitMix64.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func one<T>(of choices: [T]) -> T { choices[below(choices.count)] }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  mutating func list(_ most: Int, _ element: (inout Self) -> String) -> String {
    (0...below(most)).map { _ in element(&self) }.joined(separator: ",")
  }
}

extension PatternGenerator {
  /// A pattern; about one in thirty is one that the service refuses.
  package mutating func pattern() -> String { object(depth: 0, isInsideOr: false) }

  private mutating func object(depth: Int, isInsideOr: Bool) -> String {
    var members = (0...below(3)).map { _ in member(depth: depth, isInsideOr: isInsideOr) }
    if depth < 2, happens(15) {
      let branches = (0...(1 + below(2))).map { _ in object(depth: depth + 1, isInsideOr: true) }
      let or = "\"$or\":[\(branches.joined(separator: ","))]"
      members.insert(or, at: below(members.count + 1))
    }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func member(depth: Int, isInsideOr: Bool) -> String {
    let key = one(of: Self.keys)
    if depth < 2, happens(30) {
      return "\(key):\(object(depth: depth + 1, isInsideOr: isInsideOr))"
    }
    return "\(key):[\(list(3) { $0.test() })]"
  }

  private mutating func test() -> String {
    switch below(24) {
    case 0...4: return one(of: Self.texts)
    case 5...6: return one(of: Self.numbers)
    case 7: return one(of: ["true", "false", "null"])
    case 8: return "{\"prefix\":\(one(of: Self.texts))}"
    case 9: return "{\"suffix\":\(one(of: Self.texts))}"
    case 10: return "{\"prefix\":{\"equals-ignore-case\":\(one(of: Self.texts))}}"
    case 11: return "{\"suffix\":{\"equals-ignore-case\":\(one(of: Self.texts))}}"
    case 12: return "{\"equals-ignore-case\":\(one(of: Self.texts))}"
    case 13...14: return "{\"wildcard\":\(one(of: Self.wildcards))}"
    case 15...16: return "{\"numeric\":[\(numeric())]}"
    case 17: return "{\"cidr\":\(one(of: Self.blocks))}"
    case 18: return "{\"exists\":\(one(of: ["true", "false"]))}"
    case 19: return "{\"exactly\":\(one(of: Self.texts))}"
    default: return "{\"anything-but\":\(excluded())}"
    }
  }

  private mutating func numeric() -> String {
    if happens(50) { return "\"\(one(of: ["=", "<", "<=", ">", ">="]))\",\(one(of: Self.numbers))" }
    let low = below(5) - 2
    let high = low + 1 + below(4)
    return "\"\(one(of: [">", ">="]))\",\(low),\"\(one(of: ["<", "<="]))\",\(high).0"
  }

  private mutating func excluded() -> String {
    switch below(8) {
    case 0: return one(of: Self.texts)
    case 1: return one(of: Self.numbers)
    case 2: return "[\(list(2) { $0.one(of: Self.texts) })]"
    case 3: return "[\(list(2) { $0.one(of: Self.numbers) })]"
    case 4: return "{\"prefix\":[\(list(2) { $0.one(of: Self.texts) })]}"
    case 5: return "{\"suffix\":\(one(of: Self.texts))}"
    case 6: return "{\"equals-ignore-case\":[\(list(2) { $0.one(of: Self.texts) })]}"
    default: return "{\"wildcard\":[\(list(2) { $0.one(of: Self.wildcards) })]}"
    }
  }
}
