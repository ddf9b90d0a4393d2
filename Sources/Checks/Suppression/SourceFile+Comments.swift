import Diagnostics

extension SourceFile {
  /// The line that a comment starting at `offset` speaks of: its own where something stands before
  /// it, else the first line below that is not a comment.
  func lineSpokenOf(byCommentAt offset: Int) -> Int {
    var line = position(at: offset).line
    guard bytes[lineStart(line)..<offset].allSatisfy(isBlank) else { return line }
    while line < lineStarts.count, isComment(line) { line += 1 }
    return line
  }

  /// True where nothing but comments, directives, document starts and empty lines comes before.
  func hasOnlyComments(before offset: Int) -> Bool {
    let last = position(at: offset).line
    guard bytes[lineStart(last)..<offset].allSatisfy(isBlank) else { return false }
    return (1..<last).allSatisfy { line in
      let text = content(of: line)
      return text.isEmpty || text.first == UInt8(ascii: "#") || text.first == UInt8(ascii: "%")
        || text.elementsEqual("---".utf8)
    }
  }

  private func isComment(_ line: Int) -> Bool { content(of: line).first == UInt8(ascii: "#") }

  /// The bytes of a line without blanks around; a byte-order mark is passed over.
  private func content(of line: Int) -> ArraySlice<UInt8> {
    let end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    var text = bytes[lineStart(line)..<end].drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }

  private func lineStart(_ line: Int) -> Int {
    let start = Int(lineStarts[line - 1])
    return line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
