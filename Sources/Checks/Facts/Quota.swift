/// A number that AWS does not let a system pass.
package struct Quota: Sendable {
  package var topic: String
  /// Unique: the name under which a user says what their account has been granted.
  package var name: String
  package var value: Int
  /// AWS raises it on request.
  package var isAdjustable: Bool
  package var source: String

  init(_ topic: String, _ name: String, _ value: Int, adjustable: Bool = false, _ source: String) {
    self.topic = topic
    self.name = name
    self.value = value
    self.isAdjustable = adjustable
    self.source = source
  }

  var fact: Fact {
    Fact(
      topic: topic, name: name, value: isAdjustable ? "\(value), adjustable" : "\(value)",
      source: source)
  }
}

extension Quota {
  package static let targetsPerRule = Quota(
    "eventbridge", "targets per rule", 5, Source.eventBridgeQuotas)
  package static let rulesPerBus = Quota(
    "eventbridge", "rules per bus", 300, adjustable: true, Source.eventBridgeQuotas)
  package static let rulesPerBusInSmallRegions = Quota(
    "eventbridge", "rules per bus in af-south-1 and eu-south-1", 100, adjustable: true,
    Source.eventBridgeQuotas)
  package static let wildcardRulesPerBus = Quota(
    "eventbridge", "rules with wildcards per bus", 30, Source.eventBridgeQuotas)
  package static let patternSize = Quota(
    "eventbridge", "characters of an event pattern", 2_048, adjustable: true,
    Source.eventBridgeQuotas)
  package static let longestPattern = Quota(
    "eventbridge", "characters of an event pattern at most", 4_096, Source.putRule)
  package static let inputPaths = Quota(
    "eventbridge", "paths of an input transformer", 100, Source.ruleInput)
  package static let inputTemplate = Quota(
    "eventbridge", "characters of an input template", 8_192, Source.ruleInput)
  package static let redriveSources = Quota(
    "sqs", "queues that a redrive allow policy names", 10, Source.queueDeadLetter)
  package static let triggerFilters = Quota(
    "lambda", "filters of a trigger", 5, adjustable: true, Source.triggerFilters)
  package static let tableReaders = Quota(
    "dynamodb", "readers of a shard of a table's stream", 2, Source.tableStreams)
  package static let streamReaders = Quota(
    "kinesis", "shared readers of a stream", 5, Source.streamReaders)

  package static let all = [
    targetsPerRule, rulesPerBus, rulesPerBusInSmallRegions, wildcardRulesPerBus, patternSize,
    longestPattern, inputPaths, inputTemplate, redriveSources, triggerFilters, tableReaders,
    streamReaders,
  ]
}
