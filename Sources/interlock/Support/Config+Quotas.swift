import Checks
import Diagnostics
import YAMLTree

extension Config {
  /// Reads what an account has been granted: `quotas: {rules per bus: 500}`.
  static func quotas(_ node: YAMLNode, _ errors: inout [Diagnostic]) -> Limits {
    var limits = Limits()
    if node.kind != .mapping {
      errors.append(problem("expected quotas by name, as in '{rules per bus: 500}'", node))
    }
    let known = Quota.all.map(\.name)
    for (key, value) in node.entries {
      if !known.contains(key.text) {
        let hint = didYouMean(key.text, in: known) ?? "'interlock facts' lists them"
        errors.append(problem("unknown quota '\(key.text)': \(hint)", key))
      } else if case .integer(let text)? = value.scalar, let number = Int(text), number > 0 {
        limits.granted[key.text] = number
      } else {
        errors.append(problem("expected a number above 0 for '\(key.text)'", value))
      }
    }
    return limits
  }
}
