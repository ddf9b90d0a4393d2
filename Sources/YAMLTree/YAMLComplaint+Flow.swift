import Diagnostics

extension YAMLComplaint {
  private func closer(of opener: Int) -> String { text.byte(at: opener) == 0x7B ? "}" : "]" }

  private func unclosed(_ opener: Int) -> Refusal {
    refuse(
      "\(shown(opener)) is not closed before the end of the file", at: place,
      help: "close it with '\(closer(of: opener))'",
      related: related("\(shown(opener)) opened here", at: opener))
  }

  /// Inside brackets something follows a value that is neither a comma nor the closing bracket.
  var expectedComma: Refusal {
    let notes = related("\(shown(contextPlace)) opened here", at: contextPlace)
    let found = text.byte(at: place)
    if found == 0x5D || found == 0x7D {
      return refuse(
        "\(shown(place)) cannot close \(shown(contextPlace))", at: place,
        help: "write '\(closer(of: contextPlace))', or open the other bracket before",
        related: notes)
    }
    let entry = text.firstOnLine(of: place)
    if place >= text.bytes.count { return unclosed(contextPlace) }
    if isOnEntryLine {
      return refuse(
        "\(shown(contextPlace)) is not closed before '\(text.excerpt(from: entry))'", at: entry,
        help: "close it with '\(closer(of: contextPlace))'", related: notes)
    }
    return refuse(
      "expected ',' or '\(closer(of: contextPlace))', found \(shown(place))", at: place,
      help: "separate the items by commas, and quote a text that holds brackets, colons or quotes",
      related: notes)
  }

  /// True where the place is on a line that looks like an entry after the one with the opener.
  private var isOnEntryLine: Bool {
    text.byte(at: place) == 0x3A && text.lineStart(of: place) > contextPlace
      && text.column(of: text.firstOnLine(of: place))
        <= text.column(of: text.firstOnLine(of: contextPlace))
  }

  /// A closing bracket without an opening one.
  var closesNothing: Refusal {
    refuse("\(shown(place)) closes nothing", at: place, help: "remove it")
  }

  /// No value can start here.
  var expectedValue: Refusal {
    let flow = builder.open.last.flatMap { frame -> Int? in
      let record = builder.records[Int(frame.node)]
      return record.style == .flow ? Int(record.start) : nil
    }
    switch text.byte(at: place) {
    case 0x2D:
      return refuse(
        "a '- ' list cannot stand inside brackets", at: place,
        help: "separate the items by commas, without '-'")
    case 0x5D, 0x7D:
      guard let flow else { return closesNothing }
      return refuse(
        "\(shown(place)) cannot close \(shown(flow))", at: place,
        help: "write '\(closer(of: flow))', or open the other bracket before",
        related: related("\(shown(flow)) opened here", at: flow))
    case 0x2C:
      return refuse(
        "a value is missing before ','", at: place, help: "remove the comma, or quote the text")
    default:
      if let flow, place >= text.bytes.count { return unclosed(flow) }
      return refuse(
        "expected a value, found \(shown(place))", at: place,
        help: "give the value, or quote the text",
        related: flow.map { related("\(shown($0)) opened here", at: $0) } ?? [])
    }
  }

  /// A colon between a plain text and a bracket or comma.
  var colonBeforeBracket: Refusal {
    refuse(
      "a space is missing after ':'", at: place,
      help: "write ': ' after a key, or quote the text that ends with ':'")
  }
}
