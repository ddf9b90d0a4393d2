import AccessPolicy
import Diagnostics
import YAMLTree

extension LogGroup {
  static let record = Record<LogGroup>(resource: "a log group") { record in
    record.field(
      "retention", \.retention, .duration("d"),
      "How long entries are kept; for ever if not said.", aka: ["retentionInDays"])
    record.field("policy", \.policy, .policy, "Who may write: IAM's own grammar.")
    record.field(
      "subscriptions", \.subscriptions,
      Form<LogGroup.SubscriptionFilter>.subscriptionFilter.list(), "Who receives entries.",
      aka: ["subscriptionFilters"])
  }
}

extension Form<LogGroup.SubscriptionFilter> {
  fileprivate static let subscriptionFilter: Form = {
    let record = Record<LogGroup.SubscriptionFilter>("a subscription filter") { record in
      record.field(
        "to", \.to, .reference(.function, .stream, .deliveryStream), "Who receives.",
        aka: ["destinationArn"], required: true)
      record.field(
        "filterPattern", \.filterPattern, .text, "Which entries, in CloudWatch's grammar.")
      record.field("role", \.role, .reference(.role), "The role that delivers.")
    }
    return record.form(named: "subscriptionFilter") {
      LogGroup.SubscriptionFilter(to: .unread(at: $0.range), range: $0.range)
    }
  }()
}

extension Alarm {
  static let record = Record<Alarm>(resource: "an alarm") { record in
    record.add("on", .definition(.init("watched") { watched.grammar }), "What it watches.") {
      node, alarm, context in watched.fill(&alarm, from: node, &context)
    }
    record.field("threshold", \.threshold, .number(), "The value past which it sounds.")
    record.field(
      "notify", \.notify, Form<Reference>.reference(.topic, .function).oneOrMany, "Whom it tells.",
      aka: ["alarmActions"])
  }

  private static let watched = Record<Alarm>("what an alarm watches") { record in
    record.field(
      "metric", \.metric, .text,
      "The CloudWatch metric: 'ApproximateNumberOfMessagesVisible', 'FailedInvocations' …",
      aka: ["metricName"])
    record.field("of", \.of, .anything, "Whose metric: 'queue/…', 'bus/…', 'function/…'.")
    record.field("rule", \.rule, .text, "The rule, where the metric is a rule's.")
  }
}

extension Key {
  static let record = Record<Key>(resource: "a key") { record in
    record.field(
      "policy", \.policy, .policy, "Who may use it: IAM's own grammar.", aka: ["keyPolicy"])
    record.field(
      "rotation", \.rotation, .boolean, "Whether it is renewed every year.",
      aka: ["enableKeyRotation"])
  }
}

extension Role {
  static let record = Record<Role>(resource: "a role") { record in
    record.field(
      "trust", \.trust, .policy, "Who may take it on: IAM's own grammar.",
      aka: ["assumeRolePolicyDocument", "assumeRolePolicy"])
    record.field(
      "policy", \.policy, .policy, "What it may do: IAM's own grammar.",
      aka: ["policies", "inlinePolicy"])
    record.field(
      "managedPolicies", \.managedPolicies, Form<String>.arn.located.list(),
      "The ARNs of managed policies.", aka: ["managedPolicyArns"])
    record.field(
      "permissionsBoundary", \.permissionsBoundary, Form<String>.arn.located,
      "The ARN of the policy that bounds it.")
  }
}

extension Form<String> {
  fileprivate static let arn = string(
    "an ARN such as arn:aws:iam::aws:policy/ReadOnlyAccess", .arn)
}
