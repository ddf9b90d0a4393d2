extension TextPattern {
  /// The pattern as an anchored ECMA 262 regular expression, for a schema's `pattern`.
  package var regularExpression: String { "^" + regex(inSequence: true) + "$" }

  private func regex(inSequence: Bool) -> String {
    switch self {
    case .literal(let text): return Self.escaped(text)
    case .character(let characters): return characters.regex
    case .sequence(let parts): return parts.map { $0.regex(inSequence: true) }.joined()
    case .either(let branches):
      let body = branches.map { $0.regex(inSequence: true) }.joined(separator: "|")
      return "(" + body + ")"
    case .repeated(let part, let least, let most):
      return part.atom + Self.quantifier(least, most)
    }
  }

  /// A form that a quantifier may follow.
  private var atom: String {
    let text = regex(inSequence: false)
    switch self {
    case .character, .either: return text
    case .literal(let literal) where literal.unicodeScalars.count == 1: return text
    case .literal, .sequence, .repeated: return "(" + text + ")"
    }
  }

  private static func quantifier(_ least: Int, _ most: Int?) -> String {
    switch (least, most) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (_, nil): "{\(least),}"
    case (_, .some(let most)): least == most ? "{\(least)}" : "{\(least),\(most)}"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\^$.|?*+()[]{}".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

extension TextPattern.CharacterClass {
  fileprivate var regex: String {
    let body = ranges.map { range in
      let low = Self.escaped(range.lowerBound)
      return range.lowerBound == range.upperBound
        ? low : low + "-" + Self.escaped(range.upperBound)
    }
    return "[" + (isInverted ? "^" : "") + body.joined() + "]"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\t": "\\t"
    case "\n": "\\n"
    case "\r": "\\r"
    case "-", "]", "[", "\\", "^": "\\" + String(scalar)
    default: String(scalar)
    }
  }
}
