import Diagnostics

struct AbsentParent: PatternWarningRule {
  static let id = "pattern/absent-parent"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A field must be absent and have something inside it at once."
}
