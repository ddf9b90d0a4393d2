import Diagnostics
import Topology
import YAMLTree

/// Lambda functions and what is said of them apart from who may call them.
enum FunctionHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::Lambda::Function": function, "AWS::Lambda::EventInvokeConfig": invocation,
    "AWS::Lambda::Alias": version, "AWS::Lambda::Version": version,
  ]

  @Sendable private static func function(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "description", lowering.label(resource["Description"]))
    lowering.set(id, "role", lowering.reference(resource["Role"], .role))
    lowering.set(
      id, "architecture",
      lowering.word(
        resource["Architectures"]?.elements.first, ["x86_64": "x86_64", "arm64": "arm64"]))
    lowering.set(id, "memory", lowering.size(resource["MemorySize"], "MiB"))
    lowering.set(
      id, "ephemeralStorage", lowering.size(resource["EphemeralStorage"]?["Size"], "MiB"))
    lowering.set(id, "timeout", lowering.duration(resource["Timeout"], "s"))
    lowering.set(id, "concurrency", lowering.integer(resource["ReservedConcurrentExecutions"]))
    lowering.set(
      id, "deadLetter",
      lowering.reference(resource["DeadLetterConfig"]?["TargetArn"], .queue, .topic))
    lowering.set(
      id, "recursiveLoop",
      lowering.word(resource["RecursiveLoop"], ["Allow": "allow", "Terminate": "terminate"]))
    if let mode = resource["TracingConfig"]?["Mode"], let text = mode.knownText {
      lowering.set(id, "tracing", .plain(text == "Active" ? "true" : "false", at: mode.range))
    }
    if let subnets = resource["VpcConfig"]?["SubnetIds"], let first = subnets.elements.first {
      lowering.set(id, "vpc", lowering.label(first))
    }
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
  }

  /// What becomes of asynchronous invocations, of the function or of one of its aliases.
  @Sendable private static func invocation(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let id = lowering.owner(lowering.function(resource["FunctionName"]), .function) else {
      return
    }
    var retry = YAMLDraft.mapping(at: resource.range)
    retry.set("attempts", optional: lowering.integer(resource["MaximumRetryAttempts"]))
    retry.set("maxAge", optional: lowering.duration(resource["MaximumEventAgeInSeconds"], "s"))
    if !retry.isEmptyCollection { lowering.set(id, "retry", retry) }
    let config = resource["DestinationConfig"]
    lowering.set(id, "onFailure", lowering.exit(config?["OnFailure"]))
    lowering.set(id, "onSuccess", lowering.exit(config?["OnSuccess"]))
  }

  @Sendable private static func version(_ resource: SourceResource, _ lowering: inout Lowering) {
    let config = resource["ProvisionedConcurrencyConfig"]
    guard let instances = config?["ProvisionedConcurrentExecutions"],
      let id = lowering.owner(lowering.function(resource["FunctionName"]), .function)
    else { return }
    lowering.set(id, "provisionedConcurrency", lowering.integer(instances))
  }
}

extension Lowering {
  /// A destination for records: `{Destination: ARN}`.
  mutating func exit(_ value: Value?) -> YAMLDraft? {
    guard let destination = value?["Destination"] else { return nil }
    return reference(destination, .queue, .topic, .function, .bus, .bucket)
  }
}
