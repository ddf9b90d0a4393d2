import Diagnostics

struct RedundantAlternative: PatternWarningRule {
  static let id = "pattern/redundant-alternative"
  static let severity = Severity.info
  static let profile = Profile.recommended
  static let summary = "A value of a list is there twice, or another lets it through already."
}
