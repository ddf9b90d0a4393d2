import EventPattern
import Topology

/// What a filter says of the event inside the message that it reads.
enum MessageFilter {
  /// The events that it lets through.
  case reads(EventSet, EventPattern)
  /// The same, if the message is the event's detail.
  case seems(EventSet)
  case cannotTell

  /// Rules and filters on a message's body read the event itself; event source mappings and pipes
  /// read a record that holds it under `body` (SQS) or `data` (Kinesis).
  init(
    _ pattern: EventPattern, on kind: RoutingGraph.EdgeKind, body: EventFlows.Content.Body
  ) {
    if pattern.dialect.hasEnvelope {
      self = body == .detail ? .cannotTell : .reads(EventSet(pattern), pattern)
      return
    }
    var inner: EventPattern? = pattern
    if kind == .trigger || kind == .pipe {
      inner = pattern.rebased(from: "body.") ?? pattern.rebased(from: "data.")
    }
    guard var inner else {
      self = .cannotTell
      return
    }
    inner.dialect = .eventBridge
    let isAttributes = pattern.dialect.name == PatternDialect.snsAttributes.name
    switch body {
    case .envelope where !isAttributes: self = .reads(EventSet(inner), inner)
    case .envelope, .detail: self = .seems(EventSet(inner.onDetail))
    case .opaque: self = .cannotTell
    }
  }
}

extension EventPattern {
  /// The pattern on what stands under `prefix`; nil where it tests anything else.
  fileprivate func rebased(from prefix: UTF8Text) -> EventPattern? {
    var moved = self
    for i in moved.alternatives.indices {
      for j in moved.alternatives[i].fields.indices {
        let path = moved.alternatives[i].fields[j].path.bytes
        guard path.starts(with: prefix.bytes) else { return nil }
        moved.alternatives[i].fields[j].path.bytes = Array(path.dropFirst(prefix.bytes.count))
      }
    }
    return moved
  }

  /// The pattern on an event whose detail is the message, but for fields that name the envelope's.
  fileprivate var onDetail: EventPattern {
    var moved = self
    for i in moved.alternatives.indices {
      for j in moved.alternatives[i].fields.indices {
        let path = moved.alternatives[i].fields[j].path
        if path == "source" || path == "detail-type" || path.bytes.starts(with: Self.detail.bytes) {
          continue
        }
        moved.alternatives[i].fields[j].path.bytes = Self.detail.bytes + path.bytes
      }
      moved.alternatives[i].fields.sort { $0.path < $1.path }
    }
    return moved
  }

  private static let detail: UTF8Text = "detail."
}
