import Diagnostics

/// Events that other services send to the function by themselves.
extension ServerlessExpander {
  /// `S3`: the bucket, which must be of the same template, gets the notifications.
  mutating func expandBucketEvent(_ event: ServerlessEvent, _ owner: EventOwner) {
    let place = event.cause.nameRange
    permit("s3.amazonaws.com", event, owner, account: true)
    guard let value = event["Bucket"] else {
      return report(
        "wrong-value", .error, "an event of type 'S3' needs 'Bucket'", at: place)
    }
    guard case .reference(let key, _) = value.content,
      let bucket = resource(key), bucket.type == "AWS::S3::Bucket"
    else {
      if value.isUnknown { return }
      return report(
        "wrong-value", .error, "an 'S3' event needs '!Ref' of a bucket of the same template",
        at: value.range, help: "SAM puts the notification on the bucket, which it must declare")
    }
    var configurations = bucket["NotificationConfiguration"] ?? .mapping([], at: place)
    for name in event["Events"]?.elements ?? [] {
      let configuration = Value.mapping(
        [("Event", name), ("Function", owner.target), ("Filter", event["Filter"])],
        at: name.range)
      configurations = configurations.appending(configuration, to: "LambdaConfigurations")
    }
    let properties =
      bucket.properties.isMapping ? bucket.properties : .mapping([], at: bucket.range)
    become(key, bucket.type, properties.setting("NotificationConfiguration", configurations))
  }

  /// `SNS`: a subscription of the function, or of a queue that the function polls.
  mutating func expandTopicEvent(_ event: ServerlessEvent, _ owner: inout EventOwner) {
    guard let topic = event["Topic"] else {
      return report(
        "wrong-value", .error, "an event of type 'SNS' needs 'Topic'",
        at: event.cause.nameRange)
    }
    let buffer = event["SqsSubscription"]
    guard let buffer, buffer.isMapping || buffer.boolean == true else {
      permit("sns.amazonaws.com", event, owner, source: topic)
      return subscribe("lambda", owner.target, topic, event)
    }
    let made = event.id("Queue")
    if !buffer.isMapping { makeBuffer(made, topic, event) }
    let queue = buffer["QueueArn"] ?? .arn(of: made, at: buffer.range)
    let address = buffer["QueueUrl"] ?? .reference(to: made, at: buffer.range)
    let statement = Value.allow(
      ["sqs:SendMessage"], on: [queue], from: topic, at: buffer.range
    ).setting("Principal", .text("*", at: buffer.range))
    let named = buffer["QueuePolicyLogicalId"]?.knownText.map { ResourceKey(event.key.stack, $0) }
    make(
      named ?? event.id("QueuePolicy"), "AWS::SQS::QueuePolicy",
      [
        ("PolicyDocument", .policy([statement], at: buffer.range)),
        ("Queues", .list([address], at: buffer.range)),
      ], for: event.cause)
    subscribe("sqs", queue, topic, event)
    let polled = ServerlessEvent(
      type: "SQS",
      properties: .mapping(
        [
          ("Queue", queue), ("BatchSize", buffer["BatchSize"] ?? .text("10", at: buffer.range)),
          ("Enabled", .text("true", at: buffer.range)),
        ], at: buffer.range), key: event.id("EventSourceMapping"), cause: event.cause)
    expandPolled(polled, &owner)
  }

  private mutating func makeBuffer(_ key: ResourceKey, _ topic: Value, _ event: ServerlessEvent) {
    var fifo: Value?
    if case .reference(let topic, _) = topic.content { fifo = resource(topic)?["FifoTopic"] }
    make(key, "AWS::SQS::Queue", [("FifoQueue", fifo)], for: event.cause)
  }

  private mutating func subscribe(
    _ means: String, _ endpoint: Value, _ topic: Value, _ event: ServerlessEvent
  ) {
    make(
      event.key, "AWS::SNS::Subscription",
      [
        ("Protocol", .text(means, at: event.cause.nameRange)), ("Endpoint", endpoint),
        ("TopicArn", topic), ("Region", event["Region"]),
        ("FilterPolicy", event["FilterPolicy"]),
        ("FilterPolicyScope", event["FilterPolicyScope"]),
        ("RedrivePolicy", event["RedrivePolicy"]),
      ], for: event.cause)
  }

  mutating func expandLogEvent(_ event: ServerlessEvent, _ owner: EventOwner) {
    let group = event["LogGroupName"]
    let source = group.map { group in
      Value.text(
        "arn:aws:logs:${Region}:${AccountId}:log-group:\(text(group, event.key.stack)):*",
        at: group.range)
    }
    permit("logs.amazonaws.com", event, owner, source: source)
    make(
      event.key, "AWS::Logs::SubscriptionFilter",
      [
        ("LogGroupName", group), ("FilterPattern", event["FilterPattern"]),
        ("DestinationArn", owner.target),
      ], for: event.cause)
  }

  mutating func expandThingsEvent(_ event: ServerlessEvent, _ owner: EventOwner) {
    let place = event.cause.nameRange
    let rule = "arn:aws:iot:${Region}:${AccountId}:rule/${\(system.nativeName(event.key))}"
    permit(
      "iot.amazonaws.com", event, owner, source: .text(rule, at: place), account: true)
    let action = Value.mapping(
      [("Lambda", .mapping([("FunctionArn", owner.target)], at: place))], at: place)
    let payload = Value.mapping(
      [
        ("Sql", event["Sql"]), ("AwsIotSqlVersion", event["AwsIotSqlVersion"]),
        ("RuleDisabled", .text("false", at: place)), ("Actions", .list([action], at: place)),
      ], at: event.cause.range)
    make(event.key, "AWS::IoT::TopicRule", [("TopicRulePayload", payload)], for: event.cause)
  }

  /// `Cognito`: the user pool, of the same template, calls the function.
  mutating func expandUserPoolEvent(_ event: ServerlessEvent, _ owner: EventOwner) {
    let pool = event["UserPool"]
    let key: ResourceKey? =
      if case .reference(let key, _)? = pool?.content { key } else { nil }
    permit(
      "cognito-idp.amazonaws.com", event, owner,
      source: key.map { .arn(of: $0, at: event.cause.nameRange) },
      id: owner.id("CognitoPermission"))
    guard let key, let resource = resource(key), resource.type == "AWS::Cognito::UserPool" else {
      return
    }
    var triggers = resource["LambdaConfig"] ?? .mapping([], at: event.cause.range)
    for trigger in event["Trigger"]?.elements ?? [] {
      if let name = trigger.knownText { triggers = triggers.setting(name, owner.target) }
    }
    let properties =
      resource.properties.isMapping ? resource.properties : .mapping([], at: resource.range)
    become(key, resource.type, properties.setting("LambdaConfig", triggers))
  }
}
