import Diagnostics
import Topology

struct APIWithoutAuthorizer: Rule {
  static let id = "access/api-without-authorizer"
  static let severity = Severity.warning
  static let profile = Profile.recommended
  static let summary = "Nothing says who may call a route of an API, so everybody may."

  func check(_ context: CheckContext) -> [Diagnostic] {
    context.topology.apis.filter { !$0.info.isExternal && $0.policy.isEmpty }.flatMap { api in
      api.routes.filter { $0.authorizer == nil && api.authorizer == nil }.map { route in
        Self.finding(
          "anybody may call '\(route.route.value)' of '\(api.id)': neither has an authorizer",
          at: route.route.range, about: api.id,
          edge: Diagnostic.Edge(
            from: api.id.description, rule: route.route.value, to: route.to.value.label),
          help: "say who may: `authorizer: iam`, or `authorizer: none` where everybody is meant")
      }
    }
  }
}
