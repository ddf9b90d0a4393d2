import AccessPolicy
import Diagnostics
import Topology
import YAMLTree

/// IAM and KMS.
enum IdentityHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::IAM::Role": role, "AWS::IAM::Policy": policy, "AWS::IAM::ManagedPolicy": policy,
    "AWS::IAM::RolePolicy": rolePolicy, "AWS::KMS::Key": key, "AWS::KMS::Alias": alias,
  ]

  private static let roleProperties: Set<String> = [
    "AssumeRolePolicyDocument", "Description", "ManagedPolicyArns", "MaxSessionDuration", "Path",
    "PermissionsBoundary", "Policies", "RoleName", "Tags",
  ]

  @Sendable private static func role(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: roleProperties)
    for statement in lowering.statements(resource["AssumeRolePolicyDocument"]) {
      lowering.native.append(id, "trust", statement)
    }
    for policy in resource["Policies"]?.elements ?? [] {
      let statements =
        policy.isUnknown
        ? lowering.identityStatements(policy)
        : lowering.identityStatements(policy["PolicyDocument"])
      for statement in statements { lowering.native.append(id, "policy", statement) }
    }
    for managed in resource["ManagedPolicyArns"]?.elements ?? [] {
      lowering.addManaged(managed, to: id)
    }
    if let boundary = resource["PermissionsBoundary"] {
      lowering.set(id, "permissionsBoundary", lowering.policyARN(boundary))
    }
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
  }

  private static let policyProperties: Set<String> = [
    "Description", "Groups", "ManagedPolicyName", "Path", "PolicyDocument", "PolicyName", "Roles",
    "Tags", "Users",
  ]

  /// A policy of its own, which says whose it is.
  @Sendable private static func policy(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: policyProperties)
    let roles = resource["Roles"]?.elements ?? []
    guard !roles.isEmpty else { return }
    let statements = lowering.identityStatements(resource["PolicyDocument"])
    lowering.attach(statements, to: roles, .role)
  }

  @Sendable private static func rolePolicy(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: ["PolicyDocument", "PolicyName", "RoleName"])
    let statements = lowering.identityStatements(resource["PolicyDocument"])
    lowering.attach(statements, to: resource["RoleName"]?.elements ?? [], .role)
  }

  private static let keyProperties: Set<String> = [
    "BypassPolicyLockoutSafetyCheck", "Description", "EnableKeyRotation", "Enabled", "KeyPolicy",
    "KeySpec", "KeyUsage", "MultiRegion", "Origin", "PendingWindowInDays", "RotationPeriodInDays",
    "Tags",
  ]

  @Sendable private static func key(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: keyProperties)
    lowering.set(id, "rotation", lowering.boolean(resource["EnableKeyRotation"]))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    for statement in lowering.statements(resource["KeyPolicy"]) {
      lowering.native.append(id, "policy", statement)
    }
  }

  @Sendable private static func alias(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: ["AliasName", "TargetKeyId"])
  }
}

extension Lowering {
  /// The statements of an identity's policy; one that is not known may allow anything.
  fileprivate mutating func identityStatements(_ document: Value?) -> [YAMLDraft] {
    guard let document, !document.isAbsent else { return [] }
    guard structure(of: document) == nil else { return statements(document) }
    return [.anything(document.range)]
  }

  /// A managed policy by its ARN; of one that the template declares, its statements.
  fileprivate mutating func addManaged(_ value: Value, to role: ResourceID) {
    if case .reference(let key, _) = value.content, let policy = resource(key),
      policy.type == "AWS::IAM::ManagedPolicy"
    {
      for statement in identityStatements(policy["PolicyDocument"]) {
        native.append(role, "policy", statement)
      }
      return
    }
    native.append(role, "managedPolicies", policyARN(value))
  }

  fileprivate func policyARN(_ value: Value) -> YAMLDraft {
    let text = system.text(value, in: 0) ?? ""
    guard let arn = ARN(text), arn.partition.hasPrefix("aws"), !arn.resource.contains("${"),
      !arn.resource.isEmpty, arn.resource.allSatisfy({ !$0.isWhitespace }),
      arn.account == "aws" || arn.account == "${AccountId}" || arn.hasAccountNumber
    else { return .unknown(text, at: value.range) }
    return .text(text, at: value.range)
  }
}

extension YAMLDraft {
  /// A statement of which nothing is known.
  fileprivate static func anything(_ range: SourceRange) -> YAMLDraft {
    let symbol = YAMLDraft.text("${unknown}", at: range)
    return .mapping(
      [
        .init(.text("Effect", at: range), .text("Allow", at: range)),
        .init(.text("Action", at: range), symbol), .init(.text("Resource", at: range), symbol),
      ], at: range)
  }
}
