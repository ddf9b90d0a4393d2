import Diagnostics
import Topology
import YAMLTree

/// API Gateway V2: HTTP and WebSocket APIs.
enum HTTPAPIHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::ApiGatewayV2::Api": api, "AWS::ApiGatewayV2::Route": route,
    "AWS::ApiGatewayV2::Integration": integration, "AWS::ApiGatewayV2::Stage": stage,
  ]

  private static let properties: Set<String> = [
    "ApiKeySelectionExpression", "BasePath", "Body", "BodyS3Location", "CorsConfiguration",
    "CredentialsArn", "Description", "DisableExecuteApiEndpoint", "DisableSchemaValidation",
    "FailOnWarnings", "IpAddressType", "Name", "ProtocolType", "RouteKey",
    "RouteSelectionExpression", "Tags", "Target", "Version",
  ]

  @Sendable private static func api(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: properties)
    lowering.set(
      id, "kind",
      lowering.word(resource["ProtocolType"], ["HTTP": "http", "WEBSOCKET": "websocket"]))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    lowering.addBody(of: resource, to: id)
    guard let target = resource["Target"] else { return }
    var quick = APIIntegration(http: resource.properties)
    quick.uri = target
    lowering.addRoute(
      resource["RouteKey"]?.knownText ?? "$default", to: quick, authorizer: nil, of: id,
      at: target.range)
  }

  private static let routeProperties: Set<String> = [
    "ApiId", "ApiKeyRequired", "AuthorizationScopes", "AuthorizationType", "AuthorizerId",
    "ModelSelectionExpression", "OperationName", "RequestModels", "RequestParameters", "RouteKey",
    "RouteResponseSelectionExpression", "Target",
  ]

  @Sendable private static func route(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: routeProperties)
    guard let api = lowering.owner(resource["ApiId"], .api), let target = resource["Target"] else {
      return
    }
    let text = lowering.system.text(target, in: 0) ?? ""
    let name = text.split(separator: "/").last.map(String.init) ?? text
    let place = Value.text(name, at: target.range)
    var integration: APIIntegration
    if let found = lowering.resource(referredTo: target) ?? lowering.resource(referredTo: place) {
      integration = APIIntegration(http: found.properties)
    } else {
      integration = APIIntegration(http: place)
      integration.uri = .unknown(name.filter { !"${}".contains($0) }, at: target.range)
    }
    lowering.addRoute(
      resource["RouteKey"].flatMap { lowering.system.text($0, in: 0) } ?? "$default",
      to: integration, authorizer: lowering.authorizer(of: resource), of: api, at: resource.range)
  }

  private static let integrationProperties: Set<String> = [
    "ApiId", "ConnectionId", "ConnectionType", "ContentHandlingStrategy", "CredentialsArn",
    "Description", "IntegrationMethod", "IntegrationSubtype", "IntegrationType", "IntegrationUri",
    "PassthroughBehavior", "PayloadFormatVersion", "RequestParameters", "RequestTemplates",
    "ResponseParameters", "TemplateSelectionExpression", "TimeoutInMillis", "TlsConfig",
  ]

  @Sendable private static func integration(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    lowering.checkProperties(of: resource, among: integrationProperties)
  }

  @Sendable private static func stage(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let api = lowering.owner(resource["ApiId"], .api) else { return }
    if let logging = resource["AccessLogSettings"] {
      lowering.set(api, "logging", .plain("true", at: logging.range))
    }
  }
}
