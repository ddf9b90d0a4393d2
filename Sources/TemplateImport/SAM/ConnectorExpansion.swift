import Diagnostics
import Topology

/// One end of a connector.
private struct Connected {
  var key: ResourceKey?
  var type: String
  /// By the names that the table of connectors uses: `Arn`, `Name`, `ResourceId`, `Qualifier`.
  var parts: [String: Value] = [:]
  /// Where a policy is put: the role, the queue.
  var role: Value?
  var queue: Value?
}

extension ServerlessExpander {
  /// `AWS::Serverless::Connector`, and `Connectors` of a resource.
  mutating func expandConnectors(_ own: [SourceResource]) {
    for resource in own {
      if resource.type == "AWS::Serverless::Connector" {
        guard let source = resource["Source"] else { continue }
        expandConnector(
          resource.key, source, resource.properties, at: Cause(resource), in: resource.key.stack)
        become(resource.key, Self.inertType, .mapping([], at: resource.range))
      }
      for entry in resource.attribute("Connectors")?.entries ?? [] {
        guard let properties = entry.value["Properties"] else { continue }
        let cause = Cause(resource).at(entry)
        let reference = properties["SourceReference"] ?? .mapping([], at: entry.keyRange)
        check(
          properties, among: ["SourceReference", "Destination", "Permissions"],
          of: "a connector of a resource", about: nil)
        let source = reference.setting("Id", .text(resource.key.id, at: entry.keyRange))
        let key = ResourceKey(resource.key.stack, resource.key.id + entry.key)
        expandConnector(key, source, properties, at: cause, in: resource.key.stack)
      }
    }
  }

  private mutating func expandConnector(
    _ key: ResourceKey, _ source: Value, _ properties: Value, at cause: Cause, in stack: Int
  ) {
    guard let destination = properties["Destination"], !destination.isUnknown else { return }
    let isList = destination.isSequence
    for (number, end) in destination.elements.enumerated() {
      guard let to = connected(end, with: source, stack),
        let from = connected(source, with: end, stack)
      else { continue }
      connect(
        key, isList ? "Destination\(number)" : "", from, to, properties["Permissions"], end.range,
        cause)
    }
  }

  /// An end given by its `Id`, or by what is needed of it.
  private func connected(_ end: Value, with other: Value, _ stack: Int) -> Connected? {
    check(end, among: ServerlessProperties.ofConnection, of: "an end of a connector", about: nil)
    guard let id = end["Id"] else {
      guard let type = end["Type"]?.knownText else { return nil }
      var known = Connected(type: Self.ownType(type), role: end["RoleName"], queue: end["QueueUrl"])
      for name in ["Arn", "Name", "ResourceId", "Qualifier"] { known.parts[name] = end[name] }
      return known
    }
    let key: ResourceKey
    if case .reference(let given, _) = id.content {
      key = given
    } else if let name = id.knownText {
      key = ResourceKey(stack, name)
    } else {
      return nil
    }
    guard let resource = resource(key) else {
      if system.nested[key] != nil { return nil }
      let ids = resources.filter { $0.key.stack == stack }.map(\.key.id)
      report(
        "unknown-reference", .error, "the template has no resource '\(key.id)'", at: id.range,
        help: didYouMean(key.id, in: ids))
      return nil
    }
    let reference = Value.reference(to: key, at: id.range)
    return Connected(
      key: key, type: resource.type,
      parts: [
        "Arn": .arn(of: key, at: id.range),
        "Name": Value(.reference(key, attribute: "Name"), at: id.range), "ResourceId": reference,
        "Qualifier": end["Qualifier"] ?? .text("*", at: id.range),
      ], role: role(of: resource, for: other), queue: reference)
  }

  /// SAM's types by what they become.
  private static func ownType(_ type: String) -> String {
    switch type {
    case "AWS::Serverless::Function": "AWS::Lambda::Function"
    case "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine"
    case "AWS::Serverless::Api": "AWS::ApiGateway::RestApi"
    case "AWS::Serverless::HttpApi": "AWS::ApiGatewayV2::Api"
    case "AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table"
    default: type
    }
  }

  /// The role that a resource acts as; that of a rule is the one of the target in question.
  private func role(of resource: SourceResource, for other: Value) -> Value? {
    switch resource.type {
    case "AWS::Lambda::Function": return resource["Role"]
    case "AWS::StepFunctions::StateMachine": return resource["RoleArn"]
    case "AWS::AppSync::DataSource": return resource["ServiceRoleArn"]
    case "AWS::Events::Rule":
      let target = (resource["Targets"]?.elements ?? []).first { target in
        guard case .reference(let key, _)? = target["Arn"]?.content else { return false }
        return key.id == other["Id"]?.knownText
      }
      return target?["RoleArn"]
    default: return nil
    }
  }

  private mutating func connect(
    _ key: ResourceKey, _ suffix: String, _ from: Connected, _ to: Connected,
    _ permissions: Value?, _ place: SourceRange, _ cause: Cause
  ) {
    guard
      let profile = ConnectorProfile.all[.init(source: from.type, destination: to.type)]
    else {
      return report(
        "wrong-value", .warning, "SAM has no connector from \(from.type) to \(to.type)",
        at: place, help: "write the policy or permission that is meant; nothing is made of this")
    }
    let wanted = permissions?.elements.compactMap(\.knownText) ?? []
    for permission in permissions?.elements ?? [] {
      guard let word = permission.knownText,
        !profile.grants.contains(where: { $0.permission == word })
      else { continue }
      report(
        "wrong-value", .error,
        "a connector from \(from.type) to \(to.type) has no permission '\(word)'",
        at: permission.range)
    }
    let grants = profile.grants.filter { wanted.contains($0.permission) }
    guard !grants.isEmpty else { return }
    put(grants, profile.place, key, suffix, from, to, cause)
  }

  private mutating func put(
    _ grants: [ConnectorProfile.Grant], _ place: ConnectorProfile.Place, _ key: ResourceKey,
    _ suffix: String, _ from: Connected, _ to: Connected, _ cause: Cause
  ) {
    let range = cause.nameRange
    func look(_ name: String) -> Value? {
      let end = name.hasPrefix("Source.") ? from : to
      return end.parts[String(name.drop { $0 != "." }.dropFirst())]
    }
    func id(_ name: String) -> ResourceKey { ResourceKey(key.stack, key.id + name + suffix) }
    guard let attachment = attachment(place, from, to) else {
      for grant in grants {
        let source = grant.source.map { filled($0, at: range, key.stack, look) }
        make(
          id("\(grant.permission)LambdaPermission"), "AWS::Lambda::Permission",
          permission(grant, of: to, source, at: range), for: cause)
      }
      return
    }
    let statements = grants.map { grant in
      Value.allow(
        grant.actions,
        on: grant.resources.map { filled($0, at: range, key.stack, look) }, to: grant.service,
        from: grant.source.map { filled($0, at: range, key.stack, look) }, at: range)
    }
    make(
      id(attachment.name), attachment.type,
      [
        ("PolicyDocument", .policy(statements, at: range)),
        (attachment.owners, attachment.owner.map { .list([$0], at: range) }),
      ], for: cause)
  }

  /// The resource that puts a policy where the grants go, and whose it is; nil for functions, each
  /// grant of which is a resource of its own.
  private func attachment(
    _ place: ConnectorProfile.Place, _ from: Connected, _ to: Connected
  ) -> (name: String, type: String, owners: String, owner: Value?)? {
    switch place {
    case .queue: return ("QueuePolicy", "AWS::SQS::QueuePolicy", "Queues", to.queue)
    case .topic: return ("TopicPolicy", "AWS::SNS::TopicPolicy", "Topics", to.parts["Arn"])
    case .sourceRole, .destinationRole:
      let role = place == .sourceRole ? from.role : to.role
      return ("Policy", "AWS::IAM::ManagedPolicy", "Roles", role.map(Self.roleName))
    case .function: return nil
    }
  }

  private func permission(
    _ grant: ConnectorProfile.Grant, of function: Connected, _ source: Value?,
    at range: SourceRange
  ) -> [(String, Value?)] {
    // A bucket's ARN does not say whose it is.
    let isBucket = grant.service == "s3.amazonaws.com"
    return [
      ("Action", .text("lambda:InvokeFunction", at: range)),
      ("FunctionName", function.parts["Arn"]),
      ("Principal", grant.service.map { .text($0, at: range) }), ("SourceArn", source),
      ("SourceAccount", isBucket ? .text("${AccountId}", at: range) : nil),
    ]
  }

  /// A policy names the role that a property refers to by its ARN.
  private static func roleName(_ role: Value) -> Value {
    guard case .reference(let key, "Arn") = role.content else { return role }
    return .reference(to: key, at: role.range)
  }
}
