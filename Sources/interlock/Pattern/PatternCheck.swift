import EventMatcher
import EventPattern
import TableCompiler

/// Whether one event matches one pattern, found out by the compiled table.
enum PatternVerdict {
  case match
  case noMatch
  case invalidPattern(String)
  case invalidEvent(String)

  init(pattern: [UInt8], event: [UInt8], dialect: PatternDialect) {
    do throws(InvalidPattern) {
      self = try PatternVerdict(EventPattern(json: pattern, dialect: dialect), record: event)
    } catch {
      self = .invalidPattern(error.message.isEmpty ? error.reason : error.message)
    }
  }

  /// The verdict on a record of the pattern's source, whose payload is read as the service reads it.
  init(_ pattern: EventPattern, record: [UInt8]) {
    let plain = PatternVerdict(pattern, event: record)
    guard pattern.dialect.source != nil, plain.error == nil else {
      self = plain
      return
    }
    switch SourceRecord.view(record, by: pattern) {
    case .document(let document): self = PatternVerdict(pattern, event: document)
    case .dropped: self = .noMatch
    }
  }

  init(_ pattern: EventPattern, event: [UInt8]) {
    let rule = RoutedRule(name: "pattern", scope: "pattern", pattern: pattern, targets: [])
    do {
      let bytes = try compileTable([rule], topologyDigest: [UInt8](repeating: 0, count: 32))
      var matcher = EventMatcher(try RuleTable(bytes), checking: .strict)
      self = try matcher.match(event.span).isEmpty ? .noMatch : .match
    } catch let error as EventError {
      self = .invalidEvent("\(error.message) (byte \(error.offset))")
    } catch let error as TableLimitExceeded {
      self = .invalidPattern(error.message)
    } catch {
      self = .invalidPattern("the compiled table does not load")
    }
  }

  var isMatch: Bool { if case .match = self { true } else { false } }

  /// The word that stands for it in output.
  var word: String {
    switch self {
    case .match: "match"
    case .noMatch: "no-match"
    case .invalidPattern: "invalid-pattern"
    case .invalidEvent: "invalid-event"
    }
  }

  /// Why the pattern or event is invalid.
  var error: String? {
    switch self {
    case .match, .noMatch: nil
    case .invalidPattern(let message), .invalidEvent(let message): message
    }
  }
}
