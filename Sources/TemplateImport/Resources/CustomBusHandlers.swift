import Diagnostics
import Topology
import YAMLTree

/// EventBridge's custom buses of 2026, with sources and subscribers in place of rules and targets.
/// Shapes: CloudFormation's schemas of `AWS::EventsV2`.
enum CustomBusHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::EventsV2::EventBus": bus, "AWS::EventsV2::EventSource": source,
    "AWS::EventsV2::ResourcePolicy": policy, "AWS::EventsV2::Subscriber": subscriber,
  ]

  @Sendable private static func bus(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "generation", .text("custom", at: resource.nameRange))
    lowering.set(id, "description", lowering.label(resource["Description"]))
    let key = resource["EncryptionConfiguration"]?["KmsKeyIdentifier"]
    lowering.set(id, "encryption", lowering.encryption(key))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
  }

  /// Events of an AWS service or a partner, sent on to a custom bus.
  @Sendable private static func source(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let bus = resource["EventBusArn"] else { return }
    let isPartner = resource["Configuration"]?["PartnerEventsConfiguration"] != nil
    lowering.emissions(
      of: resource, kind: isPartner ? "partner" : "awsService", to: [(nil, bus, [.bus])])
  }

  @Sendable private static func policy(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let bus = lowering.owner(resource["EventBusArn"], .bus) else { return }
    for statement in lowering.statements(resource["PolicyDocument"]) {
      lowering.native.append(bus, "policy", statement)
    }
  }

  @Sendable private static func subscriber(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let bus = lowering.owner(resource["EventBusArn"], .bus) else { return }
    lowering.set(bus, "generation", .text("custom", at: resource.nameRange))
    var rule = YAMLDraft.mapping(at: resource.range)
    rule.set("description", optional: lowering.label(resource["Description"]))
    rule.set("pattern", lowering.subscriberPattern(resource))
    rule.set(
      "state",
      optional: lowering.word(resource["State"], ["RUNNING": "enabled", "STOPPED": "disabled"]))
    rule.set("tags", optional: lowering.tags(resource["Tags"]))
    let targets = [target(resource, &lowering)].compactMap { $0 }
    rule.set("targets", .list(targets, at: resource.range))
    lowering.native.add(
      bus, "rules", named: lowering.system.nativeName(resource.key), at: resource.nameRange, rule)
  }

  private static func target(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) -> YAMLDraft? {
    guard let invocation = resource["InvokeConfiguration"],
      let to = lowering.reference(invocation["TargetArn"])
    else { return nil }
    var target = YAMLDraft.mapping(at: invocation.range)
    target.set("to", to)
    target.set("role", optional: lowering.reference(invocation["RoleArn"], .role))
    target.set(
      "deadLetter",
      optional: lowering.reference(resource["OnFailureConfiguration"]?["Arn"], .queue))
    if let policy = resource["RetryPolicy"] {
      var retry = YAMLDraft.mapping(at: policy.range)
      retry.set("attempts", optional: lowering.integer(policy["MaxRetryAttempts"]))
      retry.set("maxAge", optional: lowering.duration(policy["MaxEventAgeInSeconds"], "s"))
      target.set("retry", retry)
    }
    let group = ["SqsParameters", "SnsParameters"].lazy
      .compactMap { invocation.value(at: $0, "MessageGroupId") }.first
    target.set("messageGroupId", optional: lowering.label(group))
    return target
  }
}

extension Lowering {
  /// The pattern of a subscriber that looks at nothing but data in the shape of AWS's envelope; what
  /// looks at other data or at metadata, or takes everything, is no pattern of the language.
  fileprivate mutating func subscriberPattern(_ resource: SourceResource) -> YAMLDraft {
    let filters = resource["FilterConfiguration"]?["Filters"]?.elements ?? []
    if filters.count == 1, filters[0]["Scope"]?.knownText == "DATA",
      let text = filters[0]["Pattern"], let tree = structure(of: text),
      tree.entries.allSatisfy({ Self.envelope.contains($0.key) }), let pattern = pattern(text)
    {
      return pattern
    }
    let place = resource["FilterConfiguration"]?.range ?? resource.nameRange
    return .unknown(filters.isEmpty ? "every event" : "FilterConfiguration", at: place)
  }

  private static let envelope: Set<String> = [
    "$or", "version", "id", "detail-type", "source", "account", "time", "region", "resources",
    "detail",
  ]
}
