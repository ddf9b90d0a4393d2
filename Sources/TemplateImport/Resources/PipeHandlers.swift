import Diagnostics
import Topology
import YAMLTree

/// EventBridge Pipes.
enum PipeHandlers {
  static let all: [String: ResourceHandlers.Handler] = ["AWS::Pipes::Pipe": pipe]

  @Sendable private static func pipe(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    let parameters = resource["SourceParameters"]
    lowering.set(id, "description", lowering.label(resource["Description"]))
    lowering.set(id, "source", source(resource, &lowering))
    lowering.set(id, "filter", lowering.filters(parameters?["FilterCriteria"]))
    let enrichments: [ResourceKind] = [.function, .stateMachine, .api, .destination]
    lowering.set(
      id, "enrichment", lowering.reference(resource["Enrichment"], anyOf: enrichments))
    lowering.set(id, "target", target(resource, &lowering))
    lowering.set(id, "role", lowering.reference(resource["RoleArn"], .role))
    lowering.set(
      id, "state",
      lowering.word(resource["DesiredState"], ["RUNNING": "enabled", "STOPPED": "disabled"]))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    setFailure(id, parameters?["KinesisStreamParameters"], &lowering)
    setFailure(id, parameters?["DynamoDBStreamParameters"], &lowering)
  }

  /// How the reader of each kind of source is set up, what it is then, and what names the channel.
  private static let sources: [(parameters: String, kind: ResourceKind, channel: String?)] = [
    ("SqsQueueParameters", .queue, nil), ("KinesisStreamParameters", .stream, nil),
    ("DynamoDBStreamParameters", .table, nil),
    ("ManagedStreamingKafkaParameters", .cluster, "topic"),
    ("SelfManagedKafkaParameters", .cluster, "topic"),
    ("ActiveMQBrokerParameters", .broker, "queue"), ("RabbitMQBrokerParameters", .broker, "queue"),
  ]

  private static func source(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) -> YAMLDraft? {
    guard let source = resource["Source"] else { return nil }
    let used = sources.first { resource["SourceParameters"]?[$0.parameters] != nil }
    let kinds = used.map { [$0.kind] } ?? [.queue, .stream, .table, .cluster, .broker]
    guard let from = lowering.reference(lowering.brokerOfKafka(source), anyOf: kinds) else {
      return nil
    }
    var draft = YAMLDraft.mapping(at: source.range)
    draft.set("from", from)
    guard let used, let parameters = resource["SourceParameters"]?[used.parameters] else {
      return draft
    }
    draft.set("batchSize", optional: lowering.integer(parameters["BatchSize"]))
    draft.set(
      "batchWindow", optional: lowering.duration(parameters["MaximumBatchingWindowInSeconds"], "s"))
    draft.set("startingPosition", optional: lowering.text(parameters["StartingPosition"]))
    if let channel = used.channel {
      draft.set(
        channel, optional: lowering.text(parameters["TopicName"] ?? parameters["QueueName"]))
    }
    return draft
  }

  private static func target(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) -> YAMLDraft? {
    guard let value = resource["Target"], let to = lowering.reference(value) else { return nil }
    let parameters = resource["TargetParameters"]
    var target = YAMLDraft.mapping(at: value.range)
    target.set("to", to)
    if let template = lowering.label(parameters?["InputTemplate"]) {
      var input = YAMLDraft.mapping(at: template.range)
      input.set(
        "transform",
        .mapping([.init(.text("template", at: template.range), template)], at: template.range))
      target.set("input", input)
    }
    let group = parameters?.value(at: "SqsQueueParameters", "MessageGroupId")
    target.set("messageGroupId", optional: lowering.label(group))
    return target
  }

  /// Only streams have dead letters and retries that are the pipe's own.
  private static func setFailure(
    _ id: ResourceID, _ parameters: Value?, _ lowering: inout Lowering
  ) {
    guard let parameters else { return }
    let exit = parameters.value(at: "DeadLetterConfig", "Arn")
    lowering.set(id, "deadLetter", lowering.reference(exit, .queue, .topic))
    var retry = YAMLDraft.mapping(at: parameters.range)
    let attempts = lowering.limited(parameters["MaximumRetryAttempts"])
    let age = lowering.limited(parameters["MaximumRecordAgeInSeconds"])
    retry.set("attempts", optional: lowering.integer(attempts))
    retry.set("maxAge", optional: lowering.duration(age, "s"))
    if !retry.isEmptyCollection { lowering.set(id, "retry", retry) }
  }
}

extension Lowering {
  /// The filters of a pipe or event source mapping, of which one must match.
  mutating func filters(_ criteria: Value?) -> YAMLDraft? {
    guard let criteria, !criteria.isAbsent else { return nil }
    guard criteria.isMapping, let filters = criteria["Filters"] else {
      return criteria.isUnknown ? .unknown("FilterCriteria", at: criteria.range) : nil
    }
    if filters.isUnknown { return .unknown("FilterCriteria", at: filters.range) }
    let patterns = filters.elements.compactMap { pattern($0["Pattern"]) }
    switch patterns.count {
    case 0: return nil
    case 1: return patterns[0]
    default: return .list(patterns, at: filters.range)
    }
  }

  /// `smk://host:9092` names a cluster of Kafka that is not AWS's by its host.
  func brokerOfKafka(_ value: Value) -> Value {
    guard let text = value.plainText, text.hasPrefix("smk://") else { return value }
    return .text(Self.host(of: text.dropFirst(6)), at: value.range)
  }

  /// `kafka1.example.com` for `kafka1.example.com:9092`.
  static func host(of address: some StringProtocol) -> String {
    String(address.prefix { $0 != ":" && $0 != "," })
  }
}
