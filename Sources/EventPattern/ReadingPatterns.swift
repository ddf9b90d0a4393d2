import Diagnostics

/// An invalid pattern: what the service says of it, and what to do.
package struct InvalidPattern: Error, Hashable, Sendable {
  /// The service's own first line, as a whole; empty where it answers with an internal failure.
  package var message: String
  /// The reason alone, in the words of the compiler that all of the services share.
  package var reason: String
  /// Byte offset into the JSON text.
  package var offset: Int
  /// Where the offending part ends.
  package var end: Int
  /// What to write instead.
  package var help: String?

  package init(_ message: String, reason: String? = nil, offset: Int, end: Int? = nil) {
    self.message = message
    self.reason = reason ?? message
    self.offset = offset
    self.end = end ?? offset
  }

  init(_ fault: PatternFault, in dialect: PatternDialect) {
    let reason = fault.reason
    let firstLine = String(reason.prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" })
    let message = firstLine.isEmpty ? "" : dialect.onlyMessage ?? dialect.messagePrefix + firstLine
    self.init(message, reason: firstLine, offset: fault.start, end: fault.end)
  }
}

extension EventPattern {
  /// Reads a pattern from JSON text exactly as the service does: repeated keys, number lexemes and
  /// text after the closing brace included. Ranges are offsets into the text.
  package init(json: [UInt8], dialect: PatternDialect = .eventBridge) throws(InvalidPattern) {
    do {
      try self.init(json: json, dialect: dialect) { start, end in
        SourceRange(file: FileID(0), start: start, end: end)
      }
    } catch {
      var refusal = InvalidPattern(error, in: dialect)
      let end = min(error.end, json.count)
      let text = String(decoding: json[min(error.start, end)..<end], as: UTF8.self)
      refusal.help = error.advice(text.count > 60 ? "…" : text, in: dialect).help
      throw refusal
    }
  }

  init(json: [UInt8], dialect: PatternDialect, locate: (Int, Int) -> SourceRange)
    throws(PatternFault)
  {
    if let fault = invalidUTF8(json) { throw fault }
    var reader = PatternReader(json, dialect: dialect)
    let program = try reader.read()
    let rules = try program.checkedCombinations(in: dialect)
    let tests = program.fields.map { field in
      FieldTest(path: field.path, tests: field.tests, range: locate(field.start, field.end))
    }
    self.init(
      dialect: dialect,
      alternatives: rules.map { rule in Conjunction(fields: rule.map { tests[$0] }) },
      range: locate(program.start, program.end), byteCount: json.count)
  }
}

/// The first byte that is no UTF-8, in the words of the service's parser for bytes.
private func invalidUTF8(_ bytes: [UInt8]) -> PatternFault? {
  guard let bad = bytes.indexOfInvalidUTF8 else { return nil }
  let message = "Invalid UTF-8 start byte 0x\(String(bytes[bad], radix: 16))"
  return PatternFault(.syntax(message), start: bad, end: bad + 1)
}

extension [UInt8] {
  fileprivate var indexOfInvalidUTF8: Int? {
    var decoder = UTF8()
    var iterator = makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return Swift.min(offset, count - 1)
      }
    }
  }
}
