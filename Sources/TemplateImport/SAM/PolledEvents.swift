import Diagnostics

/// Events that Lambda polls for.
extension ServerlessExpander {
  /// What is said of a polled event's type: the property with its source, and the managed policy
  /// that SAM gives the function's role for it.
  struct Polled {
    var source: String?
    var managedPolicy: String?
  }

  static let polled: [String: Polled] = [
    "SQS": Polled(source: "Queue", managedPolicy: "AWSLambdaSQSQueueExecutionRole"),
    "Kinesis": Polled(source: "Stream", managedPolicy: "AWSLambdaKinesisExecutionRole"),
    "DynamoDB": Polled(source: "Stream", managedPolicy: "AWSLambdaDynamoDBExecutionRole"),
    "MSK": Polled(source: "Stream", managedPolicy: "AWSLambdaMSKExecutionRole"),
    "MQ": Polled(source: "Broker"), "DocumentDB": Polled(source: "Cluster"),
    "SelfManagedKafka": Polled(),
  ]

  mutating func expandPolled(_ event: ServerlessEvent, _ owner: inout EventOwner) {
    guard let polled = Self.polled[event.type] else { return }
    var mapping = event.properties.picking(Self.keptOfMapping)
    mapping.range = event.cause.range
    mapping = mapping.setting("FunctionName", owner.target)
    if let source = polled.source {
      if event[source] == nil {
        report(
          "wrong-value", .error, "an event of type '\(event.type)' needs '\(source)'",
          at: event.cause.nameRange)
      }
      mapping = mapping.setting(
        "EventSourceArn", event[source] ?? .unknown(source, at: event.cause.nameRange))
    }
    mapping = withKafka(event, mapping)
    mapping = withDocuments(event, mapping)
    mapping = withDestination(event, mapping, &owner)
    if let name = polled.managedPolicy {
      owner.role.add(managed: "service-role/\(name)", at: event.cause.nameRange)
    }
    allowPolling(event, polled, &owner)
    make(
      event.key, "AWS::Lambda::EventSourceMapping", mapping.entries.map { ($0.key, $0.value) },
      for: event.cause)
  }

  private static let keptOfMapping: Set<String> = [
    "BatchSize", "StartingPosition", "StartingPositionTimestamp", "Enabled",
    "MaximumBatchingWindowInSeconds", "MaximumRetryAttempts", "BisectBatchOnFunctionError",
    "MaximumRecordAgeInSeconds", "ParallelizationFactor", "Topics", "Queues",
    "SourceAccessConfigurations", "TumblingWindowInSeconds", "FunctionResponseTypes",
    "FilterCriteria", "KmsKeyArn", "ScalingConfig", "ProvisionedPollerConfig", "MetricsConfig",
    "LoggingConfig",
  ]

  private func withKafka(_ event: ServerlessEvent, _ mapping: Value) -> Value {
    var mapping = mapping
    if let servers = event["KafkaBootstrapServers"] {
      let endpoints = Value.mapping([("KafkaBootstrapServers", servers)], at: servers.range)
      mapping = mapping.setting(
        "SelfManagedEventSource", .mapping([("Endpoints", endpoints)], at: servers.range))
    }
    let config = event.properties.picking(["ConsumerGroupId", "SchemaRegistryConfig"])
    if !config.entries.isEmpty {
      mapping = mapping.setting(
        event.type == "MSK"
          ? "AmazonManagedKafkaEventSourceConfig" : "SelfManagedKafkaEventSourceConfig", config)
    }
    return mapping
  }

  private func withDocuments(_ event: ServerlessEvent, _ mapping: Value) -> Value {
    guard event.type == "DocumentDB" else { return mapping }
    let config = event.properties.picking(["DatabaseName", "CollectionName", "FullDocument"])
    return mapping.setting("DocumentDBEventSourceConfig", config)
  }

  /// `Type` of a destination is SAM's own: it says what the role must be allowed.
  private func withDestination(
    _ event: ServerlessEvent, _ mapping: Value, _ owner: inout EventOwner
  ) -> Value {
    guard let config = event["DestinationConfig"] else { return mapping }
    guard let exit = config["OnFailure"] else {
      return mapping.setting("DestinationConfig", config)
    }
    if let destination = exit["Destination"] {
      let place = exit.range
      switch exit["Type"]?.knownText {
      case "SQS":
        owner.role.allow(
          ["sqs:SendMessage"], on: [destination], named: event.key.id + "SQSPolicy", at: place)
      case "SNS":
        owner.role.allow(
          ["sns:Publish"], on: [destination], named: event.key.id + "SNSPolicy", at: place)
      case "S3":
        let objects = Value.text(text(destination, owner.key.stack) + "/*", at: place)
        let put = Value.allow(["s3:PutObject"], on: [objects], at: place)
        let list = Value.allow(["s3:ListBucket"], on: [destination], at: place)
        owner.role.add(.policy([put, list], at: place), named: event.key.id + "S3Policy")
      default: break
      }
    }
    return mapping.setting(
      "DestinationConfig", config.setting("OnFailure", exit.without("Type")))
  }

  /// Brokers and clusters are read with a secret, which the role must be allowed to read.
  private func allowPolling(
    _ event: ServerlessEvent, _ polled: Polled, _ owner: inout EventOwner
  ) {
    let place = event.cause.nameRange
    let secrets = (event["SourceAccessConfigurations"]?.elements ?? []).filter {
      Self.secretTypes.contains($0["Type"]?.knownText ?? "")
    }
    var statements: [Value] = []
    let uris = secrets.compactMap { $0["URI"] }
    if !uris.isEmpty {
      statements.append(.allow(["secretsmanager:GetSecretValue"], on: uris, at: place))
    }
    let source = polled.source.flatMap { event[$0] }
    if event.type == "MQ", let source {
      statements.append(.allow(["mq:DescribeBroker"], on: [source], at: place))
    }
    if event.type == "DocumentDB", let source {
      statements.append(.allow(["rds:DescribeDBClusters"], on: [source], at: place))
    }
    if let key = event["SecretsManagerKmsKeyId"] {
      let arn = "arn:aws:kms:${Region}:${AccountId}:key/" + text(key, owner.key.stack)
      statements.append(.allow(["kms:Decrypt"], on: [.text(arn, at: key.range)], at: place))
    }
    if !statements.isEmpty {
      owner.role.add(
        .policy(statements, at: place), named: "SamAutoGenerated\(event.type)Policy")
    }
  }

  private static let secretTypes: Set<String> = [
    "BASIC_AUTH", "SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH",
    "SERVER_ROOT_CA_CERTIFICATE", "OAUTHBEARER_AUTH",
  ]
}
