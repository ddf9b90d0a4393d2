package import AccessPolicy
package import Diagnostics

/// A CloudWatch log group.
package struct LogGroup: Resource {
  package static let kind = ResourceKind.logGroup

  package struct SubscriptionFilter: Sendable {
    package var to: Reference
    package var filterPattern: Located<String>?
    package var role: Reference?
    package var range: SourceRange

    package init(to: Reference, range: SourceRange) {
      self.to = to
      self.range = range
    }
  }

  package var info: ResourceInfo
  /// Nil means kept for ever.
  package var retention: Located<Duration>?
  package var policy: [PolicyStatement] = []
  package var subscriptions: [SubscriptionFilter] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// A CloudWatch alarm.
package struct Alarm: Resource {
  package static let kind = ResourceKind.alarm

  package var info: ResourceInfo
  /// The CloudWatch metric: `ApproximateNumberOfMessagesVisible`, `FailedInvocations`,
  /// `IteratorAge` …
  package var metric: Located<String>?
  package var of: Reference?
  /// The rule where `of` is a bus and the metric is a rule's.
  package var rule: Located<String>?
  package var threshold: Double?
  package var notify: [Reference] = []

  package init(info: ResourceInfo) { self.info = info }
}

/// A KMS key.
package struct Key: Resource {
  package static let kind = ResourceKind.key
  package var info: ResourceInfo
  package var policy: [PolicyStatement] = []
  package var rotation: Bool?

  package init(info: ResourceInfo) { self.info = info }
}

/// An IAM role.
package struct Role: Resource {
  package static let kind = ResourceKind.role
  package var info: ResourceInfo
  package var trust: [PolicyStatement] = []
  package var policy: [PolicyStatement] = []
  package var managedPolicies: [Located<String>] = []
  package var permissionsBoundary: Located<String>?

  package init(info: ResourceInfo) { self.info = info }
}
