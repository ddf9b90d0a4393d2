import Diagnostics

struct AcceptsAnyValue: PatternWarningRule {
  static let id = "pattern/accepts-any-value"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "The alternatives for a field together let every value through."
}
