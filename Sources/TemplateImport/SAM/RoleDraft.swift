import Diagnostics
import Topology

/// A role that SAM makes for a function or a state machine, while it is put together.
struct RoleDraft {
  var service: String
  var managed: [Value] = []
  private(set) var policies: [Value] = []

  init(for service: String) { self.service = service }

  mutating func add(managed name: String, at range: SourceRange) {
    let arn = "arn:aws:iam::aws:policy/\(name)"
    guard !managed.contains(where: { $0.plainText == arn }) else { return }
    managed.append(.text(arn, at: range))
  }

  mutating func add(_ document: Value, named name: String) {
    policies.append(
      .mapping(
        [("PolicyName", .text(name, at: document.range)), ("PolicyDocument", document)],
        at: document.range))
  }

  mutating func allow(
    _ actions: [String], on resources: [Value], named name: String, at range: SourceRange
  ) {
    add(.policy([.allow(actions, on: resources, at: range)], at: range), named: name)
  }
}

extension Value {
  static func texts(_ texts: [String], at range: SourceRange) -> Value {
    .list(texts.map { .text($0, at: range) }, at: range)
  }

  /// A policy document.
  static func policy(_ statements: [Value], at range: SourceRange) -> Value {
    .mapping([("Statement", .list(statements, at: range))], at: range)
  }

  /// A statement that allows something.
  static func allow(
    _ actions: [String], on resources: [Value], to service: String? = nil,
    from source: Value? = nil, at range: SourceRange
  ) -> Value {
    let principal = service.map {
      Value.mapping([("Service", .text($0, at: range))], at: range)
    }
    let condition = source.map { source in
      Value.mapping(
        [("ArnEquals", .mapping([("aws:SourceArn", source)], at: range))], at: range)
    }
    return .mapping(
      [
        ("Effect", .text("Allow", at: range)), ("Principal", principal),
        ("Action", texts(actions, at: range)),
        ("Resource", resources.isEmpty ? nil : .list(resources, at: range)),
        ("Condition", condition),
      ], at: range)
  }

  static func trust(_ service: String, at range: SourceRange) -> Value {
    policy([allow(["sts:AssumeRole"], on: [], to: service, at: range)], at: range)
  }

  /// `GetAtt` of an ARN.
  static func arn(of key: ResourceKey, at range: SourceRange) -> Value {
    Value(.reference(key, attribute: "Arn"), at: range)
  }

  static func reference(to key: ResourceKey, at range: SourceRange) -> Value {
    Value(.reference(key, attribute: nil), at: range)
  }
}

extension ServerlessExpander {
  mutating func makeRole(
    _ key: ResourceKey, _ role: RoleDraft, trust: Value? = nil, boundary: Value? = nil,
    for cause: Cause
  ) {
    let range = cause.nameRange
    make(
      key, "AWS::IAM::Role",
      [
        ("AssumeRolePolicyDocument", trust ?? .trust(role.service, at: range)),
        ("ManagedPolicyArns", role.managed.isEmpty ? nil : .list(role.managed, at: range)),
        ("Policies", role.policies.isEmpty ? nil : .list(role.policies, at: range)),
        ("PermissionsBoundary", boundary),
      ], for: cause)
  }
}
