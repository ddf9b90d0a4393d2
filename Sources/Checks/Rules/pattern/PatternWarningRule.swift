import Diagnostics
import Topology

/// A check that hands on what the pattern's own module says of a valid pattern.
protocol PatternWarningRule: Rule {
  /// The severity of one finding, where it is not always the same.
  static func severity(of warning: PatternWarning) -> Severity?
}

extension PatternWarningRule {
  static func severity(of warning: PatternWarning) -> Severity? { severity }

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.patternWarnings.compactMap { found in
      guard found.warning.id == Self.id, let severity = Self.severity(of: found) else { return nil }
      var finding = found.warning
      finding.severity = severity
      finding.resource = found.application.owner.description
      finding.edge = found.application.edge
      return finding
    }
  }
}
