/// EventBridge: buses, rules, pipes and schedules. Attributes from the AWS provider's reference.
extension TerraformType {
  static let events: [String: TerraformType] = [
    "aws_cloudwatch_event_bus": .init(
      "AWS::Events::EventBus",
      [
        "Name": "name", "Description": "description", "KmsKeyIdentifier": "kms_key_identifier",
        "DeadLetterConfig": .block("dead_letter_config", ["Arn": "arn"]),
      ]),
    "aws_cloudwatch_event_rule": .init(
      "AWS::Events::Rule",
      [
        "Name": "name", "Description": "description", "EventBusName": "event_bus_name",
        "EventPattern": .written("event_pattern"), "ScheduleExpression": "schedule_expression",
        "RoleArn": "role_arn", "State": .made(ruleState),
      ]),
    "aws_cloudwatch_event_permission": .init(
      "AWS::Events::EventBusPolicy",
      [
        "EventBusName": "event_bus_name", "StatementId": "statement_id", "Principal": "principal",
        "Action": .made { $0["action"] ?? .text("events:PutEvents", at: $0.range) },
        "Condition": .block("condition", ["Type": "type", "Key": "key", "Value": "value"]),
      ]),
    "aws_cloudwatch_event_archive": .init(
      "AWS::Events::Archive",
      [
        "ArchiveName": "name", "SourceArn": "event_source_arn",
        "EventPattern": .written("event_pattern"),
        "RetentionDays": "retention_days", "Description": "description",
      ]),
    "aws_cloudwatch_event_connection": .init(
      "AWS::Events::Connection", ["Name": "name", "AuthorizationType": "authorization_type"]),
    "aws_cloudwatch_event_api_destination": .init(
      "AWS::Events::ApiDestination",
      [
        "Name": "name", "ConnectionArn": "connection_arn", "HttpMethod": "http_method",
        "InvocationEndpoint": "invocation_endpoint",
        "InvocationRateLimitPerSecond": "invocation_rate_limit_per_second",
      ]),
    "aws_cloudwatch_event_endpoint": .init(
      "AWS::Events::Endpoint",
      [
        "Name": "name", "RoleArn": "role_arn",
        "EventBuses": .blocks("event_bus", ["EventBusArn": "event_bus_arn"]),
      ]),
    "aws_pipes_pipe": .init("AWS::Pipes::Pipe", pipe),
    "aws_scheduler_schedule": .init("AWS::Scheduler::Schedule", schedule),
    "aws_scheduler_schedule_group": .init("AWS::Scheduler::ScheduleGroup", ["Name": "name"]),
  ]

  /// `state`, or `is_enabled` of older providers.
  @Sendable private static func ruleState(_ block: TerraformBlock) -> Value? {
    if let state = block["state"] { return state }
    guard let isEnabled = block["is_enabled"], let boolean = isEnabled.boolean else { return nil }
    return .text(boolean ? "ENABLED" : "DISABLED", at: isEnabled.range)
  }

  /// A target of a rule, without the rule.
  static let target: TerraformPart.Members = [
    "Id": .made { $0["target_id"] ?? .text("target", at: $0.range) },
    "Arn": "arn", "RoleArn": "role_arn", "Input": .written("input"), "InputPath": "input_path",
    "InputTransformer": .block(
      "input_transformer", ["InputPathsMap": "input_paths", "InputTemplate": "input_template"]),
    "DeadLetterConfig": .block("dead_letter_config", ["Arn": "arn"]),
    "RetryPolicy": retry,
    "SqsParameters": .block("sqs_target", ["MessageGroupId": "message_group_id"]),
    "KinesisParameters": .block("kinesis_target", ["PartitionKeyPath": "partition_key_path"]),
    "EcsParameters": .block(
      "ecs_target",
      [
        "TaskDefinitionArn": "task_definition_arn", "TaskCount": "task_count",
        "LaunchType": "launch_type",
      ]),
    "BatchParameters": .block(
      "batch_target", ["JobDefinition": "job_definition", "JobName": "job_name"]),
  ]

  private static let retry: TerraformPart = .block(
    "retry_policy",
    [
      "MaximumRetryAttempts": "maximum_retry_attempts",
      "MaximumEventAgeInSeconds": "maximum_event_age_in_seconds",
    ])

  private static let schedule: TerraformPart.Members = [
    "Name": "name", "GroupName": "group_name", "ScheduleExpression": "schedule_expression",
    "ScheduleExpressionTimezone": "schedule_expression_timezone", "State": "state",
    "KmsKeyArn": "kms_key_arn", "StartDate": "start_date", "EndDate": "end_date",
    "FlexibleTimeWindow": .block(
      "flexible_time_window",
      ["Mode": "mode", "MaximumWindowInMinutes": "maximum_window_in_minutes"]),
    "Target": .block(
      "target",
      [
        "Arn": "arn", "RoleArn": "role_arn", "Input": .written("input"), "RetryPolicy": retry,
        "DeadLetterConfig": .block("dead_letter_config", ["Arn": "arn"]),
        "SqsParameters": .block("sqs_parameters", ["MessageGroupId": "message_group_id"]),
        "KinesisParameters": .block("kinesis_parameters", ["PartitionKey": "partition_key"]),
        "EventBridgeParameters": .block(
          "eventbridge_parameters", ["DetailType": "detail_type", "Source": "source"]),
        "EcsParameters": .block(
          "ecs_parameters",
          ["TaskDefinitionArn": "task_definition_arn", "LaunchType": "launch_type"]),
      ]),
  ]

  private static let pipe: TerraformPart.Members = [
    "Name": "name", "Source": "source", "Target": "target", "Enrichment": "enrichment",
    "RoleArn": "role_arn", "DesiredState": "desired_state", "Description": "description",
    "KmsKeyIdentifier": "kms_key_identifier",
    "SourceParameters": .block("source_parameters", pipeSource),
    "TargetParameters": .block("target_parameters", pipeTarget),
    "EnrichmentParameters": .block("enrichment_parameters", ["InputTemplate": "input_template"]),
  ]

  private static let pipeSource: TerraformPart.Members = [
    "FilterCriteria": .block(
      "filter_criteria", ["Filters": .blocks("filter", ["Pattern": .written("pattern")])]),
    "SqsQueueParameters": .block("sqs_queue_parameters", batch),
    "KinesisStreamParameters": .block("kinesis_stream_parameters", streamBatch),
    "DynamoDBStreamParameters": .block("dynamodb_stream_parameters", streamBatch),
    "ManagedStreamingKafkaParameters": .block(
      "managed_streaming_kafka_parameters", kafkaBatch),
    "SelfManagedKafkaParameters": .block("self_managed_kafka_parameters", kafkaBatch),
    "ActiveMQBrokerParameters": .block("activemq_broker_parameters", brokerBatch),
    "RabbitMQBrokerParameters": .block("rabbitmq_broker_parameters", brokerBatch),
  ]

  private static let batch: TerraformPart.Members = [
    "BatchSize": "batch_size",
    "MaximumBatchingWindowInSeconds": "maximum_batching_window_in_seconds",
  ]

  private static let streamBatch: TerraformPart.Members = [
    "BatchSize": "batch_size",
    "MaximumBatchingWindowInSeconds": "maximum_batching_window_in_seconds",
    "DeadLetterConfig": .block("dead_letter_config", ["Arn": "arn"]),
    "MaximumRecordAgeInSeconds": .made { $0.limit("maximum_record_age_in_seconds") },
    "MaximumRetryAttempts": .made { $0.limit("maximum_retry_attempts") },
    "OnPartialBatchItemFailure": "on_partial_batch_item_failure",
    "ParallelizationFactor": "parallelization_factor", "StartingPosition": "starting_position",
  ]

  private static let kafkaBatch: TerraformPart.Members = [
    "TopicName": "topic_name", "BatchSize": "batch_size", "StartingPosition": "starting_position",
    "MaximumBatchingWindowInSeconds": "maximum_batching_window_in_seconds",
    "ConsumerGroupID": "consumer_group_id",
  ]

  private static let brokerBatch: TerraformPart.Members = [
    "QueueName": "queue_name", "BatchSize": "batch_size",
    "MaximumBatchingWindowInSeconds": "maximum_batching_window_in_seconds",
  ]

  private static let pipeTarget: TerraformPart.Members = [
    "InputTemplate": "input_template",
    "EventBridgeEventBusParameters": .block(
      "eventbridge_event_bus_parameters",
      ["DetailType": "detail_type", "Source": "source", "EndpointId": "endpoint_id"]),
    "SqsQueueParameters": .block(
      "sqs_queue_parameters",
      [
        "MessageGroupId": "message_group_id",
        "MessageDeduplicationId": "message_deduplication_id",
      ]),
    "KinesisStreamParameters": .block(
      "kinesis_stream_parameters", ["PartitionKey": "partition_key"]),
    "LambdaFunctionParameters": .block(
      "lambda_function_parameters", ["InvocationType": "invocation_type"]),
    "StepFunctionStateMachineParameters": .block(
      "step_function_state_machine_parameters", ["InvocationType": "invocation_type"]),
    "CloudWatchLogsParameters": .block(
      "cloudwatch_logs_parameters",
      ["LogStreamName": "log_stream_name", "Timestamp": "timestamp"]),
  ]
}

extension TerraformBlock {
  /// A bound for which Terraform writes -1 or 0 where there is none.
  func limit(_ key: String) -> Value? {
    guard let value = self[key] else { return nil }
    return (value.integer ?? 0) < 0 ? nil : value
  }
}
