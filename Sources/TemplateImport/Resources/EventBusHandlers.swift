import Diagnostics
import Topology
import YAMLTree

/// EventBridge: buses and rules.
enum EventBusHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::Events::EventBus": bus, "AWS::Events::Rule": rule,
  ]

  @Sendable private static func bus(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.set(id, "encryption", lowering.encryption(resource["KmsKeyIdentifier"]))
    lowering.set(
      id, "deadLetter", lowering.reference(resource["DeadLetterConfig"]?["Arn"], .queue))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    for statement in lowering.statements(resource["Policy"]) {
      lowering.native.append(id, "policy", statement)
    }
  }

  @Sendable private static func rule(_ resource: SourceResource, _ lowering: inout Lowering) {
    let bus = lowering.bus(resource["EventBusName"], at: resource.nameRange)
    var rule = YAMLDraft.mapping(at: resource.range)
    rule.set("pattern", optional: lowering.pattern(resource["EventPattern"]))
    rule.set("schedule", optional: lowering.text(resource["ScheduleExpression"]))
    rule.set(
      "state",
      optional: lowering.word(
        resource["State"],
        [
          "ENABLED": "enabled", "DISABLED": "disabled",
          "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS": "enabled",
        ]))
    let targets = (resource["Targets"]?.elements ?? []).compactMap { lowering.target($0) }
    rule.set("targets", .list(targets, at: resource["Targets"]?.range ?? resource.range))
    lowering.native.add(
      bus, "rules", named: lowering.system.nativeName(resource.key), at: resource.nameRange, rule)
  }
}

extension Lowering {
  /// The bus that a rule is on: the account's own where it names none.
  mutating func bus(_ value: Value?, at range: SourceRange) -> ResourceID {
    let byDefault = ResourceID(.bus, "default")
    guard let value, !value.isAbsent else {
      native.declare(byDefault, at: range)
      return byDefault
    }
    switch pointed(value, [.bus]) {
    case .resource(let id) where id.kind == .bus:
      native.declare(id, at: value.range)
      return id
    case .resource(let id): return external(.bus, id.name, at: value.range)
    case .named(_, let name), .unknown(let name): return external(.bus, name, at: value.range)
    case .arn(let text):
      return external(.bus, String(text.split(separator: "/").last ?? "unknown"), at: value.range)
    }
  }

  /// A target of a rule.
  mutating func target(_ value: Value) -> YAMLDraft? {
    guard
      let to = reference(value["Arn"]) ?? (value.isUnknown ? YAMLDraft.unknown("Target", at: value.range) : nil)
    else { return nil }
    var target = YAMLDraft.mapping(at: value.range)
    target.set("to", to)
    target.set("id", optional: text(value["Id"]))
    target.set("deadLetter", optional: reference(value["DeadLetterConfig"]?["Arn"], .queue))
    target.set("retry", optional: retry(value["RetryPolicy"]))
    target.set("role", optional: reference(value["RoleArn"], .role))
    return target
  }

  mutating func retry(_ value: Value?) -> YAMLDraft? {
    guard let value else { return nil }
    var draft = YAMLDraft.mapping(at: value.range)
    draft.set("attempts", optional: integer(value["MaximumRetryAttempts"]))
    draft.set("maxAge", optional: duration(value["MaximumEventAgeInSeconds"], "s"))
    return draft
  }
}

extension YAMLDraft {
  mutating func set(_ key: String, optional value: YAMLDraft?) {
    if let value { set(key, value) }
  }
}
