package import Diagnostics

/// One statement of an IAM policy: identity, trust, resource or key policy.
package struct PolicyStatement: Hashable, Sendable {
  package enum Effect: String, Hashable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
  }

  package var sid: Located<String>?
  package var effect: Effect
  /// Nil where neither `Principal` nor `NotPrincipal` stands (identity policies).
  package var principals: Principals?
  package var actions: Matched
  package var resources: Matched
  package var conditions: [Condition]
  package var range: SourceRange

  package init(
    sid: Located<String>? = nil, effect: Effect, principals: Principals?, actions: Matched,
    resources: Matched, conditions: [Condition] = [], range: SourceRange
  ) {
    self.sid = sid
    self.effect = effect
    self.principals = principals
    self.actions = actions
    self.resources = resources
    self.conditions = conditions
    self.range = range
  }

  /// `Action`/`NotAction`, `Resource`/`NotResource`: patterns with `*` and `?`, as written. A
  /// resource may also be a reference of the topology (`table/parcels`).
  package struct Matched: Hashable, Sendable {
    package var patterns: [Located<String>]
    /// True for the `Not…` form.
    package var isInverted: Bool

    package init(_ patterns: [Located<String>], isInverted: Bool = false) {
      self.patterns = patterns
      self.isInverted = isInverted
    }
  }

  package struct Principals: Hashable, Sendable {
    package var entries: [Principal]
    /// True for `NotPrincipal`.
    package var isInverted: Bool
    package var range: SourceRange

    package init(_ entries: [Principal], isInverted: Bool = false, range: SourceRange) {
      self.entries = entries
      self.isInverted = isInverted
      self.range = range
    }
  }

  package struct Principal: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
      /// `"*"` alone.
      case anyone = "*"
      case aws = "AWS"
      case service = "Service"
      case federated = "Federated"
      case canonicalUser = "CanonicalUser"
    }

    package var kind: Kind
    /// An ARN, account id, service name, reference (`role/pickup-app`) or `*`.
    package var value: Located<String>

    package init(_ kind: Kind, _ value: Located<String>) {
      self.kind = kind
      self.value = value
    }
  }

  /// `operator: {key: values}`; the values are alternatives.
  package struct Condition: Hashable, Sendable {
    /// As written: `StringEquals`, `ArnLike`, `ForAllValues:StringLikeIfExists`.
    package var `operator`: Located<String>
    package var key: Located<String>
    package var values: [Located<String>]

    package init(operator: Located<String>, key: Located<String>, values: [Located<String>]) {
      self.operator = `operator`
      self.key = key
      self.values = values
    }
  }
}

extension Located<String> {
  /// Whether a part of the text is only known once it is deployed or asked for: `${Name}`.
  package var isSymbolic: Bool { value.utf8.contains(UInt8(ascii: "$")) && value.contains("${") }
}

extension PolicyStatement {
  /// Whether what it speaks of is not all known: it may allow more than it seems to.
  package var isSymbolic: Bool {
    actions.patterns.contains(where: \.isSymbolic) || resources.patterns.contains(where: \.isSymbolic)
      || (principals?.entries.contains { $0.value.isSymbolic } ?? false)
      || conditions.contains { $0.values.contains(where: \.isSymbolic) }
  }
}
