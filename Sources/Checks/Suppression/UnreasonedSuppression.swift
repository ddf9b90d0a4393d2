package import Diagnostics

package enum UnreasonedSuppression: FindingKind {
  package static let id = "suppression/no-reason"
  package static let severity = Severity.warning
  package static let profile = Profile.essential
  package static let summary = "A comment silences a finding without saying why."

  static func finding(_ directive: Directive) -> Diagnostic {
    let ids = directive.ids.map { "'\($0.value)'" }.joined(separator: ", ")
    return Diagnostic(
      id, severity, "the suppression of \(ids) gives no reason, so it silences nothing",
      at: directive.range, help: "write the reason after the rule: `-- why this is fine here`")
  }
}
