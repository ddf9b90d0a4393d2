import Diagnostics

/// A comment that speaks to the checks: `interlock:ignore a/b, c/d -- reason`.
struct Directive {
  /// `ignore`, `ignore-file`, or whatever stands there instead.
  var verb: String
  var ids: [Located<String>]
  var reason: String?
  var range: SourceRange

  /// Nil for a comment (with its `#`) that is meant for people.
  init?(_ comment: Located<String>) {
    let bytes = Array(comment.value.utf8)
    var words = Words(bytes: bytes, range: comment.range)
    words.skip { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let word = words.next(), word.value.hasPrefix("interlock:") else { return nil }
    verb = String(word.value.dropFirst("interlock:".count))
    range = comment.range
    ids = []
    while let word = words.next() {
      if word.value == "--" {
        reason = words.rest
        break
      }
      ids.append(word)
    }
  }
}

/// The words of a comment, parted by blanks and commas, with their places.
private struct Words {
  let bytes: [UInt8]
  let range: SourceRange
  private var position = 0

  init(bytes: [UInt8], range: SourceRange) {
    self.bytes = bytes
    self.range = range
  }

  /// What is left, without blanks around; nil where nothing is.
  var rest: String? {
    let text = bytes[position...].drop { Self.parts($0) }
    let last = text.lastIndex { !Self.parts($0) }
    return last.map { String(decoding: text[...$0], as: UTF8.self) }
  }

  mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while position < bytes.count, isSkipped(bytes[position]) { position += 1 }
  }

  mutating func next() -> Located<String>? {
    skip(Self.parts)
    let start = position
    skip { !Self.parts($0) }
    if position == start { return nil }
    let place = SourceRange(
      file: range.file, start: Int(range.start) + start, end: Int(range.start) + position)
    return Located(String(decoding: bytes[start..<position], as: UTF8.self), place)
  }

  private static func parts(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ",")
  }
}
