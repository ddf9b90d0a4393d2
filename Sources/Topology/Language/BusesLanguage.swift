import AccessPolicy
import Diagnostics
import EventPattern
import YAMLTree

extension Bus {
  static let record = Record<Bus>(resource: "a bus") { record in
    record.field(
      "generation", \.generation, .words,
      "'classic' has rules and targets; 'custom' is EventsV2's, whose retry and hop rules differ."
    )
    record.field("archive", \.archive, .archive, "Keeps events so that they can be replayed.")
    record.field(
      "deadLetter", \.deadLetter, .failureExit,
      "The queue for events that cannot be encrypted or decrypted.")
    record.field(
      "policy", \.policy, .policy, "Who may put events: IAM's own grammar.", aka: ["resourcePolicy"]
    )
    record.field("rules", \.rules, .rules, "Which events go where.")
  }
}

extension Form<Bus.Archive> {
  fileprivate static let archive: Form = {
    let record = Record<Bus.Archive>("an archive") { record in
      record.field(
        "retention", \.retention, .duration("d"),
        "How long events are kept; for ever if not said.", aka: ["retentionDays"])
      record.field(
        "pattern", \.pattern, .pattern(.eventBridge), "Which events are kept.",
        aka: ["eventPattern"])
      record.allowNull()
    }
    let filled = record.form(named: "archive") {
      Bus.Archive(retention: nil, pattern: nil, range: $0.range)
    }
    return Form(filled.grammar) { node, context in
      filled.read(node, &context) ?? Bus.Archive(retention: nil, pattern: nil, range: node.range)
    }
  }()
}

extension RoutingRule {
  fileprivate static let record = Record<RoutingRule>("a rule") { record in
    record.field("description", \.summary, .text, "What the rule is for, in words.")
    record.field("owner", \.owner, .text, "Who answers for it: a team or a person.")
    record.field("tags", \.tags, .tags, "Tags as AWS carries them.")
    record.field(
      "pattern", \.pattern, .pattern(.eventBridge),
      "Which events: EventBridge's own grammar, as YAML or as JSON text.", aka: ["eventPattern"])
    record.field(
      "schedule", \.schedule, Form<String>.schedule("rate", "cron").located,
      "When it fires by itself.", aka: ["scheduleExpression"])
    record.field(
      "state", \.isEnabled, .word(true: "enabled", false: "disabled"),
      "Whether it is switched on; 'enabled' if not said.", aka: ["enabled"])
    record.field(
      "targets", \.targets, Form<DeliveryTarget>.target.list(), "What receives the events.",
      aka: ["target"])
    record.needsOne(of: "pattern", "schedule")
  }
}

extension Form<[RoutingRule]> {
  fileprivate static let rules: Form = {
    var object = ObjectGrammar("a rule")
    let body = RoutingRule.record.grammar
    object.others = .each(keys: .name, .definition(.init("rule") { body }))
    object.mayBeNull = true
    return Form(.object(object)) { node, context in
      node.entries.compactMap { key, value in
        guard value.kind == .mapping else { return nil }
        var rule = RoutingRule(
          name: Located(key.text, key.range), range: key.range.joined(value.range))
        return RoutingRule.record.fill(&rule, from: value, &context) ? rule : nil
      }
    }
  }()
}

extension TextGrammar {
  /// What a resource, rule or task may be called.
  static let name = TextGrammar(
    expectation: "letters, digits and . / - _ # @ + = ,", pattern: .some(.name))
}

extension SourceRange {
  /// From the start of this range to the end of `other`, which stands behind it.
  func joined(_ other: SourceRange) -> SourceRange {
    guard file == other.file, other.end > end else { return self }
    return SourceRange(file: file, start: Int(start), end: Int(other.end))
  }
}
