import Diagnostics

struct UnknownField: PatternWarningRule {
  static let id = "pattern/unknown-field"
  static let severity = Severity.warning
  static let profile = Profile.essential
  static let summary = "A pattern tests a field that no event has."
}
