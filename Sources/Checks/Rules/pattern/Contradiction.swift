import Diagnostics
import EventPattern

struct Contradiction: PatternWarningRule {
  static let id = "pattern/contradiction"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "No event passes all tests of the pattern."

  /// One branch of many that never matches leaves the others.
  static func severity(of found: PatternWarning) -> Severity? {
    found.warning.range == found.application.pattern.range ? .error : .warning
  }
}
