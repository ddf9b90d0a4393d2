import Diagnostics

extension YAMLComplaint {
  private var opener: UInt8 { text.byte(at: contextPlace) }
  private var closer: String { opener == 0x7B ? "}" : "]" }

  /// Inside brackets something follows a value that is neither a comma nor the closing bracket.
  var expectedComma: Refusal {
    let notes = related("\(shown(contextPlace)) opened here", at: contextPlace)
    let found = text.byte(at: place)
    if found == 0x5D || found == 0x7D {
      return refuse(
        "\(shown(place)) cannot close \(shown(contextPlace))", at: place,
        help: "write '\(closer)', or open the other bracket before", related: notes)
    }
    let entry = text.firstOnLine(of: place)
    let isEnd = place >= text.bytes.count
    if isEnd || isOnEntryLine {
      let next = isEnd ? "the end of the file" : "'\(text.excerpt(from: entry))'"
      return refuse(
        "\(shown(contextPlace)) is not closed before \(next)", at: isEnd ? place : entry,
        help: "close it with '\(closer)'", related: notes)
    }
    return refuse(
      "expected ',' or '\(closer)', found \(shown(place))", at: place,
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
        related: related("\(shown(flow)) opened here", at: flow))
    case 0x2C:
      return refuse(
        "a value is missing before ','", at: place, help: "remove the comma, or quote the text")
    default:
      return refuse(
        "expected a value, found \(shown(place))", at: place,
        related: flow.map { related("\(shown($0)) opened here", at: $0) } ?? [])
    }
  }
}
