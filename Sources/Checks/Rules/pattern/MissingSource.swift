import Diagnostics

struct MissingSource: PatternWarningRule {
  static let id = "pattern/missing-source"
  static let severity = Severity.info
  static let profile = Profile.strict
  static let summary = "A pattern takes events of any sender."
}
