import AccessPolicy
import Diagnostics
import Topology
import YAMLTree

extension Lowering {
  /// The resource of `kind` of which something is said elsewhere, as a policy or a subscription does:
  /// a declared one, or an external one with the account and region of its ARN. Nil where the value
  /// points to something of another kind.
  mutating func owner(_ value: Value?, _ kind: ResourceKind) -> ResourceID? {
    guard let value, !value.isAbsent else { return nil }
    switch pointed(value, [kind]) {
    case .resource(let id):
      guard id.kind == kind else { return nil }
      native.declare(id, at: value.range)
      return id
    case .named(_, let name), .unknown(let name): return external(kind, name, at: value.range)
    case .arn(let text): return external(kind, arn: text, at: value.range)
    }
  }

  private mutating func external(
    _ kind: ResourceKind, arn text: String, at range: SourceRange
  ) -> ResourceID {
    guard let arn = ARN(text) else { return external(kind, text, at: range) }
    let name = AmazonName.imported(arn)?.name ?? String(arn.resource)
    let id = external(kind, name, at: range)
    if arn.hasAccountNumber { native.set(id, "account", .text(String(arn.account), at: range)) }
    if !arn.region.isEmpty, !arn.region.contains("${") {
      native.set(id, "region", .text(String(arn.region), at: range))
    }
    return id
  }

  /// A function's name without its alias or version: `Orders` for `Orders:live` and
  /// `123456789012:function:Orders`.
  func function(_ value: Value?) -> Value? {
    guard let value, let text = value.plainText, !text.hasPrefix("arn:"), text.contains(":") else {
      return value
    }
    let named = text.firstRange(of: "function:").map { text[$0.upperBound...] } ?? text[...]
    return .text(String(named.prefix { $0 != ":" }), at: value.range)
  }

  /// A text of which parts may be unknown, those as `${Name}`; nil where there is none.
  func label(_ value: Value?) -> YAMLDraft? {
    guard let value, let text = system.text(value, in: 0), !text.isEmpty else { return nil }
    return .text(text, at: value.range)
  }

  /// Nil for `-1`, by which AWS means without end.
  func limited(_ value: Value?) -> Value? { value?.integer == -1 ? nil : value }
}
