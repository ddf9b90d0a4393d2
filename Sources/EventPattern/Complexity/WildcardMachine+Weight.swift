extension WildcardMachine {
  /// Whether some text leads to states that together can still become more than `limit` matches,
  /// each state counted once for every pattern that it can lead to, and the matches of one pattern
  /// as one state.
  ///
  /// The sets of states that texts lead to may be exponentially many, but only two kinds matter.
  /// While a text follows the shared literal prefixes it is one of as many as there are prefixes.
  /// Once it has left them, further text only adds stars, and stars stay; so the heaviest set has
  /// all stars that its prefix allows, and beside them the literals that one suffix can satisfy at
  /// once.
  ///
  /// Gives up, with false, when `budget` steps are spent.
  func outweighs(_ limit: Int, budget: inout Int) -> Bool {
    if isHeavyAlongPrefixes(limit, &budget) { return true }
    let suffixes = SuffixWeights(self)
    for trees in starsByPrefix() {
      budget -= 1 + (suffixes.count + trees.count) / 16
      if budget < 0 { return false }
      if suffixes.heaviest(trees) > limit { return true }
    }
    return false
  }

  private struct Reached {
    var prefix: Int
    var stars: [Int]
    var literals: [Int]
  }

  private func isHeavyAlongPrefixes(_ limit: Int, _ budget: inout Int) -> Bool {
    var pending = [Reached(prefix: 0, stars: [], literals: [])]
    while let reached = pending.popLast() {
      var bytes: Set<UInt8> = [UInt8(ascii: "\"")]
      var child = states[reached.prefix].lastPrefix
      while child >= 0 {
        bytes.insert(states[child].byte)
        child = states[child].previousPrefix
      }
      for byte in bytes {
        budget -= 1 + reached.stars.count + reached.literals.count
        if budget < 0 { return false }
        let (next, weight) = step(reached, on: byte)
        if weight > limit { return true }
        if let next { pending.append(next) }
      }
    }
    return false
  }

  /// What a byte leads to, if still along the prefixes, and how heavy it is in any case.
  private func step(_ reached: Reached, on byte: UInt8) -> (Reached?, weight: Int) {
    var next = Reached(prefix: -1, stars: reached.stars, literals: [])
    var matched: UInt16 = 0
    func follow(_ state: Int) {
      var follower = follower(of: state, on: byte)
      while follower >= 0 {
        switch states[follower].kind {
        case .prefix: next.prefix = follower
        case .match: matched |= states[follower].patterns
        default: next.literals.append(follower)
        }
        follower = states[follower].sibling
      }
    }
    follow(reached.prefix)
    for state in reached.stars { follow(state) }
    for state in reached.literals { follow(state) }
    let live = next.literals + (next.prefix < 0 ? [] : [next.prefix])
    for state in live {
      let star = states[state].star
      if star >= 0, !next.stars.contains(star) { next.stars.append(star) }
    }
    let weight = (live + next.stars).reduce(0) { $0 + states[$1].patterns.nonzeroBitCount }
    return (next.prefix < 0 ? nil : next, weight + matched.nonzeroBitCount)
  }

  /// For each prefix with a star and none below it that has one: the stars along it, as the trees
  /// of states that follow them.
  private func starsByPrefix() -> [[Int]] {
    var owners = states.indices.filter { states[$0].kind == .prefix && states[$0].star >= 0 }
    var isInner = [Bool](repeating: false, count: states.count)
    for owner in owners {
      var state = states[owner].parent
      while state >= 0, !isInner[state] {
        isInner[state] = true
        state = states[state].parent
      }
    }
    owners.removeAll { isInner[$0] }
    return owners.map { owner in
      var stars: [Int] = []
      var state = owner
      while state >= 0 {
        if states[state].star >= 0 { stars.append(states[state].star) }
        state = states[state].parent
      }
      return stars
    }
  }
}
