import YAMLTree

/// `aws sqs`, `aws sns`.
extension InventoryShape {
  static let messaging: [InventoryShape] = [
    .init(.list(of: "QueueUrls", having: [])) { dump, inventory in
      for url in dump.root["QueueUrls"]?.elements ?? [] { inventory.put(queueAt: url) }
    },
    .init(.member("Attributes", having: ["QueueArn"])) { dump, inventory in
      if let attributes = dump.root["Attributes"] { inventory.put(queue: attributes) }
    },
    .init(.member("Attributes", having: ["SubscriptionArn", "TopicArn"])) { dump, inventory in
      guard let attributes = dump.root["Attributes"] else { return }
      inventory.put(subscription: attributes, isWhole: true)
    },
    .init(.member("Attributes", having: ["TopicArn"])) { dump, inventory in
      if let attributes = dump.root["Attributes"] { inventory.put(topic: attributes) }
    },
    .init(.list(of: "Topics", having: ["TopicArn"])) { dump, inventory in
      for topic in dump.elements("Topics") {
        guard let arn = topic["TopicArn"]?.string else { continue }
        inventory.put(
          "AWS::SNS::Topic", arn, name: Inventory.lastPart(arn), fifo(arn, topic), at: topic.range)
      }
    },
    .init(.list(of: "Subscriptions", having: ["SubscriptionArn", "TopicArn"])) { dump, inventory in
      for subscription in dump.elements("Subscriptions") {
        inventory.put(subscription: subscription, isWhole: false)
      }
    },
  ]

  private static func fifo(_ name: String, _ node: YAMLNode) -> [(String, Value?)] {
    [("FifoTopic", name.hasSuffix(".fifo") ? .text("true", at: node.range) : nil)]
  }
}

extension Inventory {
  /// `orders` of `arn:aws:sqs:us-east-1:123456789012:orders`.
  static func lastPart(_ arn: String) -> String {
    arn.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? arn
  }

  /// `https://sqs.us-east-1.amazonaws.com/123456789012/orders`.
  fileprivate mutating func put(queueAt url: YAMLNode) {
    let parts = url.text.split(separator: "/").map(String.init)
    guard parts.count == 4, let name = parts.last else { return }
    let host = parts[1].split(separator: ".").map(String.init)
    let region = host.first == "sqs" && host.count > 1 ? host[1] : host.first ?? ""
    let fifo: Value? = name.hasSuffix(".fifo") ? .text("true", at: url.range) : nil
    put(
      "AWS::SQS::Queue", "arn:aws:sqs:\(region):\(parts[2]):\(name)", name: name,
      [("FifoQueue", fifo)], at: url.range)
  }

  fileprivate mutating func put(queue node: YAMLNode) {
    guard let arn = node["QueueArn"]?.string else { return }
    var members = Value.members(
      node,
      [
        "VisibilityTimeout", "MaximumMessageSize", "MessageRetentionPeriod", "DelaySeconds",
        "ReceiveMessageWaitTimeSeconds", "FifoQueue", "ContentBasedDeduplication",
        "KmsMasterKeyId", "SqsManagedSseEnabled", "DeduplicationScope", "FifoThroughputLimit",
      ])
    members.append(("RedrivePolicy", document(node["RedrivePolicy"])))
    members.append(("RedriveAllowPolicy", document(node["RedriveAllowPolicy"])))
    let key = put("AWS::SQS::Queue", arn, name: Self.lastPart(arn), members, at: node.range)
    note("attributes", of: key)
    put(policy: node["Policy"], "AWS::SQS::QueuePolicy", "Queues", arn)
  }

  fileprivate mutating func put(topic node: YAMLNode) {
    guard let arn = node["TopicArn"]?.string else { return }
    let members = Value.members(
      node, ["DisplayName", "FifoTopic", "ContentBasedDeduplication", "KmsMasterKeyId"])
    let key = put("AWS::SNS::Topic", arn, name: Self.lastPart(arn), members, at: node.range)
    note("attributes", of: key)
    put(policy: node["Policy"], "AWS::SNS::TopicPolicy", "Topics", arn)
  }

  private mutating func put(
    policy node: YAMLNode?, _ type: String, _ owners: String, _ arn: String
  ) {
    guard let node, let policy = document(node) else { return }
    let owner = Value.text(arn, at: node.range)
    put(
      type, "\(arn) policy", name: "",
      [(owners, .list([owner], at: node.range)), ("PolicyDocument", policy)], at: node.range)
  }

  /// One that is not confirmed yet has no ARN of its own.
  fileprivate mutating func put(subscription node: YAMLNode, isWhole: Bool) {
    let own = node["SubscriptionArn"]?.string ?? ""
    let topic = node["TopicArn"]?.text ?? ""
    let id = own.hasPrefix("arn:") ? own : "\(topic) \(node["Endpoint"]?.text ?? "")"
    var members = Value.members(
      node,
      [
        "TopicArn", "Protocol", "Endpoint", "FilterPolicy", "FilterPolicyScope",
        "RawMessageDelivery", "SubscriptionRoleArn",
      ])
    members.append(("RedrivePolicy", document(node["RedrivePolicy"])))
    let key = put("AWS::SNS::Subscription", id, name: "", members, at: node.range)
    if isWhole { note("attributes", of: key) }
  }
}
