import Diagnostics
import Topology

/// A function or a state machine whose events are expanded.
struct EventOwner {
  enum Kind { case function, stateMachine }

  var kind: Kind
  var key: ResourceKey
  /// What its events invoke: it, or its alias.
  var target: Value
  /// The ARN of what they invoke, as text.
  var arn: String
  var cause: Cause
  /// The role that is made for it, which its events add to.
  var role: RoleDraft
  var boundary: Value?

  func id(_ suffix: String) -> ResourceKey { ResourceKey(key.stack, key.id + suffix) }
}

extension ServerlessExpander {
  /// `AWS::Serverless::Function`: the function, its role, alias, version, URL, destinations and
  /// what its events are made of.
  mutating func expandFunction(_ resource: SourceResource) {
    let cause = Cause(resource)
    let range = resource.nameRange
    var owner = EventOwner(
      kind: .function, key: resource.key, target: .arn(of: resource.key, at: range),
      arn: system.text(of: resource.key, "Arn"), cause: cause, role: executionRole(resource))
    owner.boundary = resource["PermissionsBoundary"]
    var function = resource.properties.picking(Self.keptOfFunction)
    function = function.setting("TracingConfig", mode(resource["Tracing"]))
    function = function.setting("Tags", Self.listed(resource["Tags"]))
    if let letters = resource["DeadLetterQueue"] {
      function = function.setting("DeadLetterConfig", letters.picking(["TargetArn"]))
      allowDeadLetters(letters, &owner)
    }
    addPolicies(resource["Policies"], to: &owner.role, of: resource.key)
    let alias = publish(resource, &owner)
    expandInvokeConfig(resource, alias, &owner)
    expandURL(resource, owner)
    expandEvents(resource["Events"], &owner)
    if resource["Role"] == nil {
      let role = owner.id("Role")
      makeRole(
        role, owner.role, trust: resource["AssumeRolePolicyDocument"], boundary: owner.boundary,
        for: cause)
      function = function.setting("Role", .arn(of: role, at: range))
    }
    become(resource.key, "AWS::Lambda::Function", function)
  }

  /// What a function of Lambda's own has under the same name.
  private static let keptOfFunction: Set<String> = [
    "Architectures", "CapacityProviderConfig", "CodeSigningConfigArn", "Description",
    "DurableConfig", "EphemeralStorage", "FileSystemConfigs", "FunctionName",
    "FunctionScalingConfig", "Handler", "ImageConfig", "KmsKeyArn", "Layers", "LoggingConfig",
    "MemorySize", "PackageType", "PublishToLatestPublished", "RecursiveLoop",
    "ReservedConcurrentExecutions", "Role", "Runtime", "RuntimeManagementConfig", "SnapStart",
    "TenancyConfig", "Timeout", "VpcConfig",
  ]

  private func mode(_ tracing: Value?) -> Value? {
    tracing.map { .mapping([("Mode", $0)], at: $0.range) }
  }

  private func executionRole(_ resource: SourceResource) -> RoleDraft {
    var role = RoleDraft(for: "lambda.amazonaws.com")
    let isDurable = resource["DurableConfig"] != nil
    role.add(
      managed: isDurable
        ? "service-role/AWSLambdaBasicDurableExecutionRolePolicy"
        : "service-role/AWSLambdaBasicExecutionRole", at: resource.nameRange)
    if let tracing = resource["Tracing"], tracing.knownText != "Disabled" {
      role.add(managed: "AWSXRayDaemonWriteAccess", at: tracing.range)
    }
    if let network = resource["VpcConfig"] {
      role.add(managed: "service-role/AWSLambdaVPCAccessExecutionRole", at: network.range)
    }
    return role
  }

  private func allowDeadLetters(_ letters: Value, _ owner: inout EventOwner) {
    guard let target = letters["TargetArn"] else { return }
    let action = letters["Type"]?.knownText == "SNS" ? "sns:Publish" : "sqs:SendMessage"
    owner.role.allow([action], on: [target], named: "DeadLetterQueuePolicy", at: letters.range)
  }

  /// `AutoPublishAlias`: a version and an alias, which events then invoke. Gives the alias's name.
  private mutating func publish(
    _ resource: SourceResource, _ owner: inout EventOwner
  ) -> Value? {
    guard let name = resource["AutoPublishAlias"] else { return nil }
    let cause = Cause(
      nameRange: name.range, range: name.range, condition: owner.cause.condition)
    let version = owner.id("Version")
    let letters = text(name, owner.key.stack).filter { $0.isLetter || $0.isNumber }
    let alias = owner.id("Alias\(letters)")
    let function = Value.reference(to: owner.key, at: name.range)
    make(version, "AWS::Lambda::Version", [("FunctionName", function)], for: cause)
    make(
      alias, "AWS::Lambda::Alias",
      [
        ("FunctionName", function), ("Name", name),
        ("FunctionVersion", Value(.reference(version, attribute: "Version"), at: name.range)),
        ("ProvisionedConcurrencyConfig", resource["ProvisionedConcurrencyConfig"]),
      ], for: cause)
    letStand("\(owner.key.id).Version", for: version, cause)
    letStand("\(owner.key.id).Alias", for: alias, cause)
    if let preference = resource["DeploymentPreference"] { deploy(preference, owner) }
    owner.target = .reference(to: alias, at: resource.nameRange)
    owner.arn += ":\(text(name, owner.key.stack))"
    return name
  }

  /// `DeploymentPreference`: what moves an alias to the next version, which routes nothing.
  private mutating func deploy(_ preference: Value, _ owner: EventOwner) {
    guard preference["Enabled"]?.boolean != false else { return }
    let cause = Cause(
      nameRange: preference.range, range: preference.range, condition: owner.cause.condition)
    func key(_ id: String) -> ResourceKey { ResourceKey(owner.key.stack, id) }
    make(owner.id("DeploymentGroup"), "AWS::CodeDeploy::DeploymentGroup", [], for: cause)
    make(key("ServerlessDeploymentApplication"), "AWS::CodeDeploy::Application", [], for: cause)
    guard preference["Role"] == nil else { return }
    var role = RoleDraft(for: "codedeploy.amazonaws.com")
    role.add(managed: "service-role/AWSCodeDeployRoleForLambdaLimited", at: preference.range)
    makeRole(key("CodeDeployServiceRole"), role, for: cause)
  }
}
