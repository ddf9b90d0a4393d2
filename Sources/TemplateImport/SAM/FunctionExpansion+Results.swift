import Diagnostics
import Topology

/// What a function gives: where results of asynchronous calls go, and the URL to call it by.
extension ServerlessExpander {
  /// `EventInvokeConfig`; a destination that names no resource gets a queue or topic made for it.
  mutating func expandInvokeConfig(
    _ resource: SourceResource, _ alias: Value?, _ owner: inout EventOwner
  ) {
    guard let config = resource["EventInvokeConfig"], !config.isUnknown else { return }
    let key = owner.id("EventInvokeConfig")
    let cause = Cause(
      nameRange: config.range, range: config.range, condition: owner.cause.condition)
    var destinations: Value?
    for name in ["OnSuccess", "OnFailure"] {
      guard let exit = config["DestinationConfig"]?[name], exit.isMapping else { continue }
      let destination = exit["Destination"] ?? makeDestination(exit, key, name, cause)
      allow(exit, destination, named: key.id + name, &owner)
      let place = config["DestinationConfig"]?.range ?? exit.range
      destinations = (destinations ?? .mapping([], at: place)).setting(
        name, .mapping([("Destination", destination)], at: exit.range))
    }
    make(
      key, "AWS::Lambda::EventInvokeConfig",
      [
        ("FunctionName", .reference(to: owner.key, at: config.range)),
        ("Qualifier", alias ?? .text("$LATEST", at: config.range)),
        ("DestinationConfig", destinations ?? unreadDestinations(config)),
        ("MaximumEventAgeInSeconds", config["MaximumEventAgeInSeconds"]),
        ("MaximumRetryAttempts", config["MaximumRetryAttempts"]),
      ], for: cause)
  }

  private func unreadDestinations(_ config: Value) -> Value? {
    config["DestinationConfig"].flatMap { $0.isMapping ? nil : $0 }
  }

  private mutating func makeDestination(
    _ exit: Value, _ key: ResourceKey, _ name: String, _ cause: Cause
  ) -> Value {
    let cause = Cause(nameRange: exit.range, range: exit.range, condition: cause.condition)
    let owner = key.id.dropLast("EventInvokeConfig".count)
    switch exit["Type"]?.knownText {
    case "SQS":
      let queue = ResourceKey(key.stack, "\(key.id)\(name)Queue")
      make(queue, "AWS::SQS::Queue", [], for: cause)
      letStand("\(owner).DestinationQueue", for: queue, cause)
      return .arn(of: queue, at: exit.range)
    case "SNS":
      let topic = ResourceKey(key.stack, "\(key.id)\(name)Topic")
      make(topic, "AWS::SNS::Topic", [], for: cause)
      letStand("\(owner).DestinationTopic", for: topic, cause)
      return .reference(to: topic, at: exit.range)
    default: return .unknown(name, at: exit.range)
    }
  }

  /// SAM lets the function's role send to its destinations.
  private func allow(
    _ exit: Value, _ destination: Value, named name: String, _ owner: inout EventOwner
  ) {
    let place = exit.range
    switch exit["Type"]?.knownText {
    case "SQS":
      owner.role.allow(
        ["sqs:SendMessage"], on: [destination], named: name + "SQSPolicy", at: place)
    case "SNS":
      owner.role.allow(["sns:Publish"], on: [destination], named: name + "SNSPolicy", at: place)
    case "EventBridge":
      owner.role.allow(
        ["events:PutEvents"], on: [destination], named: name + "EventBridgePolicy", at: place)
    case "Lambda":
      owner.role.allow(
        ["lambda:InvokeFunction"], on: [destination], named: name + "LambdaPolicy", at: place)
    case "S3Bucket":
      let objects = text(destination, owner.key.stack) + "/*"
      owner.role.allow(
        ["s3:PutObject"], on: [.text(objects, at: place)], named: name + "S3Policy", at: place)
    default: break
    }
  }

  /// `FunctionUrlConfig`; without authentication everyone is let in.
  mutating func expandURL(_ resource: SourceResource, _ owner: EventOwner) {
    guard let config = resource["FunctionUrlConfig"] else { return }
    let cause = Cause(
      nameRange: config.range, range: config.range, condition: owner.cause.condition)
    make(
      owner.id("Url"), "AWS::Lambda::Url",
      [
        ("TargetFunctionArn", owner.target), ("AuthType", config["AuthType"]),
        ("InvokeMode", config["InvokeMode"]), ("Cors", config["Cors"]),
      ], for: cause)
    guard config["AuthType"]?.knownText == "NONE" else { return }
    let everyone = Value.text("*", at: config.range)
    make(
      owner.id("UrlPublicPermissions"), "AWS::Lambda::Permission",
      [
        ("Action", .text("lambda:InvokeFunctionUrl", at: config.range)),
        ("FunctionName", owner.target), ("Principal", everyone),
        ("FunctionUrlAuthType", config["AuthType"]),
      ], for: cause)
    make(
      owner.id("URLInvokeAllowPublicAccess"), "AWS::Lambda::Permission",
      [
        ("Action", .text("lambda:InvokeFunction", at: config.range)),
        ("FunctionName", owner.target), ("Principal", everyone),
        ("InvokedViaFunctionUrl", .text("true", at: config.range)),
      ], for: cause)
  }
}
