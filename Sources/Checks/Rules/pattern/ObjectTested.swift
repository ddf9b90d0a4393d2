import Diagnostics

struct ObjectTested: PatternWarningRule {
  static let id = "pattern/object-tested"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A value is compared with an object."
}
