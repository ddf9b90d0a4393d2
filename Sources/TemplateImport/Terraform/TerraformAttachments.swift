import YAMLTree

extension TerraformWriter {
  typealias Attachment =
    @Sendable (TerraformBlock, TerraformInstance, inout TerraformWriter) ->
    Void

  /// Resources of Terraform that add to another one.
  static let attachments: [String: Attachment] = [
    "aws_cloudwatch_event_target": target,
    "aws_cloudwatch_event_bus_policy": busPolicy,
    "aws_sqs_queue_redrive_policy": { block, instance, writer in
      writer.attach(
        "RedrivePolicy", block.redrive("redrive_policy"), block["queue_url"], "AWS::SQS::Queue",
        instance)
    },
    "aws_sqs_queue_redrive_allow_policy": { block, instance, writer in
      writer.attach(
        "RedriveAllowPolicy", block.redriveAllow("redrive_allow_policy"), block["queue_url"],
        "AWS::SQS::Queue", instance)
    },
    "aws_s3_bucket_notification": { block, instance, writer in
      writer.attach(
        "NotificationConfiguration", block.notifications, block["bucket"], "AWS::S3::Bucket",
        instance)
    },
    "aws_s3_bucket_versioning": { block, instance, writer in
      let part = TerraformPart.block("versioning_configuration", ["Status": "status"])
      writer.attach(
        "VersioningConfiguration", part.value(of: block), block["bucket"], "AWS::S3::Bucket",
        instance)
    },
    "aws_s3_bucket_server_side_encryption_configuration": { block, instance, writer in
      writer.attach(
        "BucketEncryption", bucketEncryption.value(of: block), block["bucket"], "AWS::S3::Bucket",
        instance)
    },
    "aws_dynamodb_kinesis_streaming_destination": { block, instance, writer in
      let part = TerraformPart.group(["StreamArn": "stream_arn"])
      writer.attach(
        "KinesisStreamSpecification", part.value(of: block), block["table_name"],
        "AWS::DynamoDB::Table", instance)
    },
    "aws_kms_key_policy": { block, instance, writer in
      writer.attach(
        "KeyPolicy", block.document("policy"), block["key_id"], "AWS::KMS::Key", instance)
    },
    "aws_iam_role_policy_attachment": { block, instance, writer in
      writer.attachPolicy(block["policy_arn"], to: [block["role"]].compactMap { $0 }, instance)
    },
    "aws_iam_policy_attachment": { block, instance, writer in
      writer.attachPolicy(block["policy_arn"], to: block.list("roles")?.elements ?? [], instance)
    },
    "aws_api_gateway_integration": integration,
  ]

  private mutating func attach(
    _ key: String, _ value: Value?, _ owner: Value?, _ type: String, _ instance: TerraformInstance
  ) {
    guard let position = self.owner(owner, type) else { return noteLoose(instance) }
    set(position, key, value)
  }

  @Sendable private static func target(
    _ block: TerraformBlock, _ instance: TerraformInstance, _ writer: inout TerraformWriter
  ) {
    guard let target = TerraformPart.mapping(TerraformType.target, of: block) else { return }
    guard let rule = writer.owner(block["rule"], "AWS::Events::Rule") else {
      return writer.noteLoose(instance)
    }
    writer.append(rule, "Targets", target)
  }

  /// A policy of a bus as statements, each as CloudFormation has it.
  @Sendable private static func busPolicy(
    _ block: TerraformBlock, _ instance: TerraformInstance, _ writer: inout TerraformWriter
  ) {
    guard let policy = block.document("policy") else { return }
    let statements = policy["Statement"]?.elements ?? [policy]
    for (number, statement) in statements.enumerated() {
      let properties = Value.mapping(
        [
          ("EventBusName", block["event_bus_name"]),
          ("StatementId", statement["Sid"] ?? .text("statement\(number + 1)", at: statement.range)),
          ("Statement", statement),
        ], at: statement.range)
      writer.make("AWS::Events::EventBusPolicy", "\(number + 1)", properties, instance)
    }
  }

  private static let bucketEncryption: TerraformPart = .group([
    "ServerSideEncryptionConfiguration": .blocks(
      "rule",
      [
        "ServerSideEncryptionByDefault": .block(
          "apply_server_side_encryption_by_default",
          ["SSEAlgorithm": "sse_algorithm", "KMSMasterKeyID": "kms_master_key_id"])
      ])
  ])

  private mutating func attachPolicy(
    _ policy: Value?, to roles: [Value], _ instance: TerraformInstance
  ) {
    guard let policy else { return }
    let managed = owner(policy, "AWS::IAM::ManagedPolicy")
    for role in roles {
      if let managed {
        append(managed, "Roles", role)
      } else if let position = owner(role, "AWS::IAM::Role") {
        append(position, "ManagedPolicyArns", policy)
      } else {
        noteLoose(instance)
      }
    }
  }

  /// What a method of a REST API calls: the method is the one of the same API, path and verb.
  @Sendable private static func integration(
    _ block: TerraformBlock, _ instance: TerraformInstance, _ writer: inout TerraformWriter
  ) {
    guard let integration = TerraformPart.mapping(TerraformType.integration, of: block) else {
      return
    }
    let found = writer.method(block["rest_api_id"], block["resource_id"], block["http_method"])
    guard let found else { return writer.noteLoose(instance) }
    writer.set(found, "Integration", integration)
  }
}

extension TerraformBlock {
  /// The notifications of a bucket.
  fileprivate var notifications: Value {
    func configurations(_ name: String, _ key: String, _ attribute: String) -> Value? {
      let made = blocks(name).map { block in
        Value.mapping(
          [("Event", block.list("events")), (key, block[attribute]), ("Filter", block.keyFilter)],
          at: block.range)
      }
      return made.first.map { .list(made, at: $0.range) }
    }
    return .mapping(
      [
        ("QueueConfigurations", configurations("queue", "Queue", "queue_arn")),
        ("TopicConfigurations", configurations("topic", "Topic", "topic_arn")),
        (
          "LambdaConfigurations",
          configurations("lambda_function", "Function", "lambda_function_arn")
        ),
        ("EventBridgeConfiguration", eventBridge),
      ], at: range)
  }

  private var eventBridge: Value? {
    guard let isOn = self["eventbridge"], isOn.boolean != false else { return nil }
    return .mapping([("EventBridgeEnabled", isOn)], at: isOn.range)
  }

  private var keyFilter: Value? {
    let rules = [("prefix", self["filter_prefix"]), ("suffix", self["filter_suffix"])].compactMap {
      name, value in
      value.map {
        Value.mapping([("Name", .text(name, at: $0.range)), ("Value", $0)], at: $0.range)
      }
    }
    guard let first = rules.first else { return nil }
    let key = Value.mapping([("Rules", .list(rules, at: first.range))], at: first.range)
    return .mapping([("S3Key", key)], at: first.range)
  }
}
