import Diagnostics

/// Condition keys that say who calls or from where, with what they hold. From the IAM user guide's
/// list of keys that IAM Access Analyzer takes to narrow a public grant.
private let callerKeys: [String: CallerKey] = [
  "aws:sourcearn": .arn,
  "aws:principalarn": .arn,
  "aws:sourceaccount": .text,
  "aws:sourceowner": .text,
  "aws:sourceorgid": .text,
  "aws:sourceorgpaths": .text,
  "aws:sourcevpc": .text,
  "aws:sourcevpce": .text,
  "aws:sourceip": .address,
  "aws:vpcsourceip": .address,
  "aws:principalaccount": .text,
  "aws:principalorgid": .text,
  "aws:principalorgpaths": .text,
  "aws:userid": .text,
  "aws:username": .text,
  "kms:calleraccount": .text,
  "s3:dataaccesspointaccount": .text,
  "s3:dataaccesspointarn": .arn,
  "sns:endpoint": .text,
  "sts:externalid": .text,
]

private enum CallerKey { case text, arn, address }

/// A condition operator taken apart: `ForAnyValue:StringLikeIfExists`.
package struct ConditionOperator: Hashable, Sendable {
  package enum Quantifier: String, Sendable { case forAllValues, forAnyValue }

  package var quantifier: Quantifier?
  /// In lower case: `stringlike`.
  package var name: String
  package var ifExists: Bool

  package init(_ text: String) {
    var rest = Substring(text.lowercased())
    for (prefix, quantifier) in [
      ("forallvalues:", Quantifier.forAllValues), ("foranyvalue:", .forAnyValue),
    ] where rest.hasPrefix(prefix) {
      self.quantifier = quantifier
      rest = rest.dropFirst(prefix.count)
    }
    ifExists = rest.hasSuffix("ifexists")
    name = String(ifExists ? rest.dropLast("ifexists".count) : rest)
  }

  /// Passes only when the key is present and equal to, like or inside one of the values.
  package var isPositive: Bool {
    !ifExists && quantifier != .forAllValues && Self.positive.contains(name)
  }

  /// Reads `*` and `?` in its values.
  package var takesWildcards: Bool { Self.wildcards.contains(name) }

  private static let positive: Set<String> = [
    "stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress",
  ]
  private static let wildcards: Set<String> = [
    "stringlike", "stringnotlike", "arnequals", "arnlike", "arnnotequals", "arnnotlike",
  ]
}

extension PolicyStatement.Condition {
  /// Whether it keeps callers out: a positive test of a key that tells who calls, none of whose
  /// values fits everyone.
  package var restrictsCaller: Bool {
    let test = ConditionOperator(self.operator.value)
    guard test.isPositive, let kind = callerKeys[key.value.lowercased()] else { return false }
    return !values.isEmpty
      && values.allSatisfy { kind.isNarrow($0.value, wildcards: test.takesWildcards) }
  }
}

extension CallerKey {
  fileprivate func isNarrow(_ value: String, wildcards: Bool) -> Bool {
    switch self {
    case .address: return !value.hasSuffix("/0")
    case .text: return !wildcards || value.contains { $0 != "*" && $0 != "?" }
    case .arn:
      guard wildcards else { return true }
      let isOpen = ARN(value)?.isAnyAccount ?? Wildcards.hasWildcard(String(value.prefix(1)))
      return !isOpen
    }
  }
}
