import Diagnostics

extension YAMLComplaint {
  /// The text ends, or a new document starts, inside quotes.
  var unclosedQuote: Refusal {
    let quote = text.byte(at: contextPlace) == 0x27 ? "single" : "double"
    let found = place >= text.bytes.count ? "the end of the file" : "the next document"
    return refuse(
      "the \(quote) quote is not closed before \(found)", at: place,
      help: "close it where the text ends",
      related: related("the quoted text starts here", at: contextPlace))
  }

  /// A backslash in double quotes before a character that means nothing there.
  var unknownEscape: Refusal {
    let start = backslash
    return refuse(
      "'\\\(text.character(at: start + 1))' is no escape", at: start,
      to: text.characterEnd(start + 1),
      help: "write '\\\\' for a backslash, or put the text in single quotes")
  }

  /// `\x`, `\u` or `\U` without its digits, or for no character.
  var badHexEscape: Refusal {
    let start = backslash
    let digits = [0x78: 2, 0x75: 4, 0x55: 8][Int(text.byte(at: start + 1))] ?? 4
    let name = "'\\\(text.character(at: start + 1))'"
    let isCode = problem.text == "found invalid Unicode character escape code"
    return refuse(
      isCode
        ? "the escape names no character" : "\(name) takes \(digits) hexadecimal digits", at: start,
      to: min(start + 2 + (isCode ? digits : 0), text.bytes.count),
      help: isCode
        ? "write a character beyond U+FFFF with '\\U' and eight digits"
        : "write '\\\\' for a backslash, or put the text in single quotes")
  }

  /// The backslash that starts the escape libyaml complains of, at or before the place.
  private var backslash: Int {
    var i = place
    while i > contextPlace, text.byte(at: i) != 0x5C { i -= 1 }
    return i
  }

  /// `*` or `&` that names nothing.
  var badName: Refusal {
    let isAlias = text.byte(at: contextPlace) == 0x2A
    let start = isAlias || text.byte(at: contextPlace) == 0x26 ? contextPlace : place
    var end = start + 1
    while isAnchorByte(text.byte(at: end)) { end += 1 }
    if end > start + 1 {
      return refuse(
        "the name of an \(isAlias ? "alias" : "anchor") cannot hold \(shown(end))", at: end,
        help: "use letters, digits, '-' and '_', or put the text in quotes")
    }
    return refuse(
      "\(shown(start)) starts an \(isAlias ? "alias" : "anchor"), but no name follows", at: start,
      help: "put it in quotes if it is meant as text: '\(text.excerpt(from: start))'")
  }

  /// `!` that starts no good tag.
  var badTag: Refusal {
    let start = text.byte(at: contextPlace) == 0x21 ? contextPlace : place
    var end = start
    while !isSpace(text.byte(at: end)), end < text.bytes.count, end < start + 40 { end += 1 }
    let tag = String(decoding: text.bytes[start..<end], as: UTF8.self)
    switch problem.text {
    case "found undefined tag handle":
      return refuse(
        "tag '\(tag)' uses a handle that no %TAG line declares", at: start, to: end,
        help: "write the tag with a single '!', or quote the text")
    case "did not find expected whitespace or line break":
      return refuse(
        "a space is missing after the tag in '\(tag)'", at: place,
        help: "put a space between tag and value, or quote the text")
    default:
      return refuse(
        "'\(tag)' is no tag", at: start, to: end, help: "quote the text if no tag is meant")
    }
  }

  /// What follows `|` or `>` on its line.
  var badBlockHeader: Refusal {
    let mark = shown(contextPlace)
    if problem.text == "found an indentation indicator equal to 0" {
      return refuse(
        "the indentation after \(mark) cannot be 0", at: place,
        help: "leave it out, or write 1 to 9")
    }
    return refuse(
      "text follows \(mark) on its line", at: place,
      help: "start the text on the next line, or put it in quotes if it begins with \(mark)")
  }

  /// A line that starts with `%`.
  var badDirective: Refusal {
    let start = text.byte(at: contextPlace) == 0x25 ? contextPlace : text.firstOnLine(of: place)
    let line = text.excerpt(from: start)
    let end = text.trimmedEnd(start, text.lineEnd(of: start))
    switch problem.text {
    case "found incompatible YAML document":
      return refuse(
        "'\(line)' asks for another version of YAML", at: start, to: end,
        help: "remove the line; YAML 1.1 and 1.2 are read")
    case "found duplicate %YAML directive", "found duplicate %TAG directive":
      return refuse("'\(line)' is given twice", at: start, to: end, help: "remove one of them")
    default:
      return refuse(
        "'\(line)' is no directive: a line that starts with '%' must be '%YAML 1.2' or a '%TAG'",
        at: start, to: end, help: "quote the text if no directive is meant")
    }
  }

  var controlCharacter: Refusal {
    let code = String(problem.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
    return refuse(
      "the character U+\(digits) is not allowed in YAML", at: place,
      help: "remove it, or write it as an escape in double quotes")
  }
}
