import Diagnostics
import Topology
import YAMLTree

/// EventBridge's buses and what is put on them.
enum EventBusHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::Events::EventBus": bus, "AWS::Events::EventBusPolicy": policy,
    "AWS::Events::Archive": archive, "AWS::Events::Endpoint": endpoint,
    "AWS::Events::ApiDestination": destination,
  ]

  @Sendable private static func bus(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "description", lowering.label(resource["Description"]))
    lowering.set(id, "encryption", lowering.encryption(resource["KmsKeyIdentifier"]))
    lowering.set(
      id, "deadLetter", lowering.reference(resource["DeadLetterConfig"]?["Arn"], .queue))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    for statement in lowering.statements(resource["Policy"]) {
      lowering.native.append(id, "policy", statement)
    }
  }

  /// One statement, written as IAM has it or as principal, action and one condition.
  @Sendable private static func policy(_ resource: SourceResource, _ lowering: inout Lowering) {
    let bus = lowering.bus(resource["EventBusName"], at: resource.nameRange)
    for statement in lowering.statements(resource["Statement"] ?? short(resource)) {
      lowering.native.append(bus, "policy", statement)
    }
  }

  private static func short(_ resource: SourceResource) -> Value {
    let place = resource.properties.range
    var members: [(String, Value?)] = [
      ("Sid", resource["StatementId"]), ("Effect", .text("Allow", at: place)),
      ("Action", resource["Action"] ?? .text("events:PutEvents", at: place)),
      ("Principal", resource["Principal"]),
      ("Resource", resource["EventBusName"] ?? .text("*", at: place)),
    ]
    if let condition = resource["Condition"], let type = condition["Type"]?.knownText,
      let key = condition["Key"]?.knownText
    {
      let test = Value.mapping([(key, condition["Value"])], at: condition.range)
      members.append(("Condition", .mapping([(type, test)], at: condition.range)))
    }
    return .mapping(members, at: resource.range)
  }

  @Sendable private static func archive(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let bus = lowering.owner(resource["SourceArn"], .bus) else { return }
    var archive = YAMLDraft.mapping(at: resource.range)
    if resource["RetentionDays"]?.integer != 0 {
      archive.set("retention", optional: lowering.duration(resource["RetentionDays"], "d"))
    }
    archive.set("pattern", optional: lowering.pattern(resource["EventPattern"]))
    lowering.native.set(bus, "archive", archive, at: resource.nameRange)
  }

  /// A global endpoint hands what it gets to the buses of its regions.
  @Sendable private static func endpoint(_ resource: SourceResource, _ lowering: inout Lowering) {
    let buses = (resource["EventBuses"]?.elements ?? []).compactMap { $0["EventBusArn"] }
    lowering.emissions(of: resource, kind: "awsService", to: buses.map { (nil, $0, [.bus]) })
  }

  @Sendable private static func destination(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "description", lowering.label(resource["Description"]))
    lowering.set(id, "endpoint", lowering.text(resource["InvocationEndpoint"]))
    lowering.set(id, "method", lowering.text(resource["HttpMethod"]))
    if let rate = resource["InvocationRateLimitPerSecond"] {
      lowering.set(id, "rateLimit", lowering.duration(rate, "/s"))
    }
    guard let connection = resource["ConnectionArn"] else { return }
    var draft = YAMLDraft.mapping(at: connection.range)
    if case .reference(let key, _) = connection.content {
      let words = ["API_KEY": "apiKey", "BASIC": "basic", "OAUTH_CLIENT_CREDENTIALS": "oauth"]
      let kind = lowering.resource(key)?["AuthorizationType"]
      draft.set("authorization", optional: lowering.word(kind, words))
    }
    lowering.set(id, "connection", draft)
  }
}

extension Lowering {
  /// The bus that something is on: the account's own where it names none.
  mutating func bus(_ value: Value?, at range: SourceRange) -> ResourceID {
    if let id = owner(value, .bus) { return id }
    guard let value, !value.isAbsent else {
      native.declare(.accountBus, at: range)
      return .accountBus
    }
    return external(.bus, system.text(value, in: 0) ?? "", at: value.range)
  }

  /// Says that a resource, of which a topology has no kind of its own, sends to others: each with the
  /// step that does so and the kinds that a bare name may be of.
  mutating func emissions(
    of resource: SourceResource, kind: String,
    to receivers: [(step: String?, to: Value, kinds: [ResourceKind])]
  ) {
    let id = ResourceID(.producer, system.nativeName(resource.key))
    native.declare(id, at: resource.nameRange, resource.range)
    set(id, "kind", .text(kind, at: resource.nameRange))
    var told: Set<String> = []
    for receiver in receivers {
      guard let to = reference(receiver.to, anyOf: receiver.kinds) else { continue }
      guard told.insert("\(receiver.step ?? "") \(to.scalarText ?? "")").inserted else { continue }
      var emission = YAMLDraft.mapping(at: receiver.to.range)
      emission.set("to", to)
      emission.set("step", optional: receiver.step.map { .text($0, at: receiver.to.range) })
      native.append(id, "emits", emission)
    }
  }
}

extension ResourceID {
  /// The bus that every account has.
  static let accountBus = ResourceID(.bus, "default")
}

extension YAMLDraft {
  mutating func set(_ key: String, optional value: YAMLDraft?) {
    if let value { set(key, value) }
  }
}
