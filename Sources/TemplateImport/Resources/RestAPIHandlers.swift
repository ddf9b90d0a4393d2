import Diagnostics
import Topology
import YAMLTree

/// API Gateway: REST APIs.
enum RestAPIHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::ApiGateway::RestApi": api, "AWS::ApiGateway::Method": method,
    "AWS::ApiGateway::Resource": path, "AWS::ApiGateway::Stage": stage,
    "AWS::ApiGateway::Authorizer": authorizer,
  ]

  private static let properties: Set<String> = [
    "ApiKeySourceType", "BinaryMediaTypes", "Body", "BodyS3Location", "CloneFrom", "Description",
    "DisableExecuteApiEndpoint", "EndpointAccessMode", "EndpointConfiguration", "FailOnWarnings",
    "MinimumCompressionSize", "Mode", "Name", "Parameters", "Policy", "SecurityPolicy", "Tags",
  ]

  @Sendable private static func api(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: properties)
    lowering.set(id, "kind", .text("rest", at: resource.nameRange))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    for statement in lowering.statements(resource["Policy"]) {
      lowering.native.append(id, "policy", statement)
    }
    lowering.addBody(of: resource, to: id)
  }

  private static let methodProperties: Set<String> = [
    "ApiKeyRequired", "AuthorizationScopes", "AuthorizationType", "AuthorizerId", "HttpMethod",
    "Integration", "MethodResponses", "OperationName", "RequestModels", "RequestParameters",
    "RequestValidatorId", "ResourceId", "RestApiId",
  ]

  @Sendable private static func method(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: methodProperties)
    guard let api = lowering.owner(resource["RestApiId"], .api) else { return }
    if let validator = resource["RequestValidatorId"] {
      lowering.set(api, "validation", .plain("true", at: validator.range))
    }
    guard let integration = resource["Integration"] else { return }
    let verb = resource["HttpMethod"]?.knownText?.uppercased() ?? "ANY"
    let path = lowering.path(of: resource["ResourceId"])
    let target = APIIntegration(method: integration)
    if integration.isUnknown { return }
    lowering.addRoute(
      "\(verb == "*" ? "ANY" : verb) \(path)", to: target,
      authorizer: lowering.authorizer(of: resource), of: api, at: resource.range)
  }

  @Sendable private static func path(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: ["ParentId", "PathPart", "RestApiId"])
  }

  private static let authorizerProperties: Set<String> = [
    "AuthType", "AuthorizerCredentials", "AuthorizerResultTtlInSeconds", "AuthorizerUri",
    "IdentitySource", "IdentityValidationExpression", "Name", "ProviderARNs", "RestApiId", "Type",
  ]

  @Sendable private static func authorizer(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: authorizerProperties)
  }

  /// A stage says whether the API is logged and traced.
  @Sendable private static func stage(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let api = lowering.owner(resource["RestApiId"], .api) else { return }
    lowering.set(api, "tracing", lowering.boolean(resource["TracingEnabled"]))
    if let logging = resource["AccessLogSetting"] ?? resource["MethodSettings"] {
      lowering.set(api, "logging", .plain("true", at: logging.range))
    }
  }
}

extension Lowering {
  /// The path of a resource of the API, by way of its parents.
  fileprivate func path(of value: Value?) -> String {
    var parts: [String] = []
    var value = value
    while let next = value, parts.count < 64 {
      guard let resource = resource(referredTo: next) else {
        // A parent of another stack has a path that is not told here.
        if let name = system.text(next, in: 0), next.isUnknown || next.knownText != nil {
          parts.append("{\(name.filter { $0.isLetter || $0.isNumber })}")
        }
        break
      }
      guard resource.type == "AWS::ApiGateway::Resource" else { break }
      parts.append(resource["PathPart"].flatMap { system.text($0, in: 0) } ?? "{path}")
      value = resource["ParentId"]
    }
    return "/" + parts.reversed().joined(separator: "/")
  }

  /// Who may call a method or route.
  mutating func authorizer(of resource: SourceResource) -> YAMLDraft? {
    let key = resource["ApiKeyRequired"]
    guard let type = resource["AuthorizationType"] else { return apiKey(key) }
    switch type.knownText?.uppercased() {
    case "AWS_IAM": return .text("iam", at: type.range)
    case "COGNITO_USER_POOLS": return .text("cognito", at: type.range)
    case "JWT": return .text("jwt", at: type.range)
    case "NONE": return apiKey(key) ?? .text("none", at: type.range)
    case "CUSTOM": return authorizer(resource["AuthorizerId"], at: type.range)
    default: return .unknown("AuthorizationType", at: type.range)
    }
  }

  private func apiKey(_ value: Value?) -> YAMLDraft? {
    guard let value, value.boolean == true else { return nil }
    return .text("apiKey", at: value.range)
  }

  /// The function of an authorizer.
  private mutating func authorizer(_ value: Value?, at range: SourceRange) -> YAMLDraft {
    guard let uri = resource(referredTo: value)?["AuthorizerUri"] else {
      return .unknown("Authorizer", at: range)
    }
    return authorizer(uri: uri)
  }

  mutating func authorizer(uri: Value) -> YAMLDraft {
    var function = APIIntegration(http: uri)
    function.uri = uri
    return target(of: function) ?? .unknown("Authorizer", at: uri.range)
  }
}
