import Diagnostics
import Topology
import YAMLTree

/// Who may call a Lambda function.
enum FunctionAccessHandlers {
  static let all: [String: ResourceHandlers.Handler] = ["AWS::Lambda::Permission": permission]

  /// A statement of the function's resource policy.
  @Sendable private static func permission(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let function = lowering.function(resource["FunctionName"]),
      let id = lowering.owner(function, .function)
    else { return }
    let statement = Value.mapping(
      [
        ("Effect", .text("Allow", at: resource.range)), ("Action", resource["Action"]),
        ("Principal", principal(resource)),
        ("Resource", .text("${\(id.name)}", at: function.range)),
        ("Condition", conditions(resource)),
      ], at: resource.range)
    for var draft in lowering.statements(statement) {
      draft.set("Resource", .text(id.description, at: function.range))
      lowering.native.append(id, "policy", draft)
    }
  }

  /// A service by its domain; else an account, a role, or everybody.
  private static func principal(_ resource: SourceResource) -> Value? {
    guard let principal = resource["Principal"] else { return nil }
    guard let text = principal.plainText else {
      return .mapping([("AWS", principal)], at: principal.range)
    }
    if text == "*" { return principal }
    let isService = text.contains(".amazonaws.com") || text.contains(".amazon.com")
    return .mapping([(isService ? "Service" : "AWS", principal)], at: principal.range)
  }

  private static func conditions(_ resource: SourceResource) -> Value? {
    let place = resource.properties.range
    let equal: [(String, Value?)] = [
      ("AWS:SourceAccount", resource["SourceAccount"]),
      ("aws:PrincipalOrgID", resource["PrincipalOrgID"]),
      ("lambda:EventSourceToken", resource["EventSourceToken"]),
      ("lambda:FunctionUrlAuthType", resource["FunctionUrlAuthType"]),
    ]
    let like = resource["SourceArn"].map { Value.mapping([("AWS:SourceArn", $0)], at: $0.range) }
    let tests = Value.mapping(equal, at: place)
    let byURL = resource["InvokedViaFunctionUrl"].map {
      Value.mapping([("lambda:InvokedViaFunctionUrl", $0)], at: $0.range)
    }
    let conditions = Value.mapping(
      [
        ("ArnLike", like), ("StringEquals", tests.entries.isEmpty ? nil : tests),
        ("Bool", byURL),
      ], at: place)
    return conditions.entries.isEmpty ? nil : conditions
  }
}
