import Diagnostics

extension YAMLComplaint {
  /// Something other than a key follows an entry of a block mapping.
  var expectedKey: Refusal {
    let found = text.byte(at: place)
    if found == 0x7D || found == 0x5D { return closesNothing }
    if let refusal = textAfterValue { return refusal }
    switch found {
    case 0x3A:
      return refuse(
        "a key is missing before ':'", at: place, help: "write '\"\": …' for an empty key")
    case 0x2D where isItem(place) && isAligned:
      return refuse(
        "a list item stands among the keys of a mapping", at: place,
        help: "indent it below the key that it belongs to, or give it a key",
        related: related("the mapping starts here", at: contextPlace))
    default: return badIndentation
    }
  }

  /// Something other than `- ` follows an item of a block sequence.
  var expectedItem: Refusal {
    if let refusal = textAfterValue { return refusal }
    guard isAligned else { return badIndentation }
    return refuse(
      "expected '- ' as in the list above, found '\(text.excerpt(from: place))'", at: place,
      help: "put '- ' in front, or indent it to the mapping that it belongs to",
      related: related("the list starts here", at: contextPlace))
  }

  /// Text on the same line after a value that is complete.
  private var textAfterValue: Refusal? {
    let before = text.trimmedEnd(text.firstOnLine(of: place), place)
    guard !text.isFirstOnLine(place), place < text.bytes.count else { return nil }
    switch text.byte(at: before - 1) {
    case 0x22, 0x27: return textAfterQuote(before - 1)
    case 0x5D, 0x7D:
      return refuse(
        "text follows the closing '\(text.character(at: before - 1))': \(shown(place))", at: place,
        help: "put the whole value in quotes, or remove what follows the bracket")
    case 0x2D: return nil
    default:
      return refuse(
        "unexpected text after the value: '\(text.excerpt(from: place))'", at: place,
        help: "put the whole value in quotes, or start a new line")
    }
  }

  private func textAfterQuote(_ quote: Int) -> Refusal {
    let mark = text.character(at: quote)
    var notes: [Diagnostic.Related] = []
    if let string = builder.records.last, string.kind == .scalar {
      notes = related("the quoted text starts here", at: Int(string.start))
    }
    let escape = mark == "'" ? "''" : "\\\(mark)"
    return refuse(
      "text follows the closing \(mark == "'" ? "single" : "double") quote", at: place,
      help: "write \(escape) for a quote inside the text, or close the quote where the text ends",
      related: notes)
  }

  private func isItem(_ offset: Int) -> Bool {
    text.byte(at: offset) == 0x2D && (isSpace(text.byte(at: offset + 1)))
  }

  /// True where the place is as far in as the collection that libyaml was reading.
  private var isAligned: Bool { text.column(of: place) == text.column(of: contextPlace) }

  /// A line is indented like none of the collections that are open.
  private var badIndentation: Refusal {
    if let block = builder.records.last, block.style == .literal || block.style == .folded,
      text.isFirstOnLine(place), text.column(of: place) > text.column(of: contextPlace)
    {
      return refuse(
        "this line is indented less than the first line of the text block above", at: place,
        help: "indent all lines of the block alike",
        related: related("the block starts here", at: Int(block.start)))
    }
    let columns = openColumns
    let wanted = columns.map(String.init).joined(separator: " or ")
    return refuse(
      "no open mapping or list is indented by \(blanks(text.column(of: place)))", at: place,
      help: columns.isEmpty ? nil : "indent it by \(wanted)",
      related: related("the innermost one starts here", at: contextPlace))
  }

  private func blanks(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }

  /// The columns of the open block collections, outermost first, and of the line above.
  private var openColumns: [Int] {
    var columns: [Int] = []
    for frame in builder.open {
      let record = builder.records[Int(frame.node)]
      let column = text.column(of: Int(record.start))
      if record.style == .block, columns.last != column { columns.append(column) }
    }
    if let above = text.previousContent(before: place) {
      let column = text.column(of: above)
      if column > columns.last ?? -1 { columns.append(column) }
    }
    return columns
  }

  /// More text after a document that is complete.
  var textAfterDocument: Refusal {
    if text.byte(at: place) == 0x7D || text.byte(at: place) == 0x5D { return closesNothing }
    return refuse(
      "text follows the end of the document: '\(text.excerpt(from: place))'", at: place,
      help: "separate documents by a line '---'")
  }
}
