import Diagnostics
import Topology

/// An event of a function or a state machine.
struct ServerlessEvent {
  var type: String
  var properties: Value
  /// SAM makes ids of the owner's and the event's name.
  var key: ResourceKey
  var cause: Cause

  subscript(key: String) -> Value? { properties[key] }

  func id(_ suffix: String) -> ResourceKey { ResourceKey(key.stack, key.id + suffix) }
}

extension ServerlessExpander {
  mutating func expandEvents(_ events: Value?, _ owner: inout EventOwner) {
    guard let events else { return }
    guard events.isMapping else {
      if events.isUnknown { return }
      return report(
        "wrong-value", .error, "expected a mapping of names to events", at: events.range)
    }
    for entry in events.entries where !entry.key.hasPrefix("Fn::") {
      guard let event = event(entry, owner) else { continue }
      switch owner.kind {
      case .function: expandFunctionEvent(event, &owner)
      case .stateMachine: expandStateMachineEvent(event, owner)
      }
    }
  }

  /// The event under a name, its properties checked.
  private func event(_ entry: Value.Entry, _ owner: EventOwner) -> ServerlessEvent? {
    if entry.value.isUnknown { return nil }
    let name = entry.key.filter { $0.isLetter || $0.isNumber }
    let known =
      owner.kind == .function
      ? ServerlessProperties.ofFunctionEvent : ServerlessProperties.ofStateMachineEvent
    let what = owner.kind == .function ? "a function" : "a state machine"
    let id = ResourceID(
      owner.kind == .function ? .function : .stateMachine, system.nativeName(owner.key))
    guard let type = entry.value["Type"] else {
      report(
        "wrong-value", .error, "the event '\(entry.key)' needs a 'Type'", at: entry.keyRange,
        about: id)
      return nil
    }
    guard let word = type.knownText, let properties = known[word] else {
      let near = type.knownText.flatMap { didYouMean($0, in: known.keys) }
      report(
        near == nil ? "not-read" : "wrong-value", near == nil ? .info : .error,
        "\(what) has no event of type \(excerpt(text(type, owner.key.stack)))", at: type.range,
        about: id, help: near ?? "what it adds is taken to be unknown, not to be absent")
      return nil
    }
    let given = entry.value["Properties"] ?? .mapping([], at: entry.value.range)
    let isPolled = owner.kind == .function && Self.polled[word] != nil
    check(
      given, among: isPolled ? properties.union(ServerlessProperties.ofPolledEvent) : properties,
      of: "an event of type '\(word)'", about: id)
    return ServerlessEvent(
      type: word, properties: given, key: owner.id(name), cause: owner.cause.at(entry))
  }

  private mutating func expandFunctionEvent(_ event: ServerlessEvent, _ owner: inout EventOwner) {
    switch event.type {
    case "EventBridgeRule", "CloudWatchEvent", "Schedule": expandRule(event, owner)
    case "ScheduleV2": expandSchedule(event, owner)
    case "S3": expandBucketEvent(event, owner)
    case "SNS": expandTopicEvent(event, &owner)
    case "Api", "HttpApi": expandRoute(event, owner)
    case "CloudWatchLogs": expandLogEvent(event, owner)
    case "IoTRule": expandThingsEvent(event, owner)
    case "Cognito": expandUserPoolEvent(event, owner)
    case "AlexaSkill":
      permit("alexa-appkit.amazon.com", event, owner, token: event["SkillId"])
    default: expandPolled(event, &owner)
    }
  }

  private mutating func expandStateMachineEvent(_ event: ServerlessEvent, _ owner: EventOwner) {
    switch event.type {
    case "ScheduleV2": expandSchedule(event, owner)
    case "Api": expandRoute(event, owner)
    default: expandRule(event, owner)
    }
  }

  /// Lets a service invoke the function.
  mutating func permit(
    _ service: String, _ event: ServerlessEvent, _ owner: EventOwner, source: Value? = nil,
    account: Bool = false, token: Value? = nil, suffix: String = "", id: ResourceKey? = nil
  ) {
    let place = event.cause.nameRange
    make(
      id ?? event.id("Permission\(suffix)"), "AWS::Lambda::Permission",
      [
        ("Action", .text("lambda:InvokeFunction", at: place)), ("FunctionName", owner.target),
        ("Principal", .text(service, at: place)), ("SourceArn", source),
        ("SourceAccount", account ? .text("${AccountId}", at: place) : nil),
        ("EventSourceToken", token),
      ], for: event.cause)
  }

  /// A role that lets a service start the state machine or invoke the function.
  mutating func makeInvocationRole(
    _ service: String, _ event: ServerlessEvent, _ owner: EventOwner, letters: Value? = nil
  ) -> Value {
    let key = event.id("Role")
    let place = event.cause.nameRange
    var role = RoleDraft(for: service)
    let (action, name) =
      owner.kind == .function
      ? ("lambda:InvokeFunction", "LambdaPolicy")
      : ("states:StartExecution", "StartExecutionPolicy")
    role.allow([action], on: [owner.target], named: event.key.id + name, at: place)
    if let letters {
      role.allow(["sqs:SendMessage"], on: [letters], named: event.key.id + "SQSPolicy", at: place)
    }
    makeRole(key, role, boundary: event["PermissionsBoundary"] ?? owner.boundary, for: event.cause)
    return .arn(of: key, at: place)
  }
}
