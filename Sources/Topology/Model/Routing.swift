package import AccessPolicy
package import Diagnostics

/// Where events come from outside the topology.
package struct Producer: Resource {
  package static let kind = ResourceKind.producer
  package enum Origin: String, CaseIterable, Sendable {
    case application, saas, partner, onPremises, awsService
  }

  package var info: ResourceInfo
  package var origin: Origin = .application
  package var principal: Reference?
  package var emits: [Emission] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// An event bus with its rules.
package struct Bus: Resource {
  package static let kind = ResourceKind.bus
  /// `classic` has rules and targets; `custom` is the EventsV2 bus of 2026.
  package enum Generation: String, CaseIterable, Sendable { case classic, custom }

  package struct Archive: Sendable {
    /// Nil means kept for ever.
    package var retention: Located<Duration>?
    package var pattern: PatternUse?
    package var range: SourceRange

    package init(retention: Located<Duration>?, pattern: PatternUse?, range: SourceRange) {
      self.retention = retention
      self.pattern = pattern
      self.range = range
    }
  }

  package var info: ResourceInfo
  package var generation: Generation = .classic
  package var archive: Archive?
  package var deadLetter: Reference?
  package var policy: [PolicyStatement] = []
  package var rules: [RoutingRule] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// A rule of a bus: a pattern, a schedule, or both.
package struct RoutingRule: Sendable {
  package var name: Located<String>
  package var pattern: PatternUse?
  package var schedule: Located<String>?
  package var isEnabled = true
  package var targets: [DeliveryTarget] = []
  package var summary: String?
  package var owner: String?
  package var tags: [String: String] = [:]
  package var range: SourceRange

  package init(name: Located<String>, range: SourceRange) {
    self.name = name
    self.range = range
  }
}

/// An SNS topic with its subscriptions.
package struct Topic: Resource {
  package static let kind = ResourceKind.topic
  package var info: ResourceInfo
  package var isFIFO = false
  package var contentBasedDeduplication = false
  package var policy: [PolicyStatement] = []
  package var subscriptions: [Subscription] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// An SQS queue.
package struct Queue: Resource {
  package static let kind = ResourceKind.queue

  package struct Redrive: Sendable {
    package var queue: Reference
    package var maxReceiveCount: Located<Int>?
    package var range: SourceRange

    package init(queue: Reference, maxReceiveCount: Located<Int>?, range: SourceRange) {
      self.queue = queue
      self.maxReceiveCount = maxReceiveCount
      self.range = range
    }
  }

  /// Which queues may use this one as their dead-letter queue.
  package enum RedriveAllow: Sendable {
    case all, none
    case byQueue([Reference])
  }

  package var info: ResourceInfo
  package var isFIFO = false
  package var contentBasedDeduplication = false
  package var visibilityTimeout: Located<Duration>?
  package var retention: Located<Duration>?
  package var delay: Located<Duration>?
  package var receiveWaitTime: Located<Duration>?
  package var maximumMessageSize: Located<ByteSize>?
  package var deadLetter: Redrive?
  package var redriveAllow: RedriveAllow?
  package var policy: [PolicyStatement] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// EventBridge Pipes: one source, one target, a filter and an enrichment between.
package struct Pipe: Resource {
  package static let kind = ResourceKind.pipe
  package var info: ResourceInfo
  package var source: Reference?
  package var filters: [PatternUse] = []
  package var enrichment: Reference?
  package var target: DeliveryTarget?
  package var role: Reference?
  package var deadLetter: Reference?
  package var batchSize: Located<Int>?
  package var batchWindow: Located<Duration>?
  package var startingPosition: Located<String>?
  /// The Kafka topic or the broker's queue.
  package var topic: Located<String>?
  package var retry = RetryPolicy()
  package var isEnabled = true

  package init(info: ResourceInfo) { self.info = info }
}

/// EventBridge Scheduler: one schedule, one target.
package struct Schedule: Resource {
  package static let kind = ResourceKind.schedule
  package var info: ResourceInfo
  /// `rate(…)`, `cron(…)` or `at(…)`.
  package var expression: Located<String>?
  package var timezone: String?
  /// How late it may fire.
  package var flexibleWindow: Duration?
  package var target: DeliveryTarget?
  package var isEnabled = true

  package init(info: ResourceInfo) { self.info = info }
}

/// An API destination with its connection.
package struct Destination: Resource {
  package static let kind = ResourceKind.destination

  package struct Connection: Sendable {
    /// `apiKey`, `basic` or `oauth`.
    package var authorization: Located<String>?
    package var range: SourceRange

    package init(authorization: Located<String>?, range: SourceRange) {
      self.authorization = authorization
      self.range = range
    }
  }

  package var info: ResourceInfo
  package var endpoint: Located<String>?
  package var method: String?
  /// Invocations per second, at most 300.
  package var rateLimit: Located<Rate>?
  package var connection: Connection?

  package init(info: ResourceInfo) { self.info = info }
}
