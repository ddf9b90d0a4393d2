import AccessPolicy
import Topology

/// How EventBridge is let in by a kind of target: by the role that the rule names, or by the policy
/// of the target.
struct TargetAccess {
  /// The service and, where it tells targets apart, the start of the resource part of its ARN.
  var service: String
  var resource = ""
  /// The kind in a topology, where there is one.
  var kind: ResourceKind?
  var needsRole: Bool
  /// What the role or the policy must allow.
  var action: String

  static let all: [TargetAccess] = [
    .init(service: "lambda", kind: .function, needsRole: false, action: "lambda:InvokeFunction"),
    .init(service: "sns", kind: .topic, needsRole: false, action: "sns:Publish"),
    .init(service: "sqs", kind: .queue, needsRole: false, action: "sqs:SendMessage"),
    .init(
      service: "logs", kind: .logGroup, needsRole: false,
      action: "logs:CreateLogStream and logs:PutLogEvents"),
    .init(
      service: "events", resource: "event-bus/", kind: .bus, needsRole: false,
      action: "events:PutEvents"),
    .init(service: "execute-api", kind: .api, needsRole: false, action: "execute-api:Invoke"),
    .init(
      service: "events", resource: "api-destination/", kind: .destination, needsRole: true,
      action: "events:InvokeApiDestination"),
    .init(service: "kinesis", kind: .stream, needsRole: true, action: "kinesis:PutRecord"),
    .init(
      service: "firehose", kind: .deliveryStream, needsRole: true, action: "firehose:PutRecord"),
    .init(
      service: "states", kind: .stateMachine, needsRole: true, action: "states:StartExecution"),
    .init(service: "ecs", needsRole: true, action: "ecs:RunTask and iam:PassRole"),
    .init(service: "batch", needsRole: true, action: "batch:SubmitJob"),
    .init(
      service: "ssm", resource: "document/", needsRole: true, action: "ssm:SendCommand"),
    .init(
      service: "ssm", resource: "automation-definition/", needsRole: true,
      action: "ssm:StartAutomationExecution"),
    .init(service: "codebuild", needsRole: true, action: "codebuild:StartBuild"),
    .init(
      service: "codepipeline", needsRole: true, action: "codepipeline:StartPipelineExecution"),
    .init(service: "glue", needsRole: true, action: "glue:NotifyEvent"),
    .init(service: "sagemaker", needsRole: true, action: "sagemaker:StartPipelineExecution"),
    .init(service: "redshift", needsRole: true, action: "redshift-data:ExecuteStatement"),
    .init(
      service: "redshift-serverless", needsRole: true, action: "redshift-data:ExecuteStatement"),
    .init(service: "appsync", needsRole: true, action: "appsync:GraphQL"),
  ]

  /// Nil for a target that the table does not have.
  static func of(_ target: ReferenceTarget) -> TargetAccess? {
    if let kind = target.kind { return all.first { $0.kind == kind } }
    guard case .arn(let text) = target, let arn = ARN(text) else { return nil }
    return all.first { arn.service == $0.service && arn.resource.hasPrefix($0.resource) }
  }

  var fact: Fact {
    let name =
      kind.map { $0.rawValue }
      ?? [service, resource].filter { !$0.isEmpty }
      .joined(separator: " ")
    return Fact(
      topic: "rule targets", name: name,
      value:
        "\(action) by \(needsRole ? "the role of the rule's target" : "the target's own policy")",
      source: needsRole ? Source.ruleRoles : Source.ruleTargets)
  }
}
