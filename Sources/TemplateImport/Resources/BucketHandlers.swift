import Diagnostics
import Topology
import YAMLTree

/// S3.
enum BucketHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::S3::Bucket": bucket, "AWS::S3::BucketPolicy": policy,
    "Custom::S3BucketNotifications": custom,
  ]

  /// The lists of notifications, what names the receiver in each, and what it is.
  private static let receivers: [(list: String, key: String, kind: ResourceKind)] = [
    ("QueueConfigurations", "Queue", .queue), ("TopicConfigurations", "Topic", .topic),
    ("LambdaConfigurations", "Function", .function),
  ]

  @Sendable private static func bucket(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "encryption", encryption(resource, &lowering))
    lowering.set(
      id, "versioning",
      lowering.word(
        resource["VersioningConfiguration"]?["Status"], ["Enabled": "true", "Suspended": "false"]
      ).map { draft in draft.tag == nil ? .plain(draft.scalarText ?? "", at: draft.range) : draft })
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    if let configuration = resource["NotificationConfiguration"] {
      notify(configuration, from: id, &lowering)
    }
  }

  /// What the CDK writes for a bucket's notifications: S3's own API shape, through a function of its.
  @Sendable private static func custom(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let configuration = resource["NotificationConfiguration"],
      let bucket = resource["BucketName"], let id = lowering.owner(bucket, .bucket)
    else { return }
    notify(configuration, from: id, &lowering)
  }

  private static func notify(
    _ configuration: Value, from id: ResourceID, _ lowering: inout Lowering
  ) {
    if let bridge = configuration["EventBridgeConfiguration"] {
      let isOn = lowering.boolean(bridge["EventBridgeEnabled"] ?? .text("true", at: bridge.range))
      lowering.set(id, "eventBridge", isOn)
    }
    for receiver in receivers {
      let lists = [receiver.list, receiver.list.replacing("Lambda", with: "LambdaFunction")]
      for value in Set(lists).sorted().flatMap({ configuration[$0]?.elements ?? [] }) {
        let keys = [receiver.key, "\(receiver.key)Arn", "Lambda\(receiver.key)Arn"]
        guard let key = keys.first(where: { value[$0] != nil }),
          let notification = notification(value, key, receiver.kind, &lowering)
        else { continue }
        lowering.native.append(id, "notifications", notification)
      }
    }
  }

  private static func notification(
    _ value: Value, _ key: String, _ kind: ResourceKind, _ lowering: inout Lowering
  ) -> YAMLDraft? {
    let to = kind == .function ? lowering.function(value[key]) : value[key]
    guard let reference = lowering.reference(to, anyOf: [kind]) else { return nil }
    var notification = YAMLDraft.mapping(at: value.range)
    let events =
      (value["Event"] ?? value["Events"])?.elements.compactMap { lowering.text($0) } ?? []
    notification.set("events", .list(events, at: value["Event"]?.range ?? value.range))
    notification.set("to", reference)
    let filter = value["Filter"].flatMap { $0["S3Key"] ?? $0["Key"] }
    for rule in (filter?["Rules"] ?? filter?["FilterRules"])?.elements ?? [] {
      guard let name = rule["Name"]?.knownText?.lowercased(), ["prefix", "suffix"].contains(name),
        let text = lowering.text(rule["Value"]), text.scalarText?.isEmpty == false
      else { continue }
      notification.set(name, text)
    }
    return notification
  }

  private static func encryption(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) -> YAMLDraft? {
    let rules = resource["BucketEncryption"]?["ServerSideEncryptionConfiguration"]?.elements ?? []
    guard let setting = rules.lazy.compactMap({ $0["ServerSideEncryptionByDefault"] }).first else {
      return nil
    }
    return lowering.encryption(setting["KMSMasterKeyID"]) ?? .text("managed", at: setting.range)
  }

  @Sendable private static func policy(_ resource: SourceResource, _ lowering: inout Lowering) {
    let statements = lowering.statements(resource["PolicyDocument"])
    lowering.attach(statements, to: resource["Bucket"]?.elements ?? [], .bucket)
  }
}
