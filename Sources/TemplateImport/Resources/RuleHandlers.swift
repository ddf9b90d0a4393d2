import Diagnostics
import Topology
import YAMLTree

/// EventBridge's rules.
enum RuleHandlers {
  static let all: [String: ResourceHandlers.Handler] = ["AWS::Events::Rule": rule]

  private static let states = [
    "ENABLED": "enabled", "DISABLED": "disabled",
    "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS": "enabled",
  ]

  @Sendable private static func rule(_ resource: SourceResource, _ lowering: inout Lowering) {
    let bus = lowering.bus(resource["EventBusName"], at: resource.nameRange)
    var rule = YAMLDraft.mapping(at: resource.range)
    rule.set("description", optional: lowering.label(resource["Description"]))
    rule.set("pattern", optional: lowering.pattern(resource["EventPattern"]))
    rule.set(
      "schedule", optional: lowering.schedule(resource["ScheduleExpression"], "rate", "cron"))
    if rule["pattern"] == nil, rule["schedule"] == nil {
      lowering.report(
        "missing-property", .error, "a rule needs 'EventPattern' or 'ScheduleExpression'",
        at: resource.nameRange, about: bus)
      rule.set("pattern", .unknown("EventPattern", at: resource.nameRange))
    }
    rule.set("state", optional: lowering.word(resource["State"], states))
    rule.set("tags", optional: lowering.tags(resource["Tags"]))
    let role = resource["RoleArn"]
    let targets = (resource["Targets"]?.elements ?? []).compactMap {
      lowering.target($0, of: bus, role: role)
    }
    rule.set("targets", .list(targets, at: resource["Targets"]?.range ?? resource.range))
    lowering.native.add(
      bus, "rules", named: lowering.system.nativeName(resource.key), at: resource.nameRange, rule)
  }
}

extension Lowering {
  /// A target of a rule of `bus` or of a schedule. `role` is the rule's own, for targets that name
  /// none; `kinds` are those that a bare name may be of.
  mutating func target(
    _ value: Value, of bus: ResourceID? = nil, role: Value? = nil, kinds: [ResourceKind] = []
  ) -> YAMLDraft? {
    let unknown = value.isUnknown ? YAMLDraft.unknown("Target", at: value.range) : nil
    let elsewhere = bus.flatMap { self.twin(of: $0, value["Arn"]) }
    guard let to = elsewhere ?? reference(value["Arn"], anyOf: kinds) ?? unknown else { return nil }
    var target = YAMLDraft.mapping(at: value.range)
    target.set("to", to)
    target.set("id", optional: label(value["Id"]))
    target.set("deadLetter", optional: reference(value["DeadLetterConfig"]?["Arn"], .queue))
    target.set("retry", optional: retry(value["RetryPolicy"]))
    target.set("input", optional: input(value))
    target.set("role", optional: reference(value["RoleArn"] ?? role, .role))
    target.set(
      "messageGroupId", optional: label(value.value(at: "SqsParameters", "MessageGroupId")))
    return target
  }

  mutating func retry(_ value: Value?) -> YAMLDraft? {
    guard let value, value.isMapping else { return nil }
    var draft = YAMLDraft.mapping(at: value.range)
    draft.set("attempts", optional: integer(limited(value["MaximumRetryAttempts"])))
    draft.set("maxAge", optional: duration(limited(value["MaximumEventAgeInSeconds"]), "s"))
    return draft
  }

  /// `rate(5 minutes)`: one of the functions that a service knows.
  mutating func schedule(_ value: Value?, _ functions: String...) -> YAMLDraft? {
    guard let value, let known = value.knownText else { return text(value) }
    if functions.contains(where: { known.hasPrefix($0 + "(") && known.hasSuffix(")") }) {
      return .text(known, at: value.range)
    }
    let forms = orList(functions.map { "\($0)(…)" })
    report(
      "wrong-value", .error, "expected a schedule \(forms), not \(excerpt(known))", at: value.range)
    return .unknown(known, at: value.range)
  }

  private mutating func input(_ target: Value) -> YAMLDraft? {
    let given = ["Input", "InputPath", "InputTransformer"].compactMap { target.entry($0) }
    if given.count > 1 {
      report(
        "conflicting-properties", .error,
        "a target has '\(given[0].key)' or '\(given[1].key)', not both", at: given[1].keyRange,
        help: "keep one: EventBridge refuses the rule")
    }
    var draft = YAMLDraft.mapping(at: target.range)
    if let input = target["Input"] {
      addConstant(input, to: &draft)
      return draft.isEmptyCollection ? nil : draft
    }
    if let path = label(target["InputPath"]) {
      draft.set("path", path)
      return draft
    }
    if let transformer = target["InputTransformer"], transformer.isMapping {
      var transform = YAMLDraft.mapping(at: transformer.range)
      let paths = (transformer["InputPathsMap"]?.entries ?? []).compactMap { entry in
        label(entry.value).map { YAMLDraft.Entry(.text(entry.key, at: entry.keyRange), $0) }
      }
      if !paths.isEmpty { transform.set("paths", .mapping(paths, at: transformer.range)) }
      transform.set("template", optional: label(transformer["InputTemplate"]))
      draft.set("transform", transform)
    }
    return draft.isEmptyCollection ? nil : draft
  }

  /// What is sent as it is; where parts of it are not known it is a template without paths.
  func addConstant(_ value: Value, to input: inout YAMLDraft) {
    if value.isMapping || value.isSequence {
      input.set("constant", tree(value))
    } else if let text = value.knownText {
      input.set("constant", .text(text, at: value.range))
    } else if let text = label(value) {
      input.set(
        "transform", .mapping([.init(.text("template", at: value.range), text)], at: value.range))
    }
  }
}
