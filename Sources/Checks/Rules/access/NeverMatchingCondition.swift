import AccessPolicy
import Diagnostics
import Topology

struct NeverMatchingCondition: Rule {
  static let id = "access/never-matching-condition"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A condition holds a value that no request can have."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.attachedPolicies.flatMap { policy in
      policy.statements.flatMap { statement in
        statement.conditions.flatMap { findings($0, statement.effect, policy.owner.id) }
      }
    }
  }

  private func findings(
    _ condition: PolicyStatement.Condition, _ effect: PolicyStatement.Effect, _ owner: ResourceID
  ) -> [Diagnostic] {
    let test = ConditionTest(condition)
    let dead = condition.values.compactMap { value in
      test.fault(of: value.value).map { (value, $0) }
    }
    // Beside a value that can match, one that cannot is idle and does no harm.
    let isAll = dead.count == condition.values.count
    return dead.map { value, fault in
      Self.finding(
        "'\(value.value)' never equals '\(condition.key.value)': \(fault.reason)"
          + (isAll ? consequence(test, effect) : ""),
        isAll ? .error : .warning, at: value.range, about: owner, help: fault.help)
    }
  }

  private func consequence(_ test: ConditionTest, _ effect: PolicyStatement.Effect) -> String {
    switch (effect, test.isNegative) {
    case (.allow, false): ", so the statement allows nothing"
    case (.deny, false): ", so the statement denies nothing"
    case (.allow, true): ", so the condition always holds"
    case (.deny, true): ", so the statement denies everything"
    }
  }
}

/// What the operator and key of a condition can never compare with success.
private struct ConditionTest {
  struct Fault {
    var reason: String
    var help: String
  }

  private let test: ConditionOperator
  private let written: String
  private let key: String

  init(_ condition: PolicyStatement.Condition) {
    test = ConditionOperator(condition.operator.value)
    written = condition.operator.value
    key = condition.key.value.lowercased()
  }

  var isNegative: Bool { test.name.contains("not") }

  func fault(of value: String) -> Fault? {
    if value.contains("${") { return nil }
    switch test.name {
    case "stringequals", "stringnotequals", "stringequalsignorecase", "stringnotequalsignorecase":
      return text(value)
    case "arnequals", "arnlike", "arnnotequals", "arnnotlike":
      return arn(value)
    case "bool", "null":
      let isBoolean = ["true", "false"].contains(value.lowercased())
      return isBoolean
        ? nil : Fault(reason: "it is neither true nor false", help: "write 'true' or 'false'")
    case "ipaddress", "notipaddress":
      return address(value)
    default:
      return nil
    }
  }

  /// Keys whose values have no star in them, so that a star is meant as a wildcard.
  private static let plainKeys = [
    "aws:source", "aws:principal", "aws:calledvia", "aws:userid", "aws:username", "aws:requested",
    "kms:", "iam:passedtoservice", "sns:endpoint", "lambda:functionarn", "sts:externalid",
    "events:",
  ]
  private static let accountKeys: Set<String> = [
    "aws:sourceaccount", "aws:principalaccount", "aws:sourceowner", "kms:calleraccount",
  ]

  private func text(_ value: String) -> Fault? {
    // Tags may hold a star.
    let isPlain = Self.plainKeys.contains { key.hasPrefix($0) } && !key.contains("tag/")
    if value.contains("*"), isPlain {
      let like = key.hasSuffix("arn") ? (isNegative ? "ArnNotLike" : "ArnLike") : likeOperator
      return Fault(
        reason: "'\(written)' takes the star for itself", help: "use '\(like)' for wildcards")
    }
    let isNumber = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if Self.accountKeys.contains(key), isNumber, value.utf8.count != 12 {
      return Fault(reason: "an account id has 12 digits", help: "write all 12, in quotes")
    }
    return nil
  }

  private var likeOperator: String { isNegative ? "StringNotLike" : "StringLike" }

  private func arn(_ value: String) -> Fault? {
    guard !value.contains(where: { ":/*?".contains($0) }) else { return nil }
    return Fault(
      reason: "'\(written)' compares ARNs, and this is none",
      help: "write an ARN, or use 'StringEquals' with the key that holds such a value")
  }

  private func address(_ value: String) -> Fault? {
    let isAddress = value.utf8.allSatisfy { byte in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
        || Character(UnicodeScalar(byte)).isHexDigit
    }
    return isAddress
      ? nil : Fault(reason: "it is no address", help: "write addresses as '203.0.113.0/24'")
  }
}
