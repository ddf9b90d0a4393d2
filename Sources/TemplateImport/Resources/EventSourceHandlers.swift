import Diagnostics
import Topology
import YAMLTree

/// Lambda's event source mappings: triggers of the function that reads.
enum EventSourceHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::Lambda::EventSourceMapping": mapping
  ]

  @Sendable private static func mapping(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let function = lowering.owner(lowering.function(resource["FunctionName"]), .function),
      let from = source(resource, &lowering)
    else { return }
    var trigger = YAMLDraft.mapping(at: resource.range)
    trigger.set("from", from)
    let topic = lowering.text(resource["Topics"]?.elements.first)
    trigger.set("topic", optional: topic)
    if topic == nil {
      trigger.set("queue", optional: lowering.text(resource["Queues"]?.elements.first))
    }
    trigger.set("filter", optional: lowering.filters(resource["FilterCriteria"]))
    addBatching(resource, to: &trigger, &lowering)
    addRetries(resource, to: &trigger, &lowering)
    trigger.set("enabled", optional: lowering.boolean(resource["Enabled"]))
    lowering.native.append(function, "triggers", trigger)
  }

  private static func source(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) -> YAMLDraft? {
    if let source = resource["EventSourceArn"] {
      let kinds = kinds(of: resource)
      // An alias of a Kafka consumer group or a bare name is of the kind that the settings are for.
      return lowering.reference(source, anyOf: kinds)
    }
    guard let own = resource["SelfManagedEventSource"] else { return nil }
    let servers = own.value(at: "Endpoints", "KafkaBootstrapServers")
    let host = servers?.elements.first?.plainText.map { Lowering.host(of: $0) }
    return lowering.reference(.text(host ?? "self-managed-kafka", at: own.range), .cluster)
  }

  /// What the source must be, as the settings are for no other.
  private static func kinds(of resource: SourceResource) -> [ResourceKind] {
    if resource["Topics"] != nil || resource["AmazonManagedKafkaEventSourceConfig"] != nil {
      return [.cluster]
    }
    if resource["Queues"] != nil { return [.broker] }
    if resource["DocumentDBEventSourceConfig"] != nil { return [] }
    if resource["StartingPosition"] == nil { return [.queue] }
    return [.stream, .table, .cluster]
  }

  private static func addBatching(
    _ resource: SourceResource, to trigger: inout YAMLDraft, _ lowering: inout Lowering
  ) {
    trigger.set("batchSize", optional: lowering.integer(resource["BatchSize"]))
    trigger.set(
      "batchWindow", optional: lowering.duration(resource["MaximumBatchingWindowInSeconds"], "s"))
    trigger.set("startingPosition", optional: lowering.text(resource["StartingPosition"]))
    trigger.set(
      "parallelizationFactor", optional: lowering.integer(resource["ParallelizationFactor"]))
    trigger.set(
      "maximumConcurrency",
      optional: lowering.integer(resource["ScalingConfig"]?["MaximumConcurrency"]))
    guard let responses = resource["FunctionResponseTypes"] else { return }
    if responses.elements.contains(where: { $0.knownText == "ReportBatchItemFailures" }) {
      trigger.set("reportBatchItemFailures", .plain("true", at: responses.range))
    }
  }

  private static func addRetries(
    _ resource: SourceResource, to trigger: inout YAMLDraft, _ lowering: inout Lowering
  ) {
    trigger.set(
      "onFailure", optional: lowering.exit(resource["DestinationConfig"]?["OnFailure"]))
    let attempts = lowering.limited(resource["MaximumRetryAttempts"])
    trigger.set("maximumRetryAttempts", optional: lowering.integer(attempts))
    let age = lowering.limited(resource["MaximumRecordAgeInSeconds"])
    trigger.set("maximumRecordAge", optional: lowering.duration(age, "s"))
    trigger.set(
      "bisectBatchOnFunctionError",
      optional: lowering.boolean(resource["BisectBatchOnFunctionError"]))
  }
}
