import Diagnostics
import TemplateImport
import Testing
import Topology

@testable import Checks

/// What the checks advise, in the words of the format that the user's file is in.
@Suite struct WordingTests {
  /// Code in advice that is the same in every format, or is about what no template can say.
  private static let shared: Set<String> = [
    "Condition", "Next", "Default", "Catch", "End", "Retry", "Resource", "detail", "emits",
    "external", "bus/default", "maxReceiveCount",
  ]

  /// Whose code names a variable or what stands in a comment.
  private static let others: Set<String> = [
    "delivery/input-unused", "delivery/input-variable", "suppression/no-reason",
    "suppression/unknown-rule",
  ]

  private static let helps: [(help: String, kind: ResourceKind?, rule: String)] = {
    RulePageFile.all.flatMap { page in
      page.examples("Avoid").flatMap { text in
        Example(text).findings(CheckOptions(profile: .strict)).compactMap { finding in
          finding.help.map {
            ($0, finding.resource.flatMap { ResourceID(reference: $0)?.kind }, finding.id)
          }
        }
      }
    }
  }()

  /// `visibilityTimeout` of `visibilityTimeout: 3m`: what the code between backticks begins with.
  private func keys(of text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }
      .map { String($0.element.prefix { $0 != ":" && $0 != " " }) }
  }

  @Test("no advice about a template names a key of the native language alone")
  func everyKeyIsKnown() {
    #expect(Self.helps.count > 50)
    for (help, kind, rule) in Self.helps where !Self.others.contains(rule) {
      for form in TemplateForm.allCases {
        let worded = Wording(form, about: kind, of: rule).text(help)
        for (native, own) in zip(keys(of: help), keys(of: worded)) where native == own {
          let isSame = form == .terraform && native == "protocol"
          #expect(isSame || Self.shared.contains(native), "\(rule): \(help)")
        }
        #expect(!worded.contains("%"), "\(worded)")
      }
    }
  }

  @Test(arguments: [
    (
      "`visibilityTimeout: 3m` for the queue", ResourceKind.queue, "",
      "`VisibilityTimeout: 180` for the queue", "`visibility_timeout_seconds = 180` for the queue"
    ),
    (
      "keep: `deadLetter: queue/NAME`", .bus, "",
      "keep: `DeadLetterConfig: {Arn: !GetAtt NAME.Arn}`",
      "keep: `dead_letter_config { arn = aws_sqs_queue.NAME.arn }`"
    ),
    (
      "`deadLetter: queue/NAME`", .topic, "",
      "`RedrivePolicy: {deadLetterTargetArn: !GetAtt NAME.Arn}`",
      "`redrive_policy = jsonencode({deadLetterTargetArn = aws_sqs_queue.NAME.arn})`"
    ),
    (
      "`deadLetter: {queue: queue/orders-dlq, maxReceiveCount: 5}`", .queue, "",
      "`RedrivePolicy: {deadLetterTargetArn: !GetAtt ordersDlq.Arn, maxReceiveCount: 5}`",
      "`redrive_policy = jsonencode({deadLetterTargetArn = aws_sqs_queue.orders-dlq.arn,"
        + " maxReceiveCount = 5})`"
    ),
    (
      "the target's own `deadLetter`, not", .bus, "", "the target's own `DeadLetterConfig`, not",
      "the target's own `dead_letter_config`, not"
    ),
    (
      "`messageGroupId: $.detail.id`", .bus, "", "`SqsParameters: {MessageGroupId: $.detail.id}`",
      "`sqs_target { message_group_id = \"$.detail.id\" }`"
    ),
    (
      "`onFailure: queue/Q`", .function, "delivery/async-no-failure-exit",
      "`EventInvokeConfig: {DestinationConfig: {OnFailure: {Destination: !GetAtt Q.Arn}}}`",
      "`destination_config { on_failure { destination = aws_sqs_queue.Q.arn } }`"
    ),
    (
      "`authorizer: iam`, or `authorizer: none`", .api, "",
      "`AuthorizationType: AWS_IAM`, or `AuthorizationType: NONE`",
      "`authorization_type = \"AWS_IAM\"`, or `authorization_type = \"NONE\"`"
    ),
    (
      "`retry: {attempts: 185, maxAge: 24h}`", .bus, "",
      "`RetryPolicy: {MaxRetryAttempts: 185, MaxEventAgeInSeconds: 86400}`",
      "`retry_policy { max_retry_attempts = 185, max_event_age_in_seconds = 86400 }`"
    ),
    // Neither code of others nor what is no code is touched.
    ("`Next: STATE`", .stateMachine, "", "`Next: STATE`", "`Next: STATE`"),
    ("an odd ` alone", .queue, "", "an odd ` alone", "an odd ` alone"),
    ("`a: [`, `queues`, ``", .queue, "", "`a: [`, `queues`, ``", "`a: [`, `queues`, ``"),
    (
      "`retention: 99999999999999999999d`", .queue, "",
      "`MessageRetentionPeriod: 99999999999999999999d`",
      "`message_retention_seconds = \"99999999999999999999d\"`"
    ),
  ])
  func advice(
    _ help: String, _ kind: ResourceKind, _ rule: String, _ cloudFormation: String,
    _ terraform: String
  ) {
    #expect(Wording(.cloudFormation, about: kind, of: rule).text(help) == cloudFormation)
    #expect(Wording(.terraform, about: kind, of: rule).text(help) == terraform)
  }
}
