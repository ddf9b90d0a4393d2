import Diagnostics

struct IgnoreCaseOutsideBMP: PatternWarningRule {
  static let id = "pattern/ignore-case"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A comparison without case holds a character that it cannot hit."
}
