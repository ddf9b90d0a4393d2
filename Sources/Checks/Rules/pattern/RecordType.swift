import Diagnostics

struct RecordType: PatternWarningRule {
  static let id = "pattern/record-type"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary =
    "A filter of a table's stream passes over the type under which values stand there."
}
