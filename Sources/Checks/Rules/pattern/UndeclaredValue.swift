import Diagnostics

struct UndeclaredValue: PatternWarningRule {
  static let id = "pattern/undeclared-value"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A value is none of those that are declared for its field."
}
