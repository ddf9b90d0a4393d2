import Diagnostics

struct MatchesEverything: PatternWarningRule {
  static let id = "pattern/matches-everything"
  static let severity = Severity.info
  static let profile = Profile.recommended
  static let summary = "A pattern lets every event of the bus through."
}
