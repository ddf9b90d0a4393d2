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

/// What the selected checks find, with what was `told` of templates while they were read, less what
/// the comments of the files silence, and with what is wrong with those comments.
package func check(
  _ context: CheckContext, options: CheckOptions = CheckOptions(), told: [Diagnostic] = [],
  comments: [Located<String>], in sources: SourceMap
) -> CheckResult {
  let unwanted = Set(templateFindings.filter { !options.includes($0) }.map { $0.id })
  let found = told.filter { !unwanted.contains($0.id) } + check(context, options: options)
  let suppressions = Suppressions(
    comments, in: sources, kinds: allRules.map { $0 as any FindingKind.Type } + templateFindings)
  return suppressions.apply(to: found.inOutputOrder(), options: options)
}
