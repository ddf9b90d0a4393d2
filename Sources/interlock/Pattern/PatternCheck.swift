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
      let pattern = try EventPattern(json: pattern, dialect: dialect)
      self = PatternVerdict(pattern, event: event)
    } catch {
      self = .invalidPattern(error.message.isEmpty ? error.reason : error.message)
    }
  }

  init(_ pattern: EventPattern, event: [UInt8]) {
    let rule = RoutedRule(name: "pattern", scope: "pattern", pattern: pattern, targets: [])
    do {
      let bytes = try compileTable([rule], topologyDigest: [UInt8](repeating: 0, count: 32))
      var matcher = EventMatcher(try RuleTable(bytes))
      self = try matcher.match(event.span).isEmpty ? .noMatch : .match
    } catch let error as EventError {
      self = .invalidEvent("\(error.message) (byte \(error.offset))")
    } catch let error as TableLimitExceeded {
      self = .invalidPattern(error.message)
    } catch {
      self = .invalidPattern("the compiled table does not load")
    }
  }

  /// What `TestEventPattern` says of an event that lacks a part of EventBridge's envelope; nil where
  /// none is lacking. Rules themselves match whatever a bus takes.
  static func missingEnvelope(_ event: [UInt8]) -> PatternVerdict? {
    missing(in: keys(of: event)).isEmpty ? nil : .invalidEvent("Parameter Event is not valid.")
  }

  /// The same of an event that is plainly meant as an envelope: it has most of the parts, or it is a
  /// `detail` alone and the pattern reads the other parts only. Other documents are matched as they are.
  static func brokenEnvelope(_ event: [UInt8], for pattern: [UInt8]) -> PatternVerdict? {
    let members = keys(of: event)
    let isMostlyThere = (1...2).contains(missing(in: members).count)
    let read = keys(of: pattern)
    let isDetailAlone =
      members == ["detail"] && isObject(detailOf: event)
      && !read.isEmpty && read.isSubset(of: envelopeParts)
    return isMostlyThere || isDetailAlone ? missingEnvelope(event) : nil
  }

  private static let envelopeParts: Set<String> = [
    "id", "detail-type", "source", "account", "time", "region",
  ]

  private static func keys(of object: [UInt8]) -> Set<String> {
    Set((RecordScanner.members(of: object[...]) ?? []).map(\.key))
  }

  private static func missing(in keys: Set<String>) -> Set<String> {
    envelopeParts.subtracting(keys)
  }

  private static func isObject(detailOf event: [UInt8]) -> Bool {
    RecordScanner.members(of: event[...])?.first?.value.first == UInt8(ascii: "{")
  }

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

/// The dialect of a name, or what to say where there is none.
func patternDialect(_ name: String) throws(Refused) -> PatternDialect {
  if let dialect = PatternDialect(named: name) { return dialect }
  let known = PatternDialect.all.map(\.name)
  throw Refused("unknown dialect '\(name)': known: \(known.joined(separator: ", "))")
}
