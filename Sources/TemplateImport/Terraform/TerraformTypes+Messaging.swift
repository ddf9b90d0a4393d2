/// SNS and SQS.
extension TerraformType {
  static let messaging: [String: TerraformType] = [
    "aws_sns_topic": .init(
      "AWS::SNS::Topic",
      [
        "TopicName": "name", "DisplayName": "display_name", "FifoTopic": "fifo_topic",
        "ContentBasedDeduplication": "content_based_deduplication",
        "KmsMasterKeyId": "kms_master_key_id", "Tags": "tags",
      ]),
    "aws_sns_topic_subscription": .init(
      "AWS::SNS::Subscription",
      [
        "TopicArn": "topic_arn", "Protocol": "protocol", "Endpoint": "endpoint",
        "FilterPolicy": .written("filter_policy"), "FilterPolicyScope": "filter_policy_scope",
        "RawMessageDelivery": "raw_message_delivery",
        "SubscriptionRoleArn": "subscription_role_arn",
        "RedrivePolicy": .made { $0.redrive("redrive_policy", isCounted: false) },
      ]),
    "aws_sns_topic_policy": .init(
      "AWS::SNS::TopicPolicy",
      ["Topics": .made { $0.alone("arn") }, "PolicyDocument": .document("policy")]),
    "aws_sqs_queue": .init(
      "AWS::SQS::Queue",
      [
        "QueueName": "name", "FifoQueue": "fifo_queue",
        "ContentBasedDeduplication": "content_based_deduplication",
        "DeduplicationScope": "deduplication_scope",
        "FifoThroughputLimit": "fifo_throughput_limit", "DelaySeconds": "delay_seconds",
        "VisibilityTimeout": "visibility_timeout_seconds",
        "MessageRetentionPeriod": "message_retention_seconds",
        "MaximumMessageSize": "max_message_size",
        "ReceiveMessageWaitTimeSeconds": "receive_wait_time_seconds",
        "KmsMasterKeyId": "kms_master_key_id", "SqsManagedSseEnabled": "sqs_managed_sse_enabled",
        "RedrivePolicy": .made { $0.redrive("redrive_policy") },
        "RedriveAllowPolicy": .made { $0.redriveAllow("redrive_allow_policy") }, "Tags": "tags",
      ]),
    "aws_sqs_queue_policy": .init(
      "AWS::SQS::QueuePolicy",
      ["Queues": .made { $0.alone("queue_url") }, "PolicyDocument": .document("policy")]),
  ]
}

extension TerraformBlock {
  /// A list of one attribute.
  func alone(_ key: String) -> Value? {
    self[key].map { .list([$0], at: $0.range) }
  }

  /// A redrive policy; of one that is put together of unknown parts the queue that it refers to is
  /// told.
  /// A queue's has a count, a subscription's has none.
  func redrive(_ key: String, isCounted: Bool = true) -> Value? {
    guard let policy = self[key] else { return nil }
    guard case .reference = policy.content else { return document(key) }
    let count = Value.unknown(plan.unknownName("\(label).maxReceiveCount"), at: range)
    return .mapping(
      [("deadLetterTargetArn", policy), ("maxReceiveCount", isCounted ? count : nil)], at: range)
  }

  /// As `redrive`, for which queues may use this one.
  func redriveAllow(_ key: String) -> Value? {
    guard let policy = document(key), !policy.isMapping else { return document(key) }
    let queues = (list(key)?.elements ?? []).filter {
      if case .reference = $0.content { true } else { false }
    }
    guard !queues.isEmpty else { return policy }
    return .mapping(
      [
        ("redrivePermission", .text("byQueue", at: range)),
        ("sourceQueueArns", .list(queues, at: range)),
      ], at: range)
  }
}
