package import Diagnostics

package enum UnknownSuppression: FindingKind {
  package static let id = "suppression/unknown-rule"
  package static let severity = Severity.warning
  package static let profile = Profile.essential
  package static let summary = "A comment silences a rule that does not exist."

  /// Nil where `name` is one of `kinds`.
  static func finding(_ name: Located<String>, among kinds: [any FindingKind.Type]) -> Diagnostic? {
    let ids = kinds.map { $0.id }
    if ids.contains(name.value) { return nil }
    return finding("unknown rule '\(name.value)'", name.value, in: ids, at: name.range)
  }

  static func finding(noRuleIn directive: Directive) -> Diagnostic {
    let message =
      "the suppression names no rule: write `interlock:\(directive.verb) RULE -- reason`"
    return Diagnostic(id, severity, message, at: directive.range)
  }

  static func finding(verbOf directive: Directive) -> Diagnostic {
    finding(
      "unknown comment 'interlock:\(directive.verb)'", directive.verb,
      in: ["ignore", "ignore-file"], at: directive.range)
  }

  private static func finding(
    _ message: String, _ word: String, in names: [String], at range: SourceRange
  ) -> Diagnostic {
    let suggestion = didYouMean(word, in: names).map { ": \($0)" } ?? ""
    return Diagnostic(
      id, severity, message + suggestion, at: range, help: "`interlock rules` lists them all")
  }
}
