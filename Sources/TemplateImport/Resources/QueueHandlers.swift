import Diagnostics
import Topology
import YAMLTree

/// SQS.
enum QueueHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::SQS::Queue": queue, "AWS::SQS::QueuePolicy": queuePolicy,
    "AWS::SQS::QueueInlinePolicy": queuePolicy,
  ]

  @Sendable private static func queue(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "fifo", lowering.boolean(resource["FifoQueue"]))
    lowering.set(
      id, "contentBasedDeduplication", lowering.boolean(resource["ContentBasedDeduplication"]))
    lowering.set(id, "visibilityTimeout", lowering.duration(resource["VisibilityTimeout"], "s"))
    lowering.set(id, "retention", lowering.duration(resource["MessageRetentionPeriod"], "s"))
    lowering.set(id, "delay", lowering.duration(resource["DelaySeconds"], "s"))
    lowering.set(
      id, "receiveWaitTime", lowering.duration(resource["ReceiveMessageWaitTimeSeconds"], "s"))
    lowering.set(id, "maximumMessageSize", lowering.size(resource["MaximumMessageSize"], "B"))
    lowering.set(id, "encryption", lowering.queueEncryption(resource))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    if let redrive = resource["RedrivePolicy"] {
      lowering.set(id, "deadLetter", lowering.redrive(redrive))
    }
    if let allow = resource["RedriveAllowPolicy"] {
      lowering.set(id, "redriveAllow", lowering.redriveAllow(allow))
    }
  }

  /// A policy of one queue or several; each queue gets the statements that speak of it or of all.
  @Sendable private static func queuePolicy(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    let statements = lowering.statements(resource["PolicyDocument"])
    let queues = (resource["Queues"] ?? resource["Queue"])?.elements ?? []
    lowering.attach(statements, to: queues, .queue)
  }
}

extension Lowering {
  /// By the key that is named, else as `SqsManagedSseEnabled` says.
  fileprivate mutating func queueEncryption(_ resource: SourceResource) -> YAMLDraft? {
    if let key = encryption(resource["KmsMasterKeyId"]) { return key }
    guard let managed = resource["SqsManagedSseEnabled"], let isOn = managed.boolean else {
      return nil
    }
    return .text(isOn ? "managed" : "none", at: managed.range)
  }

  fileprivate mutating func redrive(_ value: Value) -> YAMLDraft? {
    guard let policy = structure(of: value) else {
      return .unknown("RedrivePolicy", at: value.range)
    }
    guard let queue = reference(policy["deadLetterTargetArn"], .queue) else { return nil }
    var draft = YAMLDraft.mapping(at: value.range)
    draft.set("queue", queue)
    if let count = integer(policy["maxReceiveCount"]) { draft.set("maxReceiveCount", count) }
    return draft
  }

  fileprivate mutating func redriveAllow(_ value: Value) -> YAMLDraft? {
    guard let policy = structure(of: value) else { return nil }
    switch policy["redrivePermission"]?.knownText {
    case "allowAll": return .text("allowAll", at: value.range)
    case "denyAll": return .text("denyAll", at: value.range)
    default:
      let queues = (policy["sourceQueueArns"]?.elements ?? []).compactMap { reference($0, .queue) }
      return queues.isEmpty ? nil : .list(queues, at: value.range)
    }
  }
}
