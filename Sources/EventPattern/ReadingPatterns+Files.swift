package import Diagnostics
package import YAMLTree

extension EventPattern {
  /// Reads and validates a pattern that stands in a file: a mapping, or a string holding JSON.
  ///
  /// A refusal is appended to `diagnostics` as `pattern/invalid`, at the offending place and with
  /// the service's own first line in the message; then the result is nil.
  package static func read(
    _ node: YAMLNode, dialect: PatternDialect = .eventBridge, diagnostics: inout [Diagnostic]
  ) -> EventPattern? {
    guard let source = PatternSource(node, diagnostics: &diagnostics) else { return nil }
    do {
      return try EventPattern(
        json: source.json, dialect: dialect, locate: source.range(from:to:))
    } catch {
      diagnostics.append(source.diagnostic(for: error, dialect))
      return nil
    }
  }
}

/// A pattern in a file as JSON text, and where in the file its bytes come from.
private struct PatternSource {
  var json: [UInt8]
  private var node: YAMLNode
  private var places: Places

  private enum Places {
    case mapping(JSONText)
    /// The offset in the file of each byte, and of the end.
    case string([UInt32])
  }

  init?(_ node: YAMLNode, diagnostics: inout [Diagnostic]) {
    self.node = node
    if node.kind == .scalar, node.string != nil {
      json = Array(node.utf8)
      places = .string(node.textOrigins())
      return
    }
    guard node.kind == .mapping else {
      diagnostics.append(
        Diagnostic(
          "pattern/invalid", "a pattern must be a mapping, or a string that holds JSON",
          at: node.range, help: "write for example {source: [my.app]}"))
      return nil
    }
    guard let text = node.json(diagnostics: &diagnostics) else { return nil }
    json = text.bytes
    places = .mapping(text)
  }

  func range(from start: Int, to end: Int) -> SourceRange {
    switch places {
    case .mapping(let text):
      let first = text.range(at: start)
      let last = text.range(at: max(start, end - 1))
      // A value that an alias stands for is elsewhere; then its key is the place.
      guard last.file == first.file, last.start >= first.start, last.end >= first.end else {
        return first
      }
      return SourceRange(file: first.file, start: Int(first.start), end: Int(last.end))
    case .string(let origins):
      func origin(_ offset: Int) -> Int {
        Int(origins[min(max(offset, 0), origins.count - 1)])
      }
      return SourceRange(file: node.range.file, start: origin(start), end: origin(end))
    }
  }

  func diagnostic(for fault: PatternFault, _ dialect: PatternDialect) -> Diagnostic {
    let refusal = InvalidPattern(fault, in: dialect)
    let end = min(fault.end, json.count)
    let text = String(decoding: json[min(fault.start, end)..<end], as: UTF8.self)
    let advice = fault.advice(text.count > 60 ? "…" : text, in: dialect)
    let answer =
      refusal.message.isEmpty
      ? "fails on it without a message" : "says '\(refusal.message)'"
    let message = "\(advice.summary); \(dialect.service) \(answer)"
    return Diagnostic(
      "pattern/invalid", String(message.map { $0.isNewline ? " " : $0 }),
      at: range(from: fault.start, to: end), help: advice.help)
  }
}
