package import Diagnostics
package import EventPattern

/// How often and how long a delivery is tried again; nil means the service's default.
package struct RetryPolicy: Hashable, Sendable {
  package var attempts: Located<Int>?
  package var maxAge: Located<Duration>?

  package init(attempts: Located<Int>? = nil, maxAge: Located<Duration>? = nil) {
    self.attempts = attempts
    self.maxAge = maxAge
  }
}

/// What a target receives instead of the whole event.
package enum TargetInput: Hashable, Sendable {
  /// JSON text sent as it is.
  case constant(Located<String>)
  /// A JSONPath into the event.
  case path(Located<String>)
  case transform(paths: [Located<String>], names: [String], template: Located<String>)
}

/// A pattern or filter policy where it is used: readable, or known to be there but not to be told.
package enum PatternUse: Sendable {
  case known(EventPattern)
  /// `partial` is what can be read of it, its unknown values as the texts that stand for them.
  case unknown(reason: String, range: SourceRange, partial: EventPattern? = nil)

  package var pattern: EventPattern? {
    if case .known(let pattern) = self { pattern } else { nil }
  }

  /// What can be shown of it: unknown values stand as the texts that the files give them.
  package var readable: EventPattern? {
    switch self {
    case .known(let pattern): pattern
    case .unknown(_, _, let partial): partial
    }
  }
}

/// A rule, schedule or pipe sends to it.
package struct DeliveryTarget: Sendable {
  package var to: Reference
  /// The `Id` of PutTargets where declared.
  package var targetId: Located<String>?
  package var deadLetter: Reference?
  package var retry: RetryPolicy
  package var input: Located<TargetInput>?
  package var role: Reference?
  package var messageGroupId: Located<String>?
  package var range: SourceRange

  package init(to: Reference, range: SourceRange) {
    self.to = to
    self.retry = RetryPolicy()
    self.range = range
  }
}

/// An SNS subscription.
package struct Subscription: Sendable {
  package var to: Reference
  /// `sqs`, `lambda`, `https`, `http`, `email`, `email-json`, `sms`, `firehose`, `application`.
  package var `protocol`: Located<String>?
  package var filter: PatternUse?
  package var filterScope: Located<FilterScope>?
  package var deadLetter: Reference?
  package var rawMessageDelivery = false
  package var role: Reference?
  package var range: SourceRange

  package init(to: Reference, range: SourceRange) {
    self.to = to
    self.range = range
  }

  package enum FilterScope: String, Hashable, Sendable {
    case messageAttributes = "MessageAttributes"
    case messageBody = "MessageBody"
  }
}

/// An event source mapping: what a function reads from.
package struct Trigger: Sendable {
  package var from: Reference
  /// The Kafka topic or the broker's queue.
  package var topic: Located<String>?
  package var filters: [PatternUse] = []
  package var batchSize: Located<Int>?
  package var batchWindow: Located<Duration>?
  package var reportBatchItemFailures = false
  package var startingPosition: Located<String>?
  package var onFailure: Reference?
  package var maximumRetryAttempts: Located<Int>?
  package var maximumRecordAge: Located<Duration>?
  package var bisectBatchOnFunctionError = false
  package var parallelizationFactor: Located<Int>?
  package var maximumConcurrency: Located<Int>?
  package var isEnabled = true
  package var range: SourceRange

  package init(from: Reference, range: SourceRange) {
    self.from = from
    self.range = range
  }
}
