import Topology

/// The ways in which a service gives up an event and may hand it to something else.
enum Integration: String, CaseIterable {
  case rule = "an EventBridge rule"
  case subscriber = "a subscriber of a custom event bus"
  case bus = "an event bus"
  case schedule = "EventBridge Scheduler"
  case pipeFromStream = "a pipe from a stream"
  case pipeFromOther = "a pipe from anything but a stream"
  case pipeFromUnknown = "a pipe"
  case subscription = "an SNS subscription"
  case queue = "an SQS queue"
  case functionDestination = "an asynchronous invocation"
  case functionDeadLetter = "a function's dead-letter queue"
  case streamTrigger = "a trigger from a stream"
  case otherTrigger = "a trigger from a queue or broker"
  case unknownTrigger = "a trigger"

  init?(pipeFrom source: ReferenceTarget) {
    guard let kind = source.kind else { return nil }
    self = kind == .stream || kind == .table ? .pipeFromStream : .pipeFromOther
  }

  init(triggerFrom source: ReferenceTarget) {
    switch source.kind {
    case .stream, .table, .cluster: self = .streamTrigger
    case .queue, .broker: self = .otherTrigger
    default: self = .unknownTrigger
    }
  }
}

/// What may stand as the failure exit of an integration.
struct FailureExitFact {
  enum QueueType { case standard, sameAsSource, any }

  var integration: Integration
  /// Empty: it has no failure exit of its own.
  var kinds: [ResourceKind]
  var type = QueueType.any
  var isSameRegion = false
  var isSameAccount = false
  var source: String

  static let all: [FailureExitFact] = [
    .init(
      integration: .rule, kinds: [.queue], type: .standard, isSameRegion: true,
      source: Source.ruleDeadLetter),
    .init(integration: .subscriber, kinds: [.queue], source: Source.customBus),
    .init(integration: .bus, kinds: [.queue], type: .standard, source: Source.busDeadLetter),
    .init(
      integration: .schedule, kinds: [.queue], type: .standard, source: Source.scheduleDeadLetter),
    .init(integration: .pipeFromStream, kinds: [.queue, .topic], source: Source.pipeErrors),
    .init(integration: .pipeFromOther, kinds: [], source: Source.pipeErrors),
    .init(
      integration: .subscription, kinds: [.queue], type: .sameAsSource, isSameRegion: true,
      isSameAccount: true, source: Source.topicDeadLetter),
    .init(
      integration: .queue, kinds: [.queue], type: .sameAsSource, isSameRegion: true,
      isSameAccount: true, source: Source.queueDeadLetter),
    .init(
      integration: .functionDestination, kinds: [.queue, .topic, .function, .bus, .bucket],
      type: .standard, source: Source.functionDestinations),
    .init(
      integration: .functionDeadLetter, kinds: [.queue, .topic], type: .standard,
      source: Source.functionDestinations),
    .init(
      integration: .streamTrigger, kinds: [.queue, .topic, .bucket, .cluster],
      source: Source.streamTriggers),
    .init(integration: .otherTrigger, kinds: [], source: Source.queueTriggers),
  ]

  /// Nil where the integration is not known exactly.
  static func of(_ integration: Integration) -> FailureExitFact? {
    all.first { $0.integration == integration }
  }

  var fact: Fact {
    Fact(
      topic: "failure exits", name: integration.rawValue, value: value, source: source)
  }

  private var value: String {
    if kinds.isEmpty { return "none of its own" }
    var words = [kinds.map(\.rawValue).joined(separator: ", ")]
    switch type {
    case .standard: words.append("standard only")
    case .sameAsSource: words.append("FIFO for FIFO, standard for standard")
    case .any: break
    }
    if isSameRegion { words.append("same region") }
    if isSameAccount { words.append("same account") }
    return words.joined(separator: "; ")
  }
}
