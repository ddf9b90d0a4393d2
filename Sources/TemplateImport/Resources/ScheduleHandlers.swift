import Diagnostics
import Topology
import YAMLTree

/// EventBridge Scheduler.
enum ScheduleHandlers {
  static let all: [String: ResourceHandlers.Handler] = ["AWS::Scheduler::Schedule": schedule]

  @Sendable private static func schedule(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "description", lowering.label(resource["Description"]))
    let expression = resource["ScheduleExpression"]
    lowering.set(id, "schedule", lowering.schedule(expression, "rate", "cron", "at"))
    lowering.set(id, "timezone", lowering.text(resource["ScheduleExpressionTimezone"]))
    lowering.set(
      id, "state",
      lowering.word(resource["State"], ["ENABLED": "enabled", "DISABLED": "disabled"]))
    if let window = resource["FlexibleTimeWindow"], window["Mode"]?.knownText == "FLEXIBLE" {
      lowering.set(
        id, "flexibleWindow", lowering.duration(window["MaximumWindowInMinutes"], "min"))
    }
    guard let target = resource["Target"] else { return }
    let called = callee(of: target, &lowering)
    lowering.set(id, "target", lowering.target(called.target, kinds: called.kinds))
  }

  /// A target as a rule has it, and what a bare name in place of its ARN would name. Where an action of
  /// an API is called, its parameters tell whom it reaches.
  private static func callee(
    of target: Value, _ lowering: inout Lowering
  ) -> (target: Value, kinds: [ResourceKind]) {
    guard let arn = target["Arn"]?.plainText, let place = arn.firstRange(of: ":aws-sdk:"),
      let action = actions[arn[place.upperBound...].lowercased()], let input = target["Input"],
      let parameters = lowering.structure(of: input)
    else { return (target, []) }
    var reached: Value? = parameters
    for key in action.path { reached = reached?.elements.first?[key] }
    guard let reached else { return (target, []) }
    let others = target.entries.filter { $0.key != "Arn" }
    let entries = others + [.init("Arn", at: reached.range, reached)]
    return (Value(.mapping(entries), at: target.range), [action.kind])
  }

  /// Where the parameters of an action name what it acts on, and what that is.
  private static let actions: [String: (path: [String], kind: ResourceKind)] = [
    "sqs:sendmessage": (["QueueUrl"], .queue), "sqs:sendmessagebatch": (["QueueUrl"], .queue),
    "sns:publish": (["TopicArn"], .topic), "sns:publishbatch": (["TopicArn"], .topic),
    "eventbridge:putevents": (["Entries", "EventBusName"], .bus),
    "lambda:invoke": (["FunctionName"], .function),
    "sfn:startexecution": (["StateMachineArn"], .stateMachine),
    "kinesis:putrecord": (["StreamName"], .stream),
    "firehose:putrecord": (["DeliveryStreamName"], .deliveryStream),
    "dynamodb:putitem": (["TableName"], .table),
  ]
}
