import YAMLTree

/// `aws s3api`, `aws kinesis`, `aws dynamodb`.
extension InventoryShape {
  static let data: [InventoryShape] = [
    .init(
      .some(of: [
        "QueueConfigurations", "TopicConfigurations", "LambdaFunctionConfigurations",
        "EventBridgeConfiguration",
      ]), adds: true
    ) { dump, inventory in inventory.put(notifications: dump) },
    .init(.member("StreamDescriptionSummary", having: ["StreamARN"])) { dump, inventory in
      guard let stream = dump.root["StreamDescriptionSummary"] else { return }
      let names = [
        "StreamName=Name", "RetentionPeriodHours", "OpenShardCount=ShardCount", "StreamModeDetails",
      ]
      var members = Value.members(stream, names)
      if let key = stream["KeyId"], stream["EncryptionType"]?.text == "KMS" {
        let encryption = Value.members(stream, ["EncryptionType", "KeyId"])
        members.append(("StreamEncryption", .mapping(encryption, at: key.range)))
      }
      inventory.put(
        "AWS::Kinesis::Stream", stream["StreamARN"]?.text ?? "",
        name: stream["StreamName"]?.text ?? "", members, at: stream.range)
    },
    .init(.member("Table", having: ["TableName", "TableArn"])) { dump, inventory in
      guard let table = dump.root["Table"] else { return }
      var members = Value.members(table, ["TableName"])
      if let stream = table["StreamSpecification"], stream["StreamEnabled"]?.boolean != false {
        let view = Value.members(stream, ["StreamViewType"])
        members.append(("StreamSpecification", .mapping(view, at: stream.range)))
      }
      let key = inventory.put(
        "AWS::DynamoDB::Table", table["TableArn"]?.text ?? "",
        name: table["TableName"]?.text ?? "", members, at: table.range)
      inventory.alias(table["LatestStreamArn"]?.string, key)
    },
  ]
}

extension Inventory {
  /// `get-bucket-notification-configuration@BUCKET.json`: the output does not say which bucket.
  fileprivate mutating func put(notifications dump: InventoryDump) {
    guard let bucket = dump.about.last else {
      return noteUnread(
        dump, "name the file 'get-bucket-notification-configuration@BUCKET.json'")
    }
    let root = dump.root
    func configurations(_ name: String, _ key: String, _ arn: String) -> Value? {
      let made = dump.elements(name).map { configuration in
        let events = configuration["Events"].map { Value(literal: $0) }
        let target = configuration[arn].map { Value(literal: $0) }
        return Value.mapping(
          [("Event", events), (key, target), ("Filter", filter(configuration))],
          at: configuration.range)
      }
      return made.first.map { .list(made, at: $0.range) }
    }
    let eventBridge = root["EventBridgeConfiguration"].map { node in
      Value.mapping([("EventBridgeEnabled", .text("true", at: node.range))], at: node.range)
    }
    let all = Value.mapping(
      [
        ("QueueConfigurations", configurations("QueueConfigurations", "Queue", "QueueArn")),
        ("TopicConfigurations", configurations("TopicConfigurations", "Topic", "TopicArn")),
        (
          "LambdaConfigurations",
          configurations("LambdaFunctionConfigurations", "Function", "LambdaFunctionArn")
        ),
        ("EventBridgeConfiguration", eventBridge),
      ], at: root.range)
    put(
      "AWS::S3::Bucket", "arn:aws:s3:::\(bucket)", name: bucket,
      [("BucketName", .text(bucket, at: root.range)), ("NotificationConfiguration", all)],
      at: root.range)
  }

  private func filter(_ configuration: YAMLNode) -> Value? {
    guard let rules = configuration["Filter"]?["Key"]?["FilterRules"], rules.count > 0 else {
      return nil
    }
    let key = Value.mapping([("Rules", Value(literal: rules))], at: rules.range)
    return .mapping([("S3Key", key)], at: rules.range)
  }
}
