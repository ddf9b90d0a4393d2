import Diagnostics

/// Rules of EventBridge and schedules.
extension ServerlessExpander {
  /// `EventBridgeRule`, `CloudWatchEvent` and `Schedule`: a rule with one target.
  mutating func expandRule(_ event: ServerlessEvent, _ owner: EventOwner) {
    let isSchedule = event.type == "Schedule"
    let name = event[isSchedule ? "Name" : "RuleName"]
    let rule = Value.arn(of: event.key, at: event.cause.nameRange)
    let letters = deadLetterQueue(event, for: rule)
    var target = event.properties.picking([
      "Input", "InputPath", "InputTransformer", "RetryPolicy",
    ])
    target.range = event.cause.range
    target = target.setting("Arn", owner.target)
    target = target.setting("Id", targetID(event, owner))
    target = target.setting("DeadLetterConfig", letters.map(Self.arnConfig))
    switch owner.kind {
    case .function: permit("events.amazonaws.com", event, owner, source: rule)
    case .stateMachine:
      let role = event["RoleArn"] ?? makeInvocationRole("events.amazonaws.com", event, owner)
      target = target.setting("RoleArn", role)
    }
    make(
      event.key, "AWS::Events::Rule",
      [
        ("Name", name), ("EventBusName", event["EventBusName"]),
        ("EventPattern", isSchedule ? nil : event["Pattern"] ?? event["EventPattern"]),
        ("ScheduleExpression", isSchedule ? event["Schedule"] : nil),
        ("State", state(event)), ("Targets", .list([target], at: event.cause.range)),
      ], for: event.cause, name: name)
  }

  private func targetID(_ event: ServerlessEvent, _ owner: EventOwner) -> Value {
    if let id = event["Target"]?["Id"] { return id }
    let suffix = owner.kind == .function ? "LambdaTarget" : "StepFunctionsTarget"
    let name = event.key.id.prefix(max(0, 64 - suffix.count))
    return .text(name + suffix, at: event.cause.nameRange)
  }

  private func state(_ event: ServerlessEvent) -> Value? {
    if let state = event["State"] { return state }
    guard let enabled = event["Enabled"] else { return nil }
    guard let isEnabled = enabled.boolean else { return .unknown("Enabled", at: enabled.range) }
    return .text(isEnabled ? "ENABLED" : "DISABLED", at: enabled.range)
  }

  static func arnConfig(_ queue: Value) -> Value { .mapping([("Arn", queue)], at: queue.range) }

  /// The queue of `DeadLetterConfig`. With `Arn` it is there already and nothing is made, no policy
  /// either; with `Type` SAM makes another queue, and for a rule the policy that lets it in.
  private mutating func deadLetterQueue(
    _ event: ServerlessEvent, for rule: Value?
  ) -> Value? {
    guard let config = event["DeadLetterConfig"] else { return nil }
    if config.isUnknown { return .unknown("DeadLetterConfig", at: config.range) }
    if let arn = config["Arn"] { return arn }
    guard config["Type"] != nil else { return nil }
    let cause = Cause(
      nameRange: config.range, range: config.range, condition: event.cause.condition)
    let named = config["QueueLogicalId"]?.knownText.map { ResourceKey(event.key.stack, $0) }
    let queue = named ?? event.id("Queue")
    make(queue, "AWS::SQS::Queue", [], for: cause)
    let arn = Value.arn(of: queue, at: config.range)
    guard let rule else { return arn }
    let statement = Value.allow(
      ["sqs:SendMessage"], on: [arn], to: "events.amazonaws.com", from: rule, at: config.range)
    make(
      event.id("QueuePolicy"), "AWS::SQS::QueuePolicy",
      [
        ("PolicyDocument", .policy([statement], at: config.range)),
        ("Queues", .list([.reference(to: queue, at: config.range)], at: config.range)),
      ], for: cause)
    return arn
  }

  /// `ScheduleV2`: a schedule of EventBridge Scheduler, with a role unless one is given.
  mutating func expandSchedule(_ event: ServerlessEvent, _ owner: EventOwner) {
    let letters = deadLetterQueue(event, for: nil)
    let role =
      event["RoleArn"]
      ?? makeInvocationRole("scheduler.amazonaws.com", event, owner, letters: letters)
    var target = event.properties.picking(["Input", "RetryPolicy"])
    target.range = event.cause.range
    target = target.setting("Arn", owner.target)
    target = target.setting("RoleArn", role)
    target = target.setting("DeadLetterConfig", letters.map(Self.arnConfig))
    let isUnnamed = event["OmitName"]?.boolean == true
    let name = isUnnamed ? nil : event["Name"] ?? .text(event.key.id, at: event.cause.nameRange)
    let window = Value.mapping(
      [("Mode", .text("OFF", at: event.cause.nameRange))], at: event.cause.nameRange)
    var members: [(String, Value?)] = [
      ("Name", name), ("FlexibleTimeWindow", event["FlexibleTimeWindow"] ?? window),
      ("Target", target),
    ]
    for key in [
      "ScheduleExpression", "ScheduleExpressionTimezone", "State", "Description", "StartDate",
      "EndDate", "GroupName", "KmsKeyArn",
    ] {
      members.append((key, event[key]))
    }
    make(event.key, "AWS::Scheduler::Schedule", members, for: event.cause, name: name)
  }
}
