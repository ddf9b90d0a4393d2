package import AccessPolicy
package import Diagnostics

/// A Kinesis data stream.
package struct Stream: Resource {
  package static let kind = ResourceKind.stream
  package enum Mode: String, CaseIterable, Sendable { case onDemand, provisioned }

  package var info: ResourceInfo
  package var mode: Mode = .onDemand
  package var shards: Located<Int>?
  package var retention: Located<Duration>?
  /// Names of enhanced fan-out consumers.
  package var consumers: [Located<String>] = []
  package var policy: [PolicyStatement] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// A Firehose delivery stream.
package struct DeliveryStream: Resource {
  package static let kind = ResourceKind.deliveryStream
  package var info: ResourceInfo
  package var source: Reference?
  package var destination: Reference?
  package var transform: Reference?
  package var role: Reference?

  package init(info: ResourceInfo) { self.info = info }
}

/// An S3 bucket.
package struct Bucket: Resource {
  package static let kind = ResourceKind.bucket

  package struct Notification: Sendable {
    /// `s3:ObjectCreated:*` …
    package var events: [Located<String>]
    package var to: Reference
    package var prefix: Located<String>?
    package var suffix: Located<String>?
    package var range: SourceRange

    package init(events: [Located<String>], to: Reference, range: SourceRange) {
      self.events = events
      self.to = to
      self.range = range
    }
  }

  package var info: ResourceInfo
  package var notifications: [Notification] = []
  /// Sends every event to the account's default bus.
  package var sendsToEventBridge = false
  package var versioning: Bool?
  /// Held on average, for the cost report.
  package var storage: ByteSize?
  package var policy: [PolicyStatement] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// A DynamoDB table.
package struct Table: Resource {
  package static let kind = ResourceKind.table
  package var info: ResourceInfo
  /// The stream's view type (`NEW_IMAGE` …); nil means no stream.
  package var stream: Located<String>?
  /// The Kinesis stream that every change is copied to.
  package var kinesisStream: Reference?
  package var pointInTimeRecovery: Bool?
  /// A transactional outbox: what is written here is published by its stream.
  package var isOutbox = false
  package var storage: ByteSize?
  package var itemSize: ByteSize?
  package var policy: [PolicyStatement] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// An MSK cluster.
package struct Cluster: Resource {
  package static let kind = ResourceKind.cluster
  /// What clients may speak.
  package enum TransitEncryption: String, CaseIterable, Sendable {
    case tls, tlsOrPlaintext, plaintext
  }

  package var info: ResourceInfo
  package var isServerless = false
  package var brokers: Int?
  package var instanceType: Located<String>?
  package var storagePerBroker: ByteSize?
  package var encryptionInTransit: TransitEncryption?
  package var topics: [Located<String>] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// An Amazon MQ broker.
package struct Broker: Resource {
  package static let kind = ResourceKind.broker
  package enum Engine: String, CaseIterable, Sendable {
    case activeMQ = "activemq"
    case rabbitMQ = "rabbitmq"
  }

  package var info: ResourceInfo
  package var engine: Engine = .activeMQ
  package var instanceType: Located<String>?
  /// Nodes that are billed: 1, 2 (active/standby) or 3 (cluster).
  package var nodes = 1
  package var storage: ByteSize?
  package var isPubliclyAccessible: Bool?
  package var queues: [Located<String>] = []
  package var topics: [Located<String>] = []

  package init(info: ResourceInfo) { self.info = info }
}
