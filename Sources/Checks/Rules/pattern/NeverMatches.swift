import Diagnostics

struct NeverMatches: PatternWarningRule {
  static let id = "pattern/never-matches"
  static let severity = Severity.warning
  static let profile = Profile.essential
  static let summary = "A value of the pattern is one that no event can have."
}
