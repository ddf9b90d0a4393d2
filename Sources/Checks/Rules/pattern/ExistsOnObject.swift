import Diagnostics

struct ExistsOnObject: PatternWarningRule {
  static let id = "pattern/exists-on-object"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A test for presence is put to an object, which never counts as present."
}
