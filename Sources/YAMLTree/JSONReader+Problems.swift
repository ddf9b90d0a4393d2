import Diagnostics

extension JSONReader {
  func refusal(
    _ message: String, _ start: Int, _ end: Int, help: String? = nil,
    related: [Diagnostic.Related] = [], isFinal: Bool = false
  ) -> Refusal {
    Refusal(
      "syntax/json", message, at: builder.range(min(start, bytes.count), min(end, bytes.count)),
      help: help, related: related, isFinal: isFinal)
  }

  /// What stands at the position is not what the grammar asks for.
  func unexpected(_ wanted: String) -> Refusal {
    guard position < bytes.count else { return endOfText(wanted) }
    if let comment = commentMark() {
      return refusal(
        "JSON has no comments, but '\(comment)' stands here", position, position + 1,
        help: "remove the comment, or write the file as YAML with '#' comments",
        // YAML takes '#' for a comment, and '//' for the start of a plain value but nowhere else.
        isFinal: comment != "#" && wanted != "a value")
    }
    return strayCloser() ?? wordProblem(wanted)
      ?? refusal(
        "expected \(wanted), found '\(character)'", position, position + character.utf8.count,
        help: byte == 0x27
          ? "strings take double quotes"
          : wanted.hasPrefix("','") ? "put a comma after the value before" : nil)
  }

  private func endOfText(_ wanted: String) -> Refusal {
    var related: [Diagnostic.Related] = []
    if let frame = builder.open.last { related = [opened(frame)] }
    return refusal(
      "expected \(wanted), found the end of the file", position, position, related: related)
  }

  private func opened(_ frame: TreeBuilder.Frame) -> Diagnostic.Related {
    let start = Int(builder.records[Int(frame.node)].start)
    return Diagnostic.Related(
      "'\(frame.isMapping ? "{" : "[")' opened here", at: builder.range(start, start + 1))
  }

  /// A bracket after a comma, or one that fits no opener.
  private func strayCloser() -> Refusal? {
    guard byte == 0x7D || byte == 0x5D, let frame = builder.open.last else { return nil }
    let closer = character
    if (byte == 0x7D) != frame.isMapping {
      return refusal(
        "'\(closer)' cannot close '\(frame.isMapping ? "{" : "[")'", position, position + 1,
        related: [opened(frame)])
    }
    let before = SourceText(bytes: bytes, start: 0, isASCII: false).trimmedEnd(0, position)
    guard before > 0, bytes[before - 1] == 0x2C else { return nil }
    return refusal(
      "a comma stands before '\(closer)'", before - 1, before, help: "remove the comma")
  }

  /// A bare word: a constant of another language, or a name without quotes.
  private func wordProblem(_ wanted: String) -> Refusal? {
    var end = position
    while end < bytes.count, isAnchorByte(bytes[end]) { end += 1 }
    guard end > position, !builder.expectsKey || wanted.hasPrefix("a key") else { return nil }
    let word = String(decoding: bytes[position..<end].prefix(40), as: UTF8.self)
    let others = ["True": "true", "False": "false", "None": "null", "undefined": "null"]
    let help = others[word].map { "write \($0)" }
    return refusal(
      "expected \(wanted), found '\(word)'", position, end,
      help: help ?? (wanted.hasPrefix("a ") ? "put it in double quotes" : nil))
  }

  func secondValue() -> Refusal {
    if commentMark() != nil { return unexpected("the end of the file") }
    return refusal(
      "'\(character)' follows the end of the JSON value", position, position + 1,
      help: "give one value in a file; put several into a list")
  }

  func unclosedString(_ start: Int, _ place: Int) -> Refusal {
    refusal(
      "the string has no closing '\"' on its line", place, place,
      help: "close it, or write a line break inside a string as '\\n'",
      related: [Diagnostic.Related("the string starts here", at: builder.range(start, start + 1))])
  }

  func unknownEscape(at place: Int) -> Refusal {
    var reader = self
    reader.position = place + 1
    return refusal(
      "'\\\(reader.character)' is no escape", place, place + 1 + reader.character.utf8.count,
      help: "write '\\\\' for a backslash")
  }

  private func commentMark() -> String? {
    if byte == 0x23 { return "#" }
    guard byte == 0x2F, position + 1 < bytes.count else { return nil }
    switch bytes[position + 1] {
    case 0x2F: return "//"
    case 0x2A: return "/*"
    default: return nil
    }
  }

  /// The whole character at the position; control characters by their number.
  private var character: String {
    if byte < 0x20 || byte == 0x7F { return "0x\(hex(byte))" }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }
}
