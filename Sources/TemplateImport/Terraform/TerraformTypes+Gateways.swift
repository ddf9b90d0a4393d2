/// API Gateway. Integrations of REST APIs are part of their methods: see `TerraformAttachments`.
extension TerraformType {
  static let gateways: [String: TerraformType] = [
    "aws_api_gateway_rest_api": .init(
      "AWS::ApiGateway::RestApi",
      [
        "Name": "name", "Description": "description", "Body": .document("body"),
        "Policy": .document("policy"), "Tags": "tags",
      ]),
    "aws_api_gateway_resource": .init(
      "AWS::ApiGateway::Resource",
      ["RestApiId": "rest_api_id", "ParentId": "parent_id", "PathPart": "path_part"]),
    "aws_api_gateway_authorizer": .init(
      "AWS::ApiGateway::Authorizer",
      [
        "Name": "name", "RestApiId": "rest_api_id", "Type": "type",
        "AuthorizerUri": "authorizer_uri",
      ]),
    "aws_api_gateway_method": .init(
      "AWS::ApiGateway::Method",
      [
        "RestApiId": "rest_api_id", "ResourceId": "resource_id", "HttpMethod": "http_method",
        "AuthorizationType": "authorization", "AuthorizerId": "authorizer_id",
        "ApiKeyRequired": "api_key_required", "RequestValidatorId": "request_validator_id",
      ]),
    "aws_apigatewayv2_api": .init(
      "AWS::ApiGatewayV2::Api",
      [
        "Name": "name", "ProtocolType": "protocol_type", "Description": "description",
        "RouteSelectionExpression": "route_selection_expression", "Body": .document("body"),
        "Target": "target", "RouteKey": "route_key", "Tags": "tags",
      ]),
    "aws_apigatewayv2_authorizer": .init(
      "AWS::ApiGatewayV2::Authorizer",
      [
        "Name": "name", "ApiId": "api_id", "AuthorizerType": "authorizer_type",
        "AuthorizerUri": "authorizer_uri",
      ]),
    "aws_apigatewayv2_integration": .init(
      "AWS::ApiGatewayV2::Integration",
      [
        "ApiId": "api_id", "IntegrationType": "integration_type",
        "IntegrationUri": "integration_uri", "IntegrationSubtype": "integration_subtype",
        "IntegrationMethod": "integration_method", "CredentialsArn": "credentials_arn",
        "RequestParameters": "request_parameters",
        "PayloadFormatVersion": "payload_format_version",
      ]),
    "aws_apigatewayv2_route": .init(
      "AWS::ApiGatewayV2::Route",
      [
        "ApiId": "api_id", "RouteKey": "route_key", "AuthorizationType": "authorization_type",
        "AuthorizerId": "authorizer_id", "ApiKeyRequired": "api_key_required",
        "Target": "target",
      ]),
  ]

  /// The `Integration` of a method, from `aws_api_gateway_integration`.
  static let integration: TerraformPart.Members = [
    "Type": "type", "IntegrationHttpMethod": "integration_http_method", "Uri": "uri",
    "Credentials": "credentials", "RequestParameters": "request_parameters",
    "RequestTemplates": "request_templates", "PassthroughBehavior": "passthrough_behavior",
    "TimeoutInMillis": "timeout_milliseconds", "ConnectionType": "connection_type",
    "ContentHandling": "content_handling",
  ]
}
