import Diagnostics

extension YAMLComplaint {
  /// A tab in front of a line's content.
  var tab: Refusal {
    var start = text.lineStart(of: place)
    while start < place, text.byte(at: start) != 0x09 { start += 1 }
    return refuse(
      "a tab stands in the indentation, which YAML does not allow", at: start, to: start + 1,
      help: "indent with spaces")
  }

  /// A plain value starts with a character that is kept for other uses.
  var badStart: Refusal {
    let byte = text.byte(at: place)
    if byte == 0x09 {
      if text.isFirstOnLine(place) { return tab }
      return refuse("a tab follows \(shown(place - 1))", at: place, help: "write a space instead")
    }
    if byte == 0x7C || byte == 0x3E {
      return refuse(
        "a text block cannot start inside brackets", at: place, help: "put the text in quotes")
    }
    return refuse(
      "a plain value cannot start with \(shown(place))", at: place,
      help: "put it in quotes: '\(text.excerpt(from: place))'")
  }

  /// A line that should be an entry of a mapping has no colon after its key.
  var entryWithoutColon: Refusal {
    if let colon = text.colonWithoutSpace(onLineOf: contextPlace) { return missingSpace(colon) }
    let first = text.byte(at: contextPlace)
    if first == 0x2D {
      return refuse(
        "a space is missing after '-'", at: contextPlace,
        help: "write '- \(text.excerpt(from: contextPlace + 1))'")
    }
    let line = text.excerpt(from: contextPlace)
    return refuse(
      "expected 'key: value', found '\(line)'", at: contextPlace,
      to: text.trimmedEnd(contextPlace, text.lineEnd(of: contextPlace)),
      help: "add the ':' and a value, or indent the line deeper if it continues the value before")
  }

  private func missingSpace(_ colon: Int) -> Refusal {
    var start = colon
    while isAnchorByte(text.byte(at: start - 1)) || text.byte(at: start - 1) == 0x2E { start -= 1 }
    let key = String(decoding: text.bytes[start..<colon], as: UTF8.self)
    if text.bytes[(colon + 1)...].starts(with: [0xC2, 0xA0]) {
      return refuse(
        "a no-break space (U+00A0) stands after ':'", at: colon + 1, help: "write a plain space")
    }
    return refuse(
      "a space is missing after ':'", at: colon,
      help: "write '\(key): \(text.excerpt(from: colon + 1))'")
  }

  /// A `: ` where no mapping can start.
  var unexpectedColon: Refusal {
    let first = text.firstOnLine(of: place)
    if place - first > 1000 {
      return refuse(
        "a key is longer than 1024 characters", at: first, to: first + 1,
        help: "shorten the key, or quote the text if it is no key")
    }
    if let earlier = earlierColon(from: first) {
      return refuse(
        "a second ':' on a line that already has a key", at: place,
        help: "quote the value, or put the inner entry on a line of its own",
        related: related("the key ends here", at: earlier))
    }
    guard let above = text.previousContent(before: place) else {
      return refuse("no key can stand here", at: place)
    }
    if let colon = text.colonWithoutSpace(onLineOf: above) { return missingSpace(colon) }
    return colonBelow(above, first)
  }

  /// The line above holds a value already, or is no entry.
  private func colonBelow(_ above: Int, _ first: Int) -> Refusal {
    if earlierColon(from: above) != nil, text.column(of: first) > text.column(of: above) {
      return refuse(
        "this line is indented deeper than the one above, which already has a value", at: first,
        to: place, help: "align the two lines, or remove the value above",
        related: related("the line above", at: above))
    }
    return refuse(
      "expected 'key: value', found '\(text.excerpt(from: above))'", at: above,
      to: text.trimmedEnd(above, text.lineEnd(of: above)),
      help: "add the ':' and a value, or quote the text that goes on over several lines")
  }

  /// A `: ` between `start` and the place, on the line of `start`.
  private func earlierColon(from start: Int) -> Int? {
    let end = min(place, text.lineEnd(of: start))
    var i = start
    while i < end {
      if text.byte(at: i) == 0x3A, i + 1 >= end || isSpace(text.byte(at: i + 1)) { return i }
      i += 1
    }
    return nil
  }

  var listOnKeyLine: Refusal {
    refuse(
      "a list cannot start on the line of its key", at: place,
      help: "put every '- ' on a line of its own below the key")
  }

  /// `? ` where no mapping can start.
  var markedKey: Refusal {
    refuse(
      "a key marked with '?' cannot start on this line", at: place,
      help: "write 'key: value' on a line of its own, or quote the text")
  }
}
