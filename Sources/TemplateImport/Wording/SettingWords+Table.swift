import Topology

extension SettingWords {
  /// By the native key; of several for one key the first that fits counts. Names: the
  /// CloudFormation resource reference and the documentation of Terraform's AWS provider.
  static let all: [String: [SettingWords]] = [
    "deadLetter": [
      .init("RedrivePolicy: {%}", "redrive_policy = jsonencode({%})", isOfMappings: true),
      .init(
        "RedrivePolicy: {deadLetterTargetArn: %}",
        "redrive_policy = jsonencode({deadLetterTargetArn = %})", of: "topic"),
      .init("DeadLetterConfig: {Arn: %}", "dead_letter_config { arn = % }"),
    ],
    "queue": [.init("deadLetterTargetArn: %", "deadLetterTargetArn = %")],
    "maxReceiveCount": [.init("maxReceiveCount: %", "maxReceiveCount = %")],
    "redriveAllow": [
      .init(
        "RedriveAllowPolicy: {redrivePermission: %}",
        "redrive_allow_policy = jsonencode({redrivePermission = %})")
    ],
    "visibilityTimeout": [
      .init("VisibilityTimeout: %", "visibility_timeout_seconds = %", .seconds)
    ],
    "retention": [.init("MessageRetentionPeriod: %", "message_retention_seconds = %", .seconds)],
    "contentBasedDeduplication": [
      .init("ContentBasedDeduplication: %", "content_based_deduplication = %")
    ],
    "protocol": [.init("Protocol: %", "protocol = %")],
    "messageGroupId": [
      .init("SqsParameters: {MessageGroupId: %}", "sqs_target { message_group_id = % }")
    ],
    "role": [
      .init("SubscriptionRoleArn: %", "subscription_role_arn = %", of: "topic"),
      .init("RoleArn: %", "role_arn = %"),
    ],
    "targets": [.init("Targets: [{Id: …, Arn: …}]", "aws_cloudwatch_event_target { arn = … }")],
    "to": [.init("Arn: %", "arn = %")],
    "retry": [.init("RetryPolicy: {%}", "retry_policy { % }")],
    "attempts": [.init("MaxRetryAttempts: %", "max_retry_attempts = %")],
    "maxAge": [.init("MaxEventAgeInSeconds: %", "max_event_age_in_seconds = %", .seconds)],
    "destinations": [
      .init("Type: AWS::Events::ApiDestination", "aws_cloudwatch_event_api_destination { … }")
    ],
    "onFailure": [
      .init(
        "EventInvokeConfig: {DestinationConfig: {OnFailure: {Destination: %}}}",
        "destination_config { on_failure { destination = % } }",
        of: "delivery/async-no-failure-exit"),
      .init(
        "DestinationConfig: {OnFailure: {Destination: %}}",
        "destination_config { on_failure { destination_arn = % } }"),
    ],
    "batchSize": [.init("BatchSize: %", "batch_size = %")],
    "batchWindow": [
      .init(
        "MaximumBatchingWindowInSeconds: %", "maximum_batching_window_in_seconds = %", .seconds)
    ],
    "maximumConcurrency": [
      .init("ScalingConfig: {MaximumConcurrency: %}", "scaling_config { maximum_concurrency = % }")
    ],
    "maximumRetryAttempts": [.init("MaximumRetryAttempts: %", "maximum_retry_attempts = %")],
    "bisectBatchOnFunctionError": [
      .init("BisectBatchOnFunctionError: %", "bisect_batch_on_function_error = %")
    ],
    "reportBatchItemFailures": [
      .init(
        "FunctionResponseTypes: [ReportBatchItemFailures]",
        "function_response_types = [\"ReportBatchItemFailures\"]")
    ],
    "alarms": [
      .init(
        "Type: AWS::CloudWatch::Alarm, MetricName: ApproximateNumberOfMessagesVisible",
        "aws_cloudwatch_metric_alarm { metric_name = \"ApproximateNumberOfMessagesVisible\" }")
    ],
    "authorizer": [
      .init(
        "AuthorizationType: %", "authorization_type = %",
        values: ["iam": "AWS_IAM", "none": "NONE"])
    ],
    "eventBridge": [
      .init("EventBridgeConfiguration: {EventBridgeEnabled: %}", "eventbridge = %")
    ],
    "Resource": [.init("Resource: %", "Resource = %")],
  ]

  /// What Terraform declares a resource as.
  static let terraformTypes: [ResourceKind: String] = [
    .queue: "aws_sqs_queue", .topic: "aws_sns_topic", .bus: "aws_cloudwatch_event_bus",
    .function: "aws_lambda_function", .stateMachine: "aws_sfn_state_machine",
    .stream: "aws_kinesis_stream", .deliveryStream: "aws_kinesis_firehose_delivery_stream",
    .table: "aws_dynamodb_table", .key: "aws_kms_key", .role: "aws_iam_role",
  ]
}
