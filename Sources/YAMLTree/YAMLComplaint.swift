import Diagnostics

/// What libyaml says of a text, and the same in the words of this program: what was expected at
/// which byte, and what to do about it.
struct YAMLComplaint {
  let problem: EventStream.Problem
  /// The byte that cannot stand where it does.
  let place: Int
  /// Where the construct starts that libyaml was reading.
  let contextPlace: Int
  let text: SourceText
  /// What was read until then.
  let builder: TreeBuilder

  var refusal: Refusal { foreignText ?? explained }

  private var explained: Refusal {
    switch problem.text {
    case "found character that cannot start any token": badStart
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      tab
    case "could not find expected ':'": entryWithoutColon
    case "mapping values are not allowed in this context": unexpectedColon
    case "mapping keys are not allowed in this context": markedKey
    case "found unexpected ':'": colonBeforeBracket
    case "block sequence entries are not allowed in this context": listOnKeyLine
    case "did not find expected key": expectedKey
    case "did not find expected '-' indicator": expectedItem
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": expectedComma
    case "did not find expected node content": expectedValue
    case "found unexpected end of stream", "found unexpected document indicator": unclosedQuote
    case "found unknown escape character": unknownEscape
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      badHexEscape
    case "did not find expected <document start>": textAfterDocument
    case "control characters are not allowed": controlCharacter
    default: byContext
    }
  }

  private var byContext: Refusal {
    switch problem.context {
    case "while scanning an alias", "while scanning an anchor": badName
    case "while scanning a tag", "while parsing a tag", "while parsing a node": badTag
    case "while scanning a block scalar": badBlockHeader
    case "while scanning a directive", "while scanning a %YAML directive",
      "while scanning a %TAG directive", "while parsing a %TAG directive",
      "while scanning a tag directive", "while parsing a tag directive":
      badDirective
    default:
      switch problem.text {
      case "found incompatible YAML document", "found duplicate %YAML directive",
        "found duplicate %TAG directive":
        badDirective
      default: refuse(problem.text, at: place)
      }
    }
  }

  /// A refusal at one character, or between characters at the end of the text.
  func refuse(
    _ message: String, at start: Int, to end: Int? = nil, help: String? = nil,
    related: [Diagnostic.Related] = []
  ) -> Refusal {
    let last = end ?? (isBreak(text.byte(at: start)) ? start : text.characterEnd(start))
    return Refusal(
      "syntax/yaml", message, at: builder.range(start, last), help: help, related: related)
  }

  func related(_ message: String, at start: Int) -> [Diagnostic.Related] {
    [Diagnostic.Related(message, at: builder.range(start, text.characterEnd(start)))]
  }

  /// `'x'`, or words for what cannot be shown.
  func shown(_ offset: Int) -> String {
    if offset >= text.bytes.count { return "the end of the file" }
    return isBreak(text.byte(at: offset))
      ? "the end of the line" : "'\(text.character(at: offset))'"
  }
}
