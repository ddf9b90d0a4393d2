/// The texts that a scalar may hold, as data: matched here, and printed as a regular expression
/// into the schema for editors, so that both accept the same.
package indirect enum TextPattern: Sendable {
  case literal(String)
  case character(CharacterClass)
  case sequence([TextPattern])
  case either([TextPattern])
  /// `atMost` nil means without bound.
  case repeated(TextPattern, atLeast: Int, atMost: Int?)

  package struct CharacterClass: Sendable {
    package var ranges: [ClosedRange<Unicode.Scalar>]
    /// Everything but `ranges`.
    package var isInverted = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      for range in ranges where range.contains(scalar) { return !isInverted }
      return isInverted
    }

    static let digit = CharacterClass(ranges: ["0"..."9"])
    static let lowercase = CharacterClass(ranges: ["a"..."z"])
    static let visible = CharacterClass(
      ranges: ["\t"..."\t", "\n"..."\n", "\r"..."\r", " "..." "], isInverted: true)
    /// Letters, digits and what AWS allows beside them in names and paths.
    static let name = CharacterClass(
      ranges: [
        "A"..."Z", "a"..."z", "0"..."9", "."...".", "/"..."/", "-"..."-", "_"..."_", "#"..."#",
        "@"..."@",
        "+"..."+", "="..."=", ","...",",
      ])
    /// `name` and the wildcards `*` and `?`.
    static let glob = CharacterClass(ranges: name.ranges + ["*"..."*", "?"..."?"])
  }
}

extension TextPattern: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .literal(text) }

  static func optional(_ part: TextPattern) -> TextPattern {
    .repeated(part, atLeast: 0, atMost: 1)
  }

  static func some(_ characters: CharacterClass) -> TextPattern {
    .repeated(.character(characters), atLeast: 1, atMost: nil)
  }

  static func words(_ words: [String]) -> TextPattern { .either(words.map { .literal($0) }) }
}

extension TextPattern {
  /// Whether the pattern describes all of `text`, scalar by scalar.
  package func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return ends(in: scalars, from: [0]).last == scalars.count
  }

  /// Where matches that begin at one of `starts` may end; both ascend without repeats, so the work
  /// is bounded by pattern size times text length.
  private func ends(in text: [Unicode.Scalar], from starts: [Int]) -> [Int] {
    switch self {
    case .literal(let literal):
      let wanted = Array(literal.unicodeScalars)
      return starts.compactMap { start in
        let end = start + wanted.count
        return end <= text.count && text[start..<end].elementsEqual(wanted) ? end : nil
      }
    case .character(let allowed):
      return starts.compactMap { $0 < text.count && allowed.contains(text[$0]) ? $0 + 1 : nil }
    case .sequence(let parts):
      return parts.reduce(starts) { $1.ends(in: text, from: $0) }
    case .either(let branches):
      return ascending(branches.flatMap { $0.ends(in: text, from: starts) })
    case .repeated(.character(let allowed), let least, let most) where starts.count == 1:
      return allowed.runEnds(in: text, from: starts[0], atLeast: least, atMost: most ?? text.count)
    case .repeated(let part, let least, let most):
      return part.repeatedEnds(in: text, from: starts, atLeast: least, atMost: most)
    }
  }

  private func repeatedEnds(
    in text: [Unicode.Scalar], from starts: [Int], atLeast least: Int, atMost most: Int?
  ) -> [Int] {
    var frontier = starts
    for _ in 0..<least { frontier = ends(in: text, from: frontier) }
    var reached = [Bool](repeating: false, count: text.count + 1)
    for end in frontier { reached[end] = true }
    var rounds = most.map { $0 - least } ?? text.count
    while rounds > 0, !frontier.isEmpty {
      frontier = ends(in: text, from: frontier).filter { !reached[$0] }
      for end in frontier { reached[end] = true }
      rounds -= 1
    }
    return reached.indices.filter { reached[$0] }
  }
}

extension TextPattern.CharacterClass {
  /// The ends of runs of the class's characters that begin at `start`.
  fileprivate func runEnds(
    in text: [Unicode.Scalar], from start: Int, atLeast least: Int, atMost most: Int
  ) -> [Int] {
    var end = start
    while end < text.count, end - start < most, contains(text[end]) { end += 1 }
    return end - start < least ? [] : Array(start + least...end)
  }
}

private func ascending(_ positions: [Int]) -> [Int] {
  var result: [Int] = []
  for position in positions.sorted() where position != result.last { result.append(position) }
  return result
}
