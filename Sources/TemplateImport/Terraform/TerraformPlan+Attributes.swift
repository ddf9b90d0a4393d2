import Diagnostics
import YAMLTree

extension TerraformPlan {
  /// An attribute of a resource: a reference to it where the attribute is one of its names, else
  /// what is known of it.
  func value(
    of instance: TerraformInstance, _ rest: [TerraformPath.Step], _ range: SourceRange
  ) -> Value {
    let name = rest.first?.name
    if instance.isData, instance.type == "aws_iam_policy_document", name == "json" {
      if let text = instance.known("json") { return known.document(Value(literal: text)) }
      return policyDocument(of: instance, at: range)
    }
    let label = unknownName(([instance.address] + rest.map(\.name)).joined(separator: "."))
    let isOurs = !instance.isData && instance.type.hasPrefix("aws_")
    if isOurs, let attribute = TerraformAttribute(name, of: instance.type) {
      guard attribute.isInvocation else {
        return Value(.reference(instance.key, attribute: attribute.name), at: range)
      }
      let arn = system.text(of: instance.key, "Arn")
      return .text(
        "arn:aws:apigateway:${Region}:lambda:path/2015-03-31/functions/\(arn)/invocations",
        at: range)
    }
    if !instance.isData, rest.count == 1, let step = rest.first, step.index == nil,
      let own = system.once(
        "attribute \(instance.address) \(step.name)",
        {
          TerraformBlock(self, instance)[step.name]
        })
    {
      return own
    }
    if let values = instance.values, !rest.isEmpty, let found = Self.part(of: values, rest),
      !found.isNull
    {
      return known.resolve(Value(literal: found))
    }
    return .unknown(label, at: range)
  }

  /// A name for something unknown in the characters that names may have.
  func unknownName(_ text: String) -> String {
    let name = text.map { $0 == "[" ? "." : $0 }.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0))
    }
    return String(name)
  }
}

/// An attribute that names its resource, as CloudFormation calls it; nil is what `Ref` gives.
struct TerraformAttribute {
  var name: String?
  /// It is the URI by which API Gateway invokes a function.
  var isInvocation = false

  init?(_ attribute: String?, of type: String) {
    if attribute == "arn", Self.borrowing.contains(type) { return nil }
    switch attribute {
    case nil: name = "Arn"
    case "id" where type == "aws_sqs_queue": name = "QueueUrl"
    case "id" where Self.isIdentified.contains(type): name = nil
    case "id": name = Self.isNamedByID.contains(type) ? "Name" : "Arn"
    case "invoke_arn", "qualified_invoke_arn":
      name = "Arn"
      isInvocation = type.hasPrefix("aws_lambda_")
    case "arn", "qualified_arn", "key_id", "state_machine_version_arn": name = "Arn"
    case "url", "queue_url": name = "QueueUrl"
    case "stream_arn": name = "StreamArn"
    case "root_resource_id": name = "RootResourceId"
    case "execution_arn": name = "ExecutionArn"
    case let other?:
      guard other == Self.nameAttribute(of: type) else { return nil }
      name = "Name"
    }
  }

  /// The attribute with what AWS calls the resource.
  static func nameAttribute(of type: String) -> String {
    switch type {
    case "aws_lambda_function": "function_name"
    case "aws_s3_bucket": "bucket"
    case "aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm": "alarm_name"
    case "aws_msk_cluster", "aws_msk_serverless_cluster": "cluster_name"
    case "aws_mq_broker": "broker_name"
    default: "name"
    }
  }

  private static let isNamedByID: Set<String> = [
    "aws_lambda_function", "aws_s3_bucket", "aws_iam_role", "aws_cloudwatch_event_bus",
    "aws_cloudwatch_event_rule", "aws_cloudwatch_log_group", "aws_dynamodb_table", "aws_pipes_pipe",
    "aws_cloudwatch_metric_alarm", "aws_cloudwatch_event_api_destination", "aws_scheduler_schedule",
  ]

  /// Types whose `arn` is that of something else.
  static let borrowing: Set<String> = [
    "aws_cloudwatch_event_target", "aws_sns_topic_policy", "aws_sns_topic_data_protection_policy",
  ]

  /// Types whose `id` is what CloudFormation's `Ref` gives.
  private static let isIdentified: Set<String> = [
    "aws_api_gateway_rest_api", "aws_api_gateway_resource", "aws_api_gateway_method",
    "aws_api_gateway_authorizer", "aws_apigatewayv2_api", "aws_apigatewayv2_integration",
    "aws_apigatewayv2_authorizer", "aws_apigatewayv2_route",
  ]
}
