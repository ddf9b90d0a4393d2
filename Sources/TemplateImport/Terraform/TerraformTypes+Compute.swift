/// Lambda and Step Functions.
extension TerraformType {
  static let compute: [String: TerraformType] = [
    "aws_lambda_function": .init("AWS::Lambda::Function", function),
    "aws_lambda_alias": .init(
      "AWS::Lambda::Alias",
      [
        "Name": "name", "FunctionName": "function_name", "FunctionVersion": "function_version",
        "Description": "description",
      ]),
    "aws_lambda_permission": .init(
      "AWS::Lambda::Permission",
      [
        "Action": "action", "FunctionName": "function_name", "Principal": "principal",
        "SourceArn": .made { $0.literal("source_arn") },
        "SourceAccount": "source_account",
        "PrincipalOrgID": "principal_org_id", "EventSourceToken": "event_source_token",
        "FunctionUrlAuthType": "function_url_auth_type",
      ]),
    "aws_lambda_function_event_invoke_config": .init(
      "AWS::Lambda::EventInvokeConfig",
      [
        "FunctionName": "function_name",
        "Qualifier": .made { $0["qualifier"] ?? .text("$LATEST", at: $0.range) },
        "MaximumRetryAttempts": "maximum_retry_attempts",
        "MaximumEventAgeInSeconds": "maximum_event_age_in_seconds",
        "DestinationConfig": destinations,
      ]),
    "aws_lambda_function_url": .init(
      "AWS::Lambda::Url",
      [
        "TargetFunctionArn": "function_name", "AuthType": "authorization_type",
        "InvokeMode": "invoke_mode", "Qualifier": "qualifier",
      ]),
    "aws_lambda_event_source_mapping": .init("AWS::Lambda::EventSourceMapping", mapping),
    "aws_sfn_state_machine": .init(
      "AWS::StepFunctions::StateMachine",
      [
        "StateMachineName": "name", "StateMachineType": "type", "RoleArn": "role_arn",
        "DefinitionString": .written("definition"),
        "LoggingConfiguration": .block(
          "logging_configuration",
          ["Level": "level", "IncludeExecutionData": "include_execution_data"]),
        "TracingConfiguration": .block("tracing_configuration", ["Enabled": "enabled"]),
        "Tags": "tags",
      ]),
    "aws_sfn_alias": .init(
      "AWS::StepFunctions::StateMachineAlias",
      [
        "Name": "name",
        "StateMachineArn": .made {
          $0.block("routing_configuration")?["state_machine_version_arn"]
        },
      ]),
  ]

  private static let destinations: TerraformPart = .block(
    "destination_config",
    [
      "OnFailure": .block("on_failure", ["Destination": "destination"]),
      "OnSuccess": .block("on_success", ["Destination": "destination"]),
    ])

  private static let function: TerraformPart.Members = [
    "FunctionName": "function_name", "Role": "role", "Runtime": "runtime", "Handler": "handler",
    "PackageType": "package_type", "Timeout": "timeout", "MemorySize": "memory_size",
    "Description": "description",
    "Architectures": .list("architectures"),
    "EphemeralStorage": .block("ephemeral_storage", ["Size": "size"]),
    "ReservedConcurrentExecutions": .made { $0.limit("reserved_concurrent_executions") },
    "DeadLetterConfig": .block("dead_letter_config", ["TargetArn": "target_arn"]),
    "TracingConfig": .block("tracing_config", ["Mode": "mode"]), "KmsKeyArn": "kms_key_arn",
    "Environment": .block("environment", ["Variables": "variables"]),
    "VpcConfig": .block(
      "vpc_config",
      ["SubnetIds": .list("subnet_ids"), "SecurityGroupIds": .list("security_group_ids")]),
    "Tags": "tags",
  ]

  private static let mapping: TerraformPart.Members = [
    "EventSourceArn": "event_source_arn", "FunctionName": "function_name", "Enabled": "enabled",
    "BatchSize": "batch_size",
    "MaximumBatchingWindowInSeconds": "maximum_batching_window_in_seconds",
    "ParallelizationFactor": "parallelization_factor", "StartingPosition": "starting_position",
    "MaximumRetryAttempts": .made { $0.limit("maximum_retry_attempts") },
    "MaximumRecordAgeInSeconds": .made { $0.limit("maximum_record_age_in_seconds") },
    "BisectBatchOnFunctionError": "bisect_batch_on_function_error",
    "TumblingWindowInSeconds": "tumbling_window_in_seconds",
    "FunctionResponseTypes": .list("function_response_types"), "Topics": .list("topics"),
    "Queues": .list("queues"),
    "FilterCriteria": .block(
      "filter_criteria", ["Filters": .blocks("filter", ["Pattern": .written("pattern")])]),
    "ScalingConfig": .block("scaling_config", ["MaximumConcurrency": "maximum_concurrency"]),
    "DestinationConfig": .block(
      "destination_config",
      ["OnFailure": .block("on_failure", ["Destination": "destination_arn"])]),
    "AmazonManagedKafkaEventSourceConfig": .block(
      "amazon_managed_kafka_event_source_config", ["ConsumerGroupId": "consumer_group_id"]),
    "SelfManagedKafkaEventSourceConfig": .block(
      "self_managed_kafka_event_source_config", ["ConsumerGroupId": "consumer_group_id"]),
    "SelfManagedEventSource": .block("self_managed_event_source", ["Endpoints": "endpoints"]),
    "DocumentDBEventSourceConfig": .block(
      "document_db_event_source_config",
      [
        "CollectionName": "collection_name", "DatabaseName": "database_name",
        "FullDocument": "full_document",
      ]),
  ]
}
