extension PatternDialect {
  /// A rule of an event bus (the classic service). The size limit is a quota of 2,048 characters
  /// that can be raised; the API takes 4,096 (Amazon EventBridge quotas; PutRule).
  package static let eventBridge = {
    var dialect = PatternDialect(
      name: "eventbridge", combinationLimit: 1000, byteLimit: 2048, maximumByteLimit: 4096)
    dialect.messagePrefix = "Event pattern is not valid. Reason: "
    dialect.hasEnvelope = true
    return dialect
  }()

  /// A subscriber's filter on a custom event bus of 2026 (EventsV2), 4,096 bytes in all.
  package static let customEventBus = {
    var dialect = eventBridge
    dialect.name = "custom-event-bus"
    dialect.byteLimit = 4096
    return dialect
  }()

  /// An SNS filter policy on message attributes, the default scope.
  package static let snsAttributes = {
    var dialect = sns("sns-attributes")
    dialect.allowsNesting = false
    return dialect
  }()

  /// An SNS filter policy on the message body.
  package static let snsBody = sns("sns-body")

  /// A filter of a Lambda event source mapping.
  package static let eventSourceMapping = eventSourceMapping(from: nil)

  /// A filter of an EventBridge pipe.
  package static let pipes = pipes(from: nil)

  /// A filter of a Lambda event source mapping; `source` tells which fields its records have.
  package static func eventSourceMapping(from source: EventSourceKind?) -> PatternDialect {
    var dialect = PatternDialect(
      name: "event-source-mapping", combinationLimit: 1000, byteLimit: 4096)
    dialect.onlyMessage = "Invalid filter pattern definition."
    dialect.source = source
    return dialect
  }

  /// A filter of an EventBridge pipe, which lacks wildcards and most forms of `anything-but`
  /// (Amazon EventBridge user guide, operators for use in event patterns).
  package static func pipes(from source: EventSourceKind?) -> PatternDialect {
    var dialect = PatternDialect(name: "pipes", combinationLimit: 1000, byteLimit: 4096)
    dialect.operators.remove(.wildcard)
    dialect.negatedOperators = []
    dialect.source = source
    return dialect
  }

  /// At most 5 names, 150 combinations and 256 KiB; no wildcards, and inside `anything-but` only
  /// `prefix` (Amazon SNS, filter policy constraints and string value matching).
  private static func sns(_ name: String) -> PatternDialect {
    var dialect = PatternDialect(name: name, combinationLimit: 1000, byteLimit: 256 << 10)
    dialect.keyLimit = 5
    dialect.valueCombinationLimit = 150
    dialect.operators.remove(.wildcard)
    dialect.negatedOperators = [.prefix]
    dialect.messagePrefix = "Invalid parameter: FilterPolicy: "
    return dialect
  }

  /// Every dialect by its name on the command line.
  package static let all: [PatternDialect] = [
    eventBridge, customEventBus, snsAttributes, snsBody, eventSourceMapping, pipes,
  ]

  /// The names on the command line; what records come from may follow, as in `pipes/sqs`.
  package static let knownNames =
    all.map(\.name).joined(separator: ", ") + "; the last two also with what they read, as '"
    + pipes.name + "/" + EventSourceKind.allCases.map(\.word).joined(separator: "', '/") + "'"

  package init?(named name: String) {
    if let dialect = Self.all.first(where: { $0.name == name }) {
      self = dialect
      return
    }
    for source in EventSourceKind.allCases {
      for dialect in [Self.eventSourceMapping(from: source), Self.pipes(from: source)]
      where name == "\(dialect.name)/\(source.word)" {
        self = dialect
        return
      }
    }
    return nil
  }
}

/// What an event source mapping or a pipe reads its records from.
package enum EventSourceKind: String, CaseIterable, Hashable, Sendable {
  case sqs, kinesis, dynamoDB, kafka, mq

  /// Its name on the command line.
  package var word: String { rawValue.lowercased() }
}
