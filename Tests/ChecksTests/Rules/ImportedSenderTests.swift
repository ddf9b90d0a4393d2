import Diagnostics
import Testing

@testable import Checks

/// Rules and subscriptions of a template on a bus or topic that another stack declares: what they do
/// with their own targets is told, what hangs on the bus is not.
@Suite struct ImportedSenderTests {
  private static let parameters = """
    Parameters:
      Bus: {Type: String}
      News: {Type: String}
    Resources:
      Lost: {Type: AWS::SQS::Queue}
      Work: {Type: AWS::SQS::Queue}
      Line:
        Type: AWS::SQS::Queue
        Properties: {FifoQueue: true, ContentBasedDeduplication: true}
      Steps: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
      Run:
        Type: AWS::StepFunctions::StateMachine
        Properties: {RoleArn: "arn:aws:iam::123456789012:role/r"}
      Rows: {Type: AWS::DynamoDB::Table}

    """

  private func told(_ resources: String, _ id: String) -> [String] {
    let example = Example(Self.parameters + resources)
    #expect(example.problems.map(\.message) == [])
    return example.findings(CheckOptions(profile: .strict, select: [id])).map {
      "\($0.severity) \($0.id)"
    }
  }

  private func rule(_ pattern: String, _ targets: String) -> String {
    """
      Rule:
        Type: AWS::Events::Rule
        Properties:
          EventBusName: !Ref Bus
          EventPattern: {\(pattern)}
          Targets: [\(targets)]
    """
  }

  @Test(arguments: [
    ("{Id: a, Arn: !GetAtt Line.Arn}", "error order/fifo-needs-group"),
    ("{Id: a, Arn: !GetAtt Line.Arn}", "warning delivery/certain-loss"),
    (
      "{Id: a, Arn: !GetAtt Line.Arn, SqsParameters: {MessageGroupId: one}}",
      "info order/constant-group"
    ),
    (
      "{Id: a, Arn: !GetAtt Steps.Arn, SqsParameters: {MessageGroupId: $.id}}",
      "error order/fifo-needs-deduplication"
    ),
    ("{Id: a, Arn: !Ref Run}", "error delivery/target-needs-role"),
    ("{Id: a, Arn: !GetAtt Rows.Arn}", "error structure/unsupported-target"),
    ("{Id: a, Arn: !GetAtt Work.Arn}", "info delivery/no-dead-letter"),
    (
      "{Id: a, Arn: !GetAtt Work.Arn}, {Id: a, Arn: !GetAtt Lost.Arn}",
      "error structure/duplicate-target-id"
    ),
    (
      "{Id: a, Arn: !GetAtt Work.Arn, RetryPolicy: {MaximumRetryAttempts: 500}}",
      "error delivery/out-of-range"
    ),
    (
      "{Id: a, Arn: !GetAtt Work.Arn, InputTransformer:"
        + " {InputPathsMap: {id: $.id}, InputTemplate: <ib>}}",
      "error delivery/input-variable"
    ),
    (
      "{Id: a, Arn: !GetAtt Work.Arn, InputTransformer:"
        + " {InputPathsMap: {id: $.id}, InputTemplate: x}}",
      "info delivery/input-unused"
    ),
    (
      "{Id: a, Arn: !GetAtt Work.Arn, DeadLetterConfig: {Arn: !GetAtt Line.Arn}}",
      "error delivery/dead-letter-wrong-type"
    ),
    (
      "{Id: a, Arn: !GetAtt Work.Arn, DeadLetterConfig: {Arn: !GetAtt Work.Arn}}",
      "error delivery/dead-letter-is-target"
    ),
    ("", "warning structure/rule-without-targets"),
  ])
  func whatARuleDoesWithItsOwnTargetsIsTold(_ targets: String, _ finding: String) {
    let id = String(finding.drop { $0 != " " }.dropFirst())
    #expect(told(rule("source: [shop]", targets), id) == [finding])
  }

  @Test(arguments: [
    ("source: [shop], detail: {a: [{anything-but: [x]}, x]}", "pattern/accepts-any-value"),
    ("source: [shop], detail-tpye: [x]", "pattern/unknown-field"),
    ("detail: {a: [x]}", "pattern/missing-source"),
  ])
  func whatAPatternSaysByItselfIsTold(_ pattern: String, _ id: String) {
    let found = told(rule(pattern, "{Id: a, Arn: !GetAtt Work.Arn}"), id)
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix(id) }, "\(found)")
  }

  @Test(arguments: [
    "structure/aws-source-on-custom-bus", "reach/*", "pattern/duplicate-rule",
    "pattern/rules-per-bus", "structure/no-producer", "structure/no-consumer",
  ])
  func whatHangsOnTheBusIsNot(_ id: String) {
    let twice = rule("source: [aws.ec2]", "{Id: a, Arn: !GetAtt Work.Arn}")
    let second = twice.replacing("Rule:\n", with: "Second:\n")
    #expect(told(twice + "\n" + second, id) == [])
  }

  private func subscription(_ properties: String) -> String {
    """
      Subscription:
        Type: AWS::SNS::Subscription
        Properties: {TopicArn: !Ref News, \(properties)}
    """
  }

  @Test(arguments: [
    ("Protocol: sqs, Endpoint: !GetAtt Work.Arn", "delivery/subscription-no-dead-letter", 1),
    ("Protocol: lambda, Endpoint: !GetAtt Work.Arn", "delivery/subscription-protocol", 1),
    // The topic may be FIFO or not.
    ("Protocol: sqs, Endpoint: !GetAtt Line.Arn", "order/fifo-subscription", 0),
    (
      "Protocol: sqs, Endpoint: !GetAtt Line.Arn,"
        + " RedrivePolicy: {deadLetterTargetArn: !GetAtt Line.Arn}",
      "delivery/dead-letter-wrong-type", 0
    ),
  ])
  func aSubscriptionToAnImportedTopicIsToldByItself(
    _ properties: String, _ id: String, _ count: Int
  ) {
    #expect(told(subscription(properties), id).count == count)
  }

  @Test func anImportedTopicIsFIFOByItsName() {
    let example = Example(
      """
      topics: {line.fifo: {external: true, subscriptions: [{to: function/work}]}}
      functions: {work: }
      """)
    let options = CheckOptions(profile: .essential, select: ["order/fifo-subscription"])
    #expect(example.findings(options).count == 1)
  }
}
