import Diagnostics
import Topology

extension ServerlessExpander {
  /// `Policies` of a function or a state machine: names and ARNs of managed policies, documents and
  /// SAM's templates, one or a list.
  mutating func addPolicies(_ value: Value?, to role: inout RoleDraft, of key: ResourceKey) {
    for (number, policy) in (value?.elements ?? []).enumerated() {
      let name = "\(key.id)RolePolicy\(number)"
      if policy["Statement"] != nil {
        role.add(policy, named: name)
      } else if policy["Effect"] != nil {
        role.add(.policy([policy], at: policy.range), named: name)
      } else if case .mapping(let entries) = policy.content {
        // A template without parameters may have nothing behind its name.
        for entry in entries where !entry.key.hasPrefix("Fn::") {
          addTemplate(entry, named: name, to: &role, of: key)
        }
      } else {
        addManaged(policy, to: &role, key.stack)
      }
    }
  }

  private func addManaged(_ policy: Value, to role: inout RoleDraft, _ stack: Int) {
    guard let name = policy.knownText, !name.hasPrefix("arn:") else {
      return role.managed.append(policy)
    }
    if PolicyTemplate.all[name] != nil {
      report(
        "wrong-value", .error, "the policy template '\(name)' is named without its parameters",
        at: policy.range, help: "write '\(name): {}' with its parameters, not '\(name)'")
      return
    }
    role.add(managed: Self.pathOfManaged(name), at: policy.range)
  }

  /// AWS keeps some managed policies below a path.
  private static func pathOfManaged(_ name: String) -> String {
    serviceRolePolicies.contains(name) ? "service-role/\(name)" : name
  }

  private static let serviceRolePolicies: Set<String> = [
    "AWSAppSyncPushToCloudWatchLogs", "AWSCodeDeployRoleForLambda",
    "AWSCodeDeployRoleForLambdaLimited", "AWSIoTLogging", "AWSIoTRuleActions",
    "AWSLambdaBasicDurableExecutionRolePolicy", "AWSLambdaBasicExecutionRole",
    "AWSLambdaDynamoDBExecutionRole", "AWSLambdaENIManagementAccess",
    "AWSLambdaKinesisExecutionRole", "AWSLambdaMSKExecutionRole", "AWSLambdaRole",
    "AWSLambdaSQSQueueExecutionRole", "AWSLambdaVPCAccessExecutionRole",
    "AmazonAPIGatewayPushToCloudWatchLogs", "AmazonECSTaskExecutionRolePolicy", "AmazonSNSRole",
    "CloudWatchEventsBuiltInTargetExecutionAccess", "CloudWatchEventsInvocationAccess",
  ]

  /// One of SAM's templates, filled in.
  private func addTemplate(
    _ entry: Value.Entry, named name: String, to role: inout RoleDraft, of key: ResourceKey
  ) {
    guard let template = PolicyTemplate.all[entry.key] else {
      let near = didYouMean(entry.key, in: PolicyTemplate.all.keys)
      report(
        near == nil ? "not-read" : "unknown-reference", near == nil ? .info : .error,
        near == nil
          ? "\(excerpt(entry.key)) is not read here" : "there is no policy template '\(entry.key)'",
        at: entry.keyRange, help: near ?? "what it allows is unknown, not absent")
      // It may allow anything.
      role.managed.append(.unknown(entry.key, at: entry.keyRange))
      return
    }
    for parameter in template.parameters
    where entry.value[parameter] == nil && !entry.value.isUnknown {
      report(
        "wrong-value", .error, "the policy template '\(entry.key)' needs '\(parameter)'",
        at: entry.keyRange)
    }
    let statements = template.grants.map { filled($0, entry, key.stack) }
    role.add(.policy(statements, at: entry.value.range), named: name)
  }

  private func filled(
    _ grant: PolicyTemplate.Grant, _ entry: Value.Entry, _ stack: Int
  ) -> Value {
    let range = entry.value.range
    let resources = grant.resources.flatMap { self.resources($0, entry.value, stack) }
    var statement = Value.allow(grant.actions, on: resources, at: range)
    for condition in grant.conditions {
      let value = self.filled(condition.value, at: range, stack) { entry.value[$0] }
      statement = statement.setting(
        "Condition",
        .mapping([(condition.test, .mapping([(condition.key, value)], at: range))], at: range))
    }
    return statement
  }

  /// A resource of a template. `function:Name*` is the function and all its versions.
  private func resources(_ text: String, _ arguments: Value, _ stack: Int) -> [Value] {
    let value = filled(text, at: arguments.range, stack) { arguments[$0] }
    if text.hasSuffix("function:{FunctionName}*"), let name = arguments["FunctionName"],
      case .reference(let key, _) = name.content
    {
      return [.arn(of: key, at: name.range), value]
    }
    return [value]
  }

  /// A text of a table with its names filled in; one that is only a name is the value itself.
  func filled(
    _ text: String, at range: SourceRange, _ stack: Int, _ look: (String) -> Value?
  ) -> Value {
    let parts = TableText.parts(of: text)
    if parts.count == 1, case .name(let name) = parts[0] {
      return look(name) ?? .unknown(name, at: range)
    }
    var place = range
    let texts = parts.map { part in
      switch part {
      case .text(let text): return text
      case .name(let name):
        guard let value = look(name) else { return "${\(name)}" }
        place = value.range
        return self.text(value, stack)
      }
    }
    return .text(texts.joined(), at: place)
  }
}
