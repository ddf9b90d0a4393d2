import YAMLTree

/// Logs, alarms, keys, roles and IoT.
extension TerraformType {
  static let operations: [String: TerraformType] = [
    "aws_cloudwatch_log_group": .init(
      "AWS::Logs::LogGroup",
      [
        "LogGroupName": "name", "KmsKeyId": "kms_key_id",
        "RetentionInDays": .made { block in
          block["retention_in_days"].flatMap { $0.integer == 0 ? nil : $0 }
        },
        "Tags": "tags",
      ]),
    "aws_cloudwatch_log_subscription_filter": .init(
      "AWS::Logs::SubscriptionFilter",
      [
        "FilterName": "name", "LogGroupName": "log_group_name",
        "FilterPattern": .made { $0["filter_pattern"] ?? .text("", at: $0.range) },
        "DestinationArn": "destination_arn", "RoleArn": "role_arn",
      ]),
    "aws_cloudwatch_log_resource_policy": .init(
      "AWS::Logs::ResourcePolicy",
      ["PolicyName": "policy_name", "PolicyDocument": .document("policy_document")]),
    "aws_cloudwatch_metric_alarm": .init("AWS::CloudWatch::Alarm", alarm),
    "aws_kms_key": .init(
      "AWS::KMS::Key",
      [
        "Description": "description", "EnableKeyRotation": "enable_key_rotation",
        "KeyPolicy": .document("policy"), "Tags": "tags",
      ]),
    "aws_kms_alias": .init(
      "AWS::KMS::Alias", ["AliasName": "name", "TargetKeyId": "target_key_id"]),
    "aws_iam_role": .init(
      "AWS::IAM::Role",
      [
        "RoleName": "name", "AssumeRolePolicyDocument": .document("assume_role_policy"),
        "PermissionsBoundary": "permissions_boundary",
        "Policies": .blocks(
          "inline_policy", ["PolicyName": "name", "PolicyDocument": .document("policy")]),
      ]),
    "aws_iam_role_policy": .init(
      "AWS::IAM::Policy",
      [
        "PolicyName": .made { $0["name"] ?? .text("policy", at: $0.range) },
        "Roles": .made { $0.alone("role") }, "PolicyDocument": .document("policy"),
      ]),
    "aws_iam_policy": .init(
      "AWS::IAM::ManagedPolicy",
      ["ManagedPolicyName": "name", "PolicyDocument": .document("policy")]),
    "aws_iot_topic_rule": .init("AWS::IoT::TopicRule", topicRule),
  ]

  private static let alarm: TerraformPart.Members = [
    "AlarmName": "alarm_name", "AlarmDescription": "alarm_description",
    "AlarmActions": .list("alarm_actions"), "OKActions": .list("ok_actions"),
    "InsufficientDataActions": .list("insufficient_data_actions"),
    "ActionsEnabled": "actions_enabled", "MetricName": "metric_name", "Namespace": "namespace",
    "Dimensions": .made { $0.dimensions("dimensions") }, "Statistic": "statistic",
    "ExtendedStatistic": "extended_statistic", "Period": "period",
    "EvaluationPeriods": "evaluation_periods", "DatapointsToAlarm": "datapoints_to_alarm",
    "Threshold": "threshold", "ComparisonOperator": "comparison_operator",
    "TreatMissingData": "treat_missing_data", "Unit": "unit",
    "Metrics": .blocks(
      "metric_query",
      [
        "Id": "id", "Expression": "expression", "Label": "label", "ReturnData": "return_data",
        "MetricStat": .block(
          "metric",
          [
            "Metric": .group([
              "MetricName": "metric_name", "Namespace": "namespace",
              "Dimensions": .made { $0.dimensions("dimensions") },
            ]),
            "Period": "period", "Stat": "stat",
          ]),
      ]),
  ]

  private static let topicRule: TerraformPart.Members = [
    "RuleName": "name",
    "TopicRulePayload": .group([
      "Sql": "sql", "AwsIotSqlVersion": "sql_version", "Description": "description",
      "RuleDisabled": .made { block in
        guard let isEnabled = block["enabled"], let boolean = isEnabled.boolean else { return nil }
        return .text(boolean ? "false" : "true", at: isEnabled.range)
      },
      "Actions": .made { block in
        let actions = ioTActions.flatMap { name, key, members in
          block.blocks(name).compactMap { action in
            TerraformPart.mapping(members, of: action).map {
              Value.mapping([(key, $0)], at: action.range)
            }
          }
        }
        return .list(actions, at: actions.first?.range ?? block.range)
      },
      "ErrorAction": .made { block in
        guard let error = block.block("error_action") else { return nil }
        for (name, key, members) in ioTActions {
          guard let action = error.block(name),
            let value = TerraformPart.mapping(members, of: action)
          else { continue }
          return .mapping([(key, value)], at: action.range)
        }
        return nil
      },
    ]),
  ]

  private static let ioTActions: [(String, String, TerraformPart.Members)] = [
    ("lambda", "Lambda", ["FunctionArn": "function_arn"]),
    ("sqs", "Sqs", ["QueueUrl": "queue_url", "RoleArn": "role_arn", "UseBase64": "use_base64"]),
    ("sns", "Sns", ["TargetArn": "target_arn", "RoleArn": "role_arn"]),
    (
      "kinesis", "Kinesis",
      ["StreamName": "stream_name", "RoleArn": "role_arn", "PartitionKey": "partition_key"]
    ),
    (
      "firehose", "Firehose", ["DeliveryStreamName": "delivery_stream_name", "RoleArn": "role_arn"]
    ),
    (
      "step_functions", "StepFunctions",
      ["StateMachineName": "state_machine_name", "RoleArn": "role_arn"]
    ),
    ("s3", "S3", ["BucketName": "bucket_name", "Key": "key", "RoleArn": "role_arn"]),
    (
      "dynamodbv2", "DynamoDBv2",
      ["RoleArn": "role_arn", "PutItem": .block("put_item", ["TableName": "table_name"])]
    ),
    ("dynamodb", "DynamoDB", ["TableName": "table_name", "RoleArn": "role_arn"]),
    (
      "cloudwatch_logs", "CloudwatchLogs",
      ["LogGroupName": "log_group_name", "RoleArn": "role_arn"]
    ),
    ("republish", "Republish", ["Topic": "topic", "RoleArn": "role_arn"]),
    ("http", "Http", ["Url": "url"]),
  ]
}

extension TerraformBlock {
  /// A map of dimensions as a list of names and values; one that is not known is what the map
  /// refers to.
  func dimensions(_ key: String) -> Value? {
    let known = values?[key]?.entries ?? []
    let open = (unknown?[key]?.entries ?? []).map(\.key.text)
    var dimensions = known.filter { !$0.value.isNull }.map { name, value in
      Value.mapping(
        [("Name", .text(name.text, at: name.range)), ("Value", Value(literal: value))],
        at: value.range)
    }
    let referred = expressions?[key].map { plan.values(of: $0, in: scope, at: range) } ?? []
    for name in open where !known.contains(where: { $0.key.text == name && !$0.value.isNull }) {
      let value =
        open.count == 1 && referred.count == 1
        ? referred[0] : Value.unknown(plan.unknownName("\(label).\(name)"), at: range)
      dimensions.append(
        .mapping([("Name", .text(name, at: range)), ("Value", value)], at: range))
    }
    return dimensions.isEmpty ? nil : .list(dimensions, at: dimensions[0].range)
  }
}
