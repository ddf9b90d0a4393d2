import Diagnostics

extension YAMLComplaint {
  /// Marks of templates and of version control near the place, which explain any complaint.
  var foreignText: Refusal? {
    for offset in [contextPlace, place, text.previousContent(before: place) ?? place] {
      if let refusal = conflict(onLineOf: offset) ?? template(onLineOf: offset) { return refusal }
    }
    return nil
  }

  private func conflict(onLineOf offset: Int) -> Refusal? {
    let start = text.lineStart(of: offset)
    for mark in ["<<<<<<<", "=======", ">>>>>>>"]
    where text.bytes[start...].starts(with: mark.utf8) {
      return refuse(
        "an unresolved merge conflict is left in the file: '\(mark)'", at: start,
        to: start + mark.utf8.count, help: "resolve the conflict and remove its marks")
    }
    return nil
  }

  private func template(onLineOf offset: Int) -> Refusal? {
    guard let start = text.templateMark(onLineOf: offset) else { return nil }
    if let block = builder.records.last, block.kind == .scalar, block.end > start { return nil }
    return builder.template(text, at: start)
  }
}

extension SourceText {
  /// The first `{{`, `{%` or `<%` (not `${{`) on the line of `offset` before a quote or comment.
  func templateMark(onLineOf offset: Int) -> Int? {
    let end = lineEnd(of: offset)
    var i = lineStart(of: offset)
    while i + 1 < end, bytes[i] != 0x22, bytes[i] != 0x27, bytes[i] != 0x23 {
      let isMark =
        (bytes[i] == 0x7B && (bytes[i + 1] == 0x7B || bytes[i + 1] == 0x25))
        || (bytes[i] == 0x3C && bytes[i + 1] == 0x25)
      if isMark, byte(at: i - 1) != 0x24 { return i }
      i += 1
    }
    return nil
  }
}

extension TreeBuilder {
  func template(_ text: SourceText, at start: Int) -> Refusal {
    Refusal(
      "syntax/yaml",
      "the file is a template and not YAML yet: '\(text.excerpt(from: start))' is left in it",
      at: range(start, start + 2),
      help: "render the template and give its result, or quote the value if it is meant as text")
  }
}
