package import Diagnostics

/// What the checks say after suppressions.
package struct CheckResult: Sendable {
  package var findings: [Diagnostic]
  package var suppressed: [SuppressedFinding]
}

/// A finding that a comment silenced, and the reason that the comment gives.
package struct SuppressedFinding: Sendable {
  package var finding: Diagnostic
  package var reason: String
}

/// What the selected checks find, in output order, before any suppression.
package func check(
  _ context: CheckContext, options: CheckOptions = CheckOptions()
) -> [Diagnostic] {
  allRules.filter(options.includes).flatMap { $0.init().check(context) }.inOutputOrder()
}

/// What the selected checks find, less what the comments of the files silence, with what is wrong
/// with those comments.
package func check(
  _ context: CheckContext, options: CheckOptions = CheckOptions(), comments: [Located<String>],
  in sources: SourceMap
) -> CheckResult {
  let suppressions = Suppressions(comments, in: sources, rules: allRules)
  return suppressions.apply(to: check(context, options: options), options: options)
}
