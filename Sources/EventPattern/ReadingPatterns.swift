package import Diagnostics
package import YAMLTree

extension EventPattern {
  /// Reads and validates a pattern that stands in a file: a mapping, or a string holding JSON.
  ///
  /// Findings (`pattern/…`, with the service's own first-line text in the message) are appended to
  /// `diagnostics`; after an error the result is nil.
  package static func read(
    _ node: YAMLNode, dialect: PatternDialect = .eventBridge, diagnostics: inout [Diagnostic]
  ) -> EventPattern? {
    nil  // REPLACED by the pattern work
  }
}

/// An invalid pattern; `message` is the service's own first-line text.
package struct InvalidPattern: Error, Hashable, Sendable {
  package var message: String
  /// Byte offset into the JSON text.
  package var offset: Int

  package init(_ message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}

extension EventPattern {
  /// Reads a pattern from JSON text exactly as the service does: repeated keys, number lexemes and
  /// text after the closing brace included.
  package init(json: [UInt8], dialect: PatternDialect = .eventBridge) throws(InvalidPattern) {
    throw InvalidPattern("not yet", offset: 0)  // REPLACED by the pattern work
  }
}
