import AccessPolicy
import Diagnostics
import YAMLTree

extension Stream {
  static let record = Record<Stream>(resource: "a stream") { record in
    record.field("mode", \.mode, .words, "'onDemand' or 'provisioned'.", aka: ["streamMode"])
    record.field(
      "shards", \.shards, .integer(1), "Its shards where it is provisioned.",
      aka: ["shardCount"])
    record.field(
      "retention", \.retention, .duration("h"),
      "How long records are kept; 24h if not said.", aka: ["retentionPeriod"])
    record.field(
      "consumers", \.consumers, Form<String>.text.located.list(),
      "The names of its enhanced fan-out consumers.")
    record.field("policy", \.policy, .policy, "Who may read and write: IAM's own grammar.")
  }
}

extension DeliveryStream {
  static let record = Record<DeliveryStream>(resource: "a delivery stream") { record in
    record.field(
      "source", \.source, .reference(.stream, .cluster),
      "What it reads; nothing if records are put into it.")
    record.field(
      "destination", \.destination, .destination, "Where it writes: 'bucket/…' or an ARN.")
    record.field(
      "transform", \.transform, .reference(.function), "The function that changes records.")
    record.field("role", \.role, .reference(.role), "The role that it runs as.", aka: ["roleArn"])
  }
}

extension Bucket {
  static let record = Record<Bucket>(resource: "a bucket") { record in
    record.field(
      "notifications", \.notifications, Form<Bucket.Notification>.notification.list(),
      "Whom it tells of what, by itself.", aka: ["notificationConfiguration"])
    record.field(
      "eventBridge", \.sendsToEventBridge, .boolean,
      "Sends every event to the account's default bus.", aka: ["eventBridgeConfiguration"])
    record.field("versioning", \.versioning, .boolean, "Keeps old versions of its objects.")
    record.field(
      "storage", \.storage, .size("GiB"), "What it holds on average, for the cost report.")
    record.field("policy", \.policy, .policy, "Who may read and write: IAM's own grammar.")
  }
}

extension Form<Bucket.Notification> {
  fileprivate static let notification: Form = {
    let event = Form<String>.string(
      "an event such as s3:ObjectCreated:*",
      .sequence([
        "s3:",
        .some(.init(ranges: ["A"..."Z", "a"..."z", "0"..."9", ":"...":", "*"..."*", "-"..."-"])),
      ]), examples: ["s3:ObjectCreated:*"])
    let record = Record<Bucket.Notification>("a notification") { record in
      record.field(
        "events", \.events, event.located.oneOrMany, "Of what it tells: 's3:ObjectCreated:*' …",
        aka: ["event"], required: true)
      record.field(
        "to", \.to, .reference(.queue, .topic, .function), "Whom it tells.",
        aka: ["queue", "topic", "function"], required: true)
      record.field("prefix", \.prefix, .text, "Only for keys that begin so.")
      record.field("suffix", \.suffix, .text, "Only for keys that end so.")
    }
    return record.form(named: "notification") {
      Bucket.Notification(events: [], to: .unread(at: $0.range), range: $0.range)
    }
  }()
}

extension Table {
  static let record = Record<Table>(resource: "a table") { record in
    record.field(
      "stream", \.stream,
      Form<String>.word("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY").located,
      "What its stream shows of a change; no stream if not said.",
      aka: ["streamSpecification", "streamViewType"])
    record.field(
      "kinesisStream", \.kinesisStream, .reference(.stream),
      "The Kinesis stream that every change is copied to.",
      aka: ["kinesisStreamSpecification"])
    record.field(
      "pointInTimeRecovery", \.pointInTimeRecovery, .boolean,
      "Continuous backups of the last 35 days.", aka: ["pointInTimeRecoverySpecification"])
    record.field(
      "outbox", \.isOutbox, .boolean,
      "A transactional outbox: what is written here is published by its stream.")
    record.field(
      "storage", \.storage, .size("GiB"), "What it holds on average, for the cost report.")
    record.field("itemSize", \.itemSize, .size("B"), "The mean item.")
    record.field("policy", \.policy, .policy, "Who may read and write: IAM's own grammar.")
  }
}

extension Cluster {
  static let record = Record<Cluster>(resource: "a cluster") { record in
    record.field("serverless", \.isServerless, .boolean, "Whether AWS scales it.")
    record.field(
      "brokers", \.brokers, .integer(1), "Its brokers.", aka: ["numberOfBrokerNodes"])
    record.field(
      "instanceType", \.instanceType, .text, "The brokers' size: 'kafka.m5.large' …")
    record.field("storagePerBroker", \.storagePerBroker, .size("GiB"), "Each broker's disk.")
    record.field("topics", \.topics, Form<String>.text.located.list(), "Its topics.")
    record.field(
      "encryptionInTransit", \.encryptionInTransit, .words,
      "What clients may speak; 'tls' if not said.", aka: ["clientBroker"])
  }
}

extension Broker {
  static let record = Record<Broker>(resource: "a broker") { record in
    record.field("engine", \.engine, .words, "'activemq' or 'rabbitmq'.", aka: ["engineType"])
    record.field(
      "instanceType", \.instanceType, .text, "Its size: 'mq.m5.large' …",
      aka: ["hostInstanceType"])
    record.field(
      "nodes", \.nodes, .integer(1, 3),
      "Nodes that are billed: 1, 2 (active and standby) or 3 (cluster).", aka: ["deploymentMode"])
    record.field("storage", \.storage, .size("GiB"), "Its disk.")
    record.field("queues", \.queues, Form<String>.text.located.list(), "Its queues.")
    record.field("topics", \.topics, Form<String>.text.located.list(), "Its topics.")
    record.field(
      "publiclyAccessible", \.isPubliclyAccessible, .boolean, "Whether it is reached from anywhere."
    )
  }
}
