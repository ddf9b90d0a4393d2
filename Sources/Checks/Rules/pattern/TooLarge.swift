import Diagnostics
import EventPattern
import Topology

struct TooLarge: Rule {
  static let id = "pattern/too-large"
  static let severity = Severity.error
  static let profile = Profile.essential
  static let summary = "A pattern is longer than any quota allows."

  func check(_ context: CheckContext) -> [Diagnostic] {
    let longest = context.limits[.longestPattern]
    return context.topology.patternApplications.compactMap { application in
      let pattern = application.pattern
      let isRule = pattern.dialect.name == PatternDialect.eventBridge.name
      let limit = isRule ? longest : pattern.dialect.maximumByteLimit
      guard pattern.byteCount > limit else { return nil }
      return Self.finding(
        "the pattern has \(pattern.byteCount) characters, and the service takes \(limit) at most",
        at: pattern.range, about: application.owner, edge: application.edge,
        help: "use several rules, or 'prefix' and 'wildcard' in place of long lists")
    }
  }
}
