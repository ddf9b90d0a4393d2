/// What the records look like that filters of event source mappings and pipes are applied to (AWS
/// Lambda, event filtering; Amazon EventBridge, pipes event filtering).
extension EventSourceKind {
  /// The field that holds what the sender sent, parsed where a filter looks into it.
  package var payloadField: String {
    switch self {
    case .sqs: "body"
    case .kinesis, .mq: "data"
    case .dynamoDB: "dynamodb"
    case .kafka: "value"
    }
  }

  var recordFields: [String] {
    switch self {
    case .sqs:
      [
        "messageId", "receiptHandle", "body", "attributes", "messageAttributes", "md5OfBody",
        "md5OfMessageAttributes", "eventSource", "eventSourceARN", "awsRegion",
      ]
    case .kinesis:
      [
        "data", "kinesisSchemaVersion", "partitionKey", "sequenceNumber", "encryptionType",
        "approximateArrivalTimestamp", "eventSource", "eventVersion", "eventID", "eventName",
        "invokeIdentityArn", "awsRegion", "eventSourceARN",
      ]
    case .dynamoDB:
      [
        "eventID", "eventName", "eventVersion", "eventSource", "awsRegion", "dynamodb",
        "eventSourceARN", "userIdentity",
      ]
    case .kafka:
      [
        "topic", "partition", "offset", "timestamp", "timestampType", "key", "value", "headers",
        "eventSource", "eventSourceArn", "eventSourceKey", "bootstrapServers",
      ]
    case .mq:
      [
        "messageID", "messageType", "deliveryMode", "replyTo", "type", "expiration", "priority",
        "correlationId", "redelivered", "destination", "data", "timestamp", "brokerInTime",
        "brokerOutTime", "properties", "basicProperties", "eventSource", "eventSourceArn",
      ]
    }
  }
}
