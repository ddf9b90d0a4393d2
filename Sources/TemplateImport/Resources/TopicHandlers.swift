import Diagnostics
import Topology
import YAMLTree

/// SNS.
enum TopicHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::SNS::Topic": topic, "AWS::SNS::Subscription": subscription,
    "AWS::SNS::TopicPolicy": policy, "AWS::SNS::TopicInlinePolicy": policy,
  ]

  @Sendable private static func topic(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "fifo", lowering.boolean(resource["FifoTopic"]))
    lowering.set(
      id, "contentBasedDeduplication", lowering.boolean(resource["ContentBasedDeduplication"]))
    lowering.set(id, "encryption", lowering.encryption(resource["KmsMasterKeyId"]))
    if let tracing = resource["TracingConfig"]?.knownText {
      lowering.set(
        id, "tracing", .plain(tracing == "Active" ? "true" : "false", at: resource.range))
    }
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    for value in resource["Subscription"]?.elements ?? [] {
      guard let subscription = lowering.subscription(value) else { continue }
      lowering.native.append(id, "subscriptions", subscription)
    }
  }

  @Sendable private static func subscription(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let topic = lowering.owner(resource["TopicArn"], .topic),
      let subscription = lowering.subscription(resource.properties)
    else { return }
    lowering.native.append(topic, "subscriptions", subscription)
  }

  @Sendable private static func policy(_ resource: SourceResource, _ lowering: inout Lowering) {
    let statements = lowering.statements(resource["PolicyDocument"])
    let topics = (resource["Topics"] ?? resource["TopicArn"])?.elements ?? []
    lowering.attach(statements, to: topics, .topic)
  }
}

extension Lowering {
  private static let protocols = [
    "sqs", "lambda", "https", "http", "email", "email-json", "sms", "firehose", "application",
  ]

  /// A subscription, alone or inside its topic.
  mutating func subscription(_ value: Value) -> YAMLDraft? {
    if value.isUnknown {
      return .mapping(
        [.init(.text("to", at: value.range), .unknown("Subscription", at: value.range))],
        at: value.range)
    }
    guard let endpoint = value["Endpoint"] else { return nil }
    let words = Dictionary(uniqueKeysWithValues: Self.protocols.map { ($0, $0) })
    let way = word(value["Protocol"], words)
    guard let to = receiver(endpoint, by: value["Protocol"]?.knownText) else { return nil }
    var subscription = YAMLDraft.mapping(at: value.range)
    subscription.set("to", to)
    subscription.set("protocol", optional: way)
    let scope = text(value["FilterPolicyScope"])
    subscription.set("filterScope", optional: scope)
    subscription.set("filter", optional: filter(value, isScopeKnown: scope?.tag == nil))
    let redrive = value["RedrivePolicy"].flatMap { structure(of: $0) }
    subscription.set(
      "deadLetter", optional: reference(redrive?["deadLetterTargetArn"], .queue))
    if redrive == nil, let policy = value["RedrivePolicy"], !policy.isAbsent {
      subscription.set("deadLetter", .unknown("RedrivePolicy", at: policy.range))
    }
    subscription.set("rawMessageDelivery", optional: boolean(value["RawMessageDelivery"]))
    subscription.set("role", optional: reference(value["SubscriptionRoleArn"], .role))
    return subscription
  }

  private mutating func filter(_ subscription: Value, isScopeKnown: Bool) -> YAMLDraft? {
    guard let policy = subscription["FilterPolicy"], !policy.isAbsent else { return nil }
    // Of an empty policy every message passes, as of none.
    if let tree = structure(of: policy), tree.entries.isEmpty { return nil }
    return isScopeKnown ? pattern(policy) : .unknown("FilterPolicy", at: policy.range)
  }

  private mutating func receiver(_ endpoint: Value, by way: String?) -> YAMLDraft? {
    switch way {
    case "sqs": return reference(endpoint, .queue)
    case "lambda": return reference(function(endpoint), .function)
    case "firehose": return reference(endpoint, .deliveryStream)
    case "http", "https", "email", "email-json", "sms": return address(endpoint, by: way ?? "")
    default: return reference(endpoint)
    }
  }

  /// An address as the language takes it; one of another form is kept as what is not known.
  private mutating func address(_ value: Value, by way: String) -> YAMLDraft? {
    guard let text = value.knownText else {
      return .unknown(system.text(value, in: 0) ?? "Endpoint", at: value.range)
    }
    let isFit =
      switch way {
      case "sms":
        text.hasPrefix("+") && (6...16).contains(text.count)
          && text.dropFirst().allSatisfy(\.isNumber)
      case "http", "https": text.hasPrefix("http") && text.contains("://")
      default: text.contains("@")
      }
    let isWhole = isFit && !text.contains(where: \.isWhitespace)
    return isWhole ? .text(text, at: value.range) : .unknown(text, at: value.range)
  }
}
