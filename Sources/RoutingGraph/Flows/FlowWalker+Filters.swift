import Diagnostics
import EventPattern
import Topology

extension FlowWalker {
  struct Passed {
    var content: Content
    var filter = EventFlows.Filter.none
    var pattern: EventPattern?
    var certainty = EventFlows.Certainty.certain
  }

  /// What of `content` the filter on `edge` lets through; nil where that is surely nothing.
  mutating func pass(_ content: Content, through index: Int) -> Passed? {
    let edge = graph.edges[index]
    switch edge.pattern {
    case nil:
      guard case .notification(let notification) = edge.declaration,
        let doubt = notification.doubt
      else { return Passed(content: content) }
      return Passed(content: content, filter: .unread, certainty: .assumed(doubt))
    case .unknown(let reason, _, _):
      return Passed(content: content, filter: .unread, certainty: .unknown(reason))
    case .known(let pattern):
      switch filter(pattern, on: index, body: content.body) {
      case .reads(let set, let inner): return narrow(content, to: set, inner)
      case .seems(let set):
        let why = "the message is taken to be the event's detail"
        return Passed(content: content, filter: .assumed(set), certainty: .assumed(why))
      case .cannotTell:
        let why = "what the filter sees of the message is not declared"
        return Passed(content: content, filter: .unread, certainty: .assumed(why))
      }
    }
  }

  struct FilterKey: Hashable {
    var edge: Int
    var body: Content.Body
  }

  /// Made once: many flows pass by the same filter.
  private mutating func filter(
    _ pattern: EventPattern, on index: Int, body: Content.Body
  ) -> MessageFilter {
    let key = FilterKey(edge: index, body: body)
    if let known = filters[key] { return known }
    let made = MessageFilter(pattern, on: graph.edges[index].kind, body: body)
    filters[key] = made
    return made
  }

  private func narrow(_ content: Content, to set: EventSet, _ pattern: EventPattern) -> Passed? {
    let meeting = content.set.intersects(set)
    guard meeting != .no else { return nil }
    let left = content.set.intersection(set)
    var passed = Passed(content: content, filter: .exact(left))
    passed.content.set = left
    passed.pattern = pattern
    if case .undecided(let why) = meeting {
      passed.certainty = .unknown(why)
    } else {
      passed.certainty = certainty(of: pattern, on: content)
    }
    return passed
  }

  /// Certain where some branch of the pattern tests nothing but what the shape declares.
  private func certainty(of pattern: EventPattern, on content: Content) -> EventFlows.Certainty {
    guard let shape = content.shape else {
      return .assumed("what is sent is not declared")
    }
    var open: String?
    for branch in pattern.alternatives.prefix(Self.branchLimit) {
      guard let field = branch.fields.first(where: { !$0.isSettled(by: shape) }) else {
        let single = EventPattern(
          dialect: pattern.dialect, alternatives: [branch], range: pattern.range,
          byteCount: pattern.byteCount)
        if pattern.alternatives.count == 1 { return .certain }
        if EventSet(single).intersects(content.set) == .yes { return .certain }
        continue
      }
      open = open ?? field.path.description
    }
    let event = content.event.map { "'\($0)'" } ?? "what is sent"
    return .assumed(open.map { "\(event) does not declare '\($0)'" } ?? "\(event) is not decided")
  }

  /// `$or` branches looked at one by one.
  private static var branchLimit: Int { 32 }
}

extension Bucket.Notification {
  /// Why a write to the bucket may not be told; nil where every write is.
  fileprivate var doubt: String? {
    if prefix != nil || suffix != nil { return "the key that is written is not declared" }
    let tellsOfWrites = events.contains { $0.value.hasPrefix("s3:ObjectCreated") }
    return tellsOfWrites || events.isEmpty ? nil : "the notification is not of writes"
  }
}

extension FieldTest {
  /// Whether `shape` says what stands at the path, or the test wants nothing there.
  func isSettled(by shape: ValueShape) -> Bool {
    tests.contains(.exists(false)) || shape.declares(path: path)
  }
}

extension ValueShape {
  /// Keys that EventBridge itself writes into every event.
  private static let envelopeKeys: Set<UTF8Text> = [
    "account", "region", "time", "id", "resources", "version", "source", "detail-type",
  ]

  /// Whether something is said of the value at a path of an event.
  func declares(path: UTF8Text) -> Bool {
    Self.envelopeKeys.contains(path)
      || says(path.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)[...])
  }

  private func says(_ keys: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard let key = keys.first else { return self != .any }
    switch self {
    case .object(let object):
      let name = UTF8Text(Array(key))
      return object.properties.contains { $0.name == name && $0.shape.says(keys.dropFirst()) }
    case .array(let element): return element.says(keys)
    case .union(let shapes): return shapes.contains { $0.says(keys) }
    case .any, .null, .boolean, .choices, .string, .number: return false
    }
  }
}
