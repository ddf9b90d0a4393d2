package import Diagnostics

package enum UnusedSuppression: FindingKind {
  package static let id = "suppression/unused"
  package static let severity = Severity.warning
  package static let profile = Profile.essential
  package static let summary = "A comment silences a finding that is not there."

  static func finding(_ silenced: Located<String>) -> Diagnostic {
    Diagnostic(
      id, severity, "no finding of '\(silenced.value)' here: the suppression silences nothing",
      at: silenced.range, help: "remove it, or it will hide a finding that nobody has looked at")
  }

  static func finding(belowTop directive: Directive) -> Diagnostic {
    Diagnostic(
      id, severity, "'ignore-file' stands below the top of the file, so it silences nothing",
      at: directive.range, help: "move it above the first line that is not a comment")
  }
}
