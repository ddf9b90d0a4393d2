/// Texts with `*` for any run of characters and `?` for one character, as IAM reads them.
package enum Wildcards {
  /// Whether `pattern` fits all of `text`. Time is at most pattern length times text length.
  package static func matches(
    _ pattern: String, _ text: String, ignoringCase: Bool = false
  ) -> Bool {
    let pattern = scalars(pattern, ignoringCase)
    let text = scalars(text, ignoringCase)
    var p = 0
    var t = 0
    /// Where to go on when the run of the last star must grow.
    var retry: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        retry = (p + 1, t)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let (afterStar, start) = retry {
        retry = (afterStar, start + 1)
        p = afterStar
        t = start + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// Whether everything that `inner` fits, `outer` fits too: `sqs:*` covers `sqs:Send*`.
  ///
  /// Exact: `outer` is run over `inner` with a letter that neither holds in place of each wildcard.
  /// Patterns past the bound on work (their lengths multiply to over a million) are not covered.
  package static func covers(
    _ outer: String, _ inner: String, ignoringCase: Bool = false
  ) -> Bool {
    let outer = scalars(outer, ignoringCase)
    let inner = scalars(inner, ignoringCase)
    guard outer.count * inner.count <= 1 << 20 else { return false }
    // For each choice of run lengths for the stars of `inner`: where `outer` may stand.
    var states: Set<[Int]> = [closure([0], outer)]
    for symbol in inner {
      var next: Set<[Int]> = []
      for state in states {
        if symbol == "*" {
          addRuns(from: state, outer, to: &next)
        } else {
          next.insert(step(state, symbol == "?" ? nil : symbol, outer))
        }
      }
      if next.contains([]) || next.count > 1024 { return false }
      states = next
    }
    return states.allSatisfy { $0.last == outer.count }
  }

  /// Adds the states after no, one, two … unknown letters.
  private static func addRuns(
    from state: [Int], _ pattern: [Unicode.Scalar], to states: inout Set<[Int]>
  ) {
    var state = state
    while states.insert(state).inserted { state = step(state, nil, pattern) }
  }

  /// The positions after one letter; nil is a letter that `pattern` does not hold.
  private static func step(
    _ state: [Int], _ letter: Unicode.Scalar?, _ pattern: [Unicode.Scalar]
  ) -> [Int] {
    var next: [Int] = []
    for position in state where position < pattern.count {
      switch pattern[position] {
      case "*": next.append(position)
      case "?": next.append(position + 1)
      case let own: if own == letter { next.append(position + 1) }
      }
    }
    return closure(next, pattern)
  }

  /// Adds what is reached by letting stars stand for nothing; ascending without repeats.
  private static func closure(_ positions: [Int], _ pattern: [Unicode.Scalar]) -> [Int] {
    var result: Set<Int> = []
    for position in positions {
      var p = position
      while result.insert(p).inserted, p < pattern.count, pattern[p] == "*" { p += 1 }
    }
    return result.sorted()
  }

  package static func hasWildcard(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }

  private static func scalars(_ text: String, _ ignoringCase: Bool) -> [Unicode.Scalar] {
    Array((ignoringCase ? text.lowercased() : text).unicodeScalars)
  }
}
