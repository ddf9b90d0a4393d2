/// Why an event could not be matched: what is wrong with its JSON, and where.
public struct EventError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable, CaseIterable {
    case notAnObject
    case unexpectedEnd
    case unexpectedByte
    /// A control character inside a string.
    case controlCharacter
    case badEscape
    case badUTF8
    case badNumber
    case badLiteral
    /// Containers nest deeper than `EventMatcher.maximumDepth`.
    case tooDeep
    /// More than `EventMatcher.maximumLength` bytes.
    case tooLong
    /// Repeated keys over arrays leave more combinations than are worth trying.
    case tooManyCombinations
  }

  public var reason: Reason
  /// Byte offset into the event.
  public var offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// One line in lower case.
  public var message: String { reason.text.description }
}

extension EventError.Reason {
  /// One line in lower case, which the C library hands out as it lies in the program.
  package var text: StaticString {
    switch self {
    case .notAnObject: "an event must be a JSON object"
    case .unexpectedEnd: "the event ends too early"
    case .unexpectedByte: "unexpected character"
    case .controlCharacter: "a control character in a string must be written as an escape"
    case .badEscape: "not an escape that JSON knows"
    case .badUTF8: "not valid UTF-8"
    case .badNumber: "not a JSON number"
    case .badLiteral: "expected 'true', 'false' or 'null'"
    case .tooDeep: "objects and arrays nest too deeply"
    case .tooLong: "the event is too long"
    case .tooManyCombinations: "repeated keys over arrays leave too many combinations to try"
    }
  }
}
