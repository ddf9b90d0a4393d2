import Diagnostics

struct TypeMismatch: PatternWarningRule {
  static let id = "pattern/type-mismatch"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "A value is tested for another type than it is declared with."
}
