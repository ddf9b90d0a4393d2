import AccessPolicy
import Diagnostics
import Topology
import YAMLTree

/// CloudWatch alarms, and what else shows how a system does.
enum AlarmHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::CloudWatch::Alarm": alarm, "AWS::CloudWatch::CompositeAlarm": composite,
    "AWS::CloudWatch::Dashboard": dashboard, "AWS::CloudTrail::Trail": trail,
  ]

  @Sendable private static func alarm(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "description", lowering.label(resource["AlarmDescription"]))
    lowering.set(id, "on", watched(resource, &lowering))
    if let threshold = resource["Threshold"], let number = threshold.number, number.isFinite {
      lowering.set(id, "threshold", .plain(String(number), at: threshold.range))
    }
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    notify(id, resource, &lowering)
  }

  @Sendable private static func composite(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "description", lowering.label(resource["AlarmDescription"]))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    notify(id, resource, &lowering)
  }

  @Sendable private static func dashboard(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.native.set("dashboards", .plain("true", at: resource.nameRange))
  }

  @Sendable private static func trail(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard resource["IsLogging"]?.boolean != false else { return }
    lowering.native.set("trail", .plain("true", at: resource.nameRange))
  }

  /// Topics and functions are told; what an alarm scales or restarts is no matter of events.
  private static func notify(
    _ id: ResourceID, _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard resource["ActionsEnabled"]?.boolean != false else { return }
    for action in resource["AlarmActions"]?.elements ?? [] {
      guard let to = receiver(action, &lowering) else { continue }
      lowering.native.append(id, "notify", to)
    }
  }

  private static func receiver(_ value: Value, _ lowering: inout Lowering) -> YAMLDraft? {
    switch lowering.pointed(value, []) {
    case .resource(let id):
      return [.topic, .function].contains(id.kind) ? lowering.reference(value) : nil
    case .arn(let text):
      let takes = ARN(text).map { ["sns", "lambda"].contains($0.service) } ?? false
      return takes ? lowering.reference(value) : nil
    case .named(let kind, _):
      return [.topic, .function].contains(kind) ? lowering.reference(value) : nil
    case .unknown(let text): return text.contains(":automate:") ? nil : lowering.reference(value)
    }
  }

  /// The dimension that tells whose metric it is, and what that is.
  private static let dimensions: [String: ResourceKind] = [
    "QueueName": .queue, "TopicName": .topic, "FunctionName": .function,
    "StateMachineArn": .stateMachine, "EventBusName": .bus, "StreamName": .stream,
    "DeliveryStreamName": .deliveryStream, "TableName": .table, "BucketName": .bucket,
    "ApiName": .api, "ApiId": .api, "PipeName": .pipe, "LogGroupName": .logGroup,
    "Cluster Name": .cluster, "Broker": .broker,
  ]

  /// The metric and whose it is; not known where an expression is of several resources.
  private static func watched(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) -> YAMLDraft? {
    let metrics: [Value] =
      resource["MetricName"] != nil
      ? [resource.properties]
      : (resource["Metrics"]?.elements ?? []).compactMap { $0.value(at: "MetricStat", "Metric") }
    guard let first = metrics.first else { return nil }
    var on = YAMLDraft.mapping(at: first["MetricName"]?.range ?? resource.range)
    on.set("metric", optional: lowering.text(first["MetricName"]))
    var owners: [String: YAMLDraft] = [:]
    for metric in metrics { addOwner(metric, to: &owners, &on, &lowering) }
    if owners.count == 1, let of = owners.values.first { on.set("of", of) }
    if owners.count > 1 { on.set("of", .unknown("Metrics", at: resource.range)) }
    return on.isEmptyCollection ? nil : on
  }

  private static func addOwner(
    _ metric: Value, to owners: inout [String: YAMLDraft], _ on: inout YAMLDraft,
    _ lowering: inout Lowering
  ) {
    guard let given = metric["Dimensions"] else { return }
    if given.isUnknown { owners[""] = .unknown("Dimensions", at: given.range) }
    for dimension in given.elements {
      guard let name = dimension["Name"]?.knownText, let value = dimension["Value"] else {
        continue
      }
      if name == "RuleName" {
        let rule = lowering.ruleName(value)
        on.set("rule", .text(rule.name, at: value.range))
        if let bus = rule.bus { owners[bus.description] = .text(bus.description, at: value.range) }
      } else if let kind = dimensions[name] {
        let owner = kind == .function ? lowering.function(value) : value
        guard let of = lowering.reference(owner, anyOf: [kind]) else { continue }
        owners[of.scalarText ?? ""] = of
      }
    }
  }
}

extension Lowering {
  /// What a rule is called here, and the bus that it is on where the files declare it.
  fileprivate mutating func ruleName(_ value: Value) -> (name: String, bus: ResourceID?) {
    let text = system.text(value, in: 0) ?? ""
    let rule = resources.first { resource in
      guard resource.type == "AWS::Events::Rule" else { return false }
      if case .reference(let key, _) = value.content { return key == resource.key }
      return system.physicalName(resource.key) == text
    }
    guard let rule else { return (text.isEmpty ? "unknown" : text, nil) }
    return (system.nativeName(rule.key), bus(rule["EventBusName"], at: rule.nameRange))
  }
}
