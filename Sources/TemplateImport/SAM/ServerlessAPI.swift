import Diagnostics

/// What OpenAPI says of who may call.
enum ServerlessAPI {
  /// `security` that asks for one scheme.
  static func security(_ name: String, _ scopes: Value?, at range: SourceRange) -> Value {
    let asked = scopes ?? .list([], at: range)
    return .list([.mapping([(name, asked)], at: range)], at: range)
  }

  /// The security scheme of an authorizer of SAM's `Auth`.
  static func scheme(_ name: String, _ authorizer: Value, isHTTP: Bool, arn: String?) -> Value {
    let place = authorizer.range
    func text(_ text: String) -> Value { .text(text, at: place) }
    if authorizer["UserPoolArn"] != nil {
      let gateway = Value.mapping(
        [("type", text("cognito_user_pools")), ("providerARNs", authorizer["UserPoolArn"])],
        at: place)
      return keyScheme("cognito_user_pools", gateway, at: place)
    }
    guard let arn else {
      let gateway = Value.mapping(
        [
          ("type", text("jwt")), ("identitySource", authorizer["IdentitySource"]),
          ("jwtConfiguration", authorizer["JwtConfiguration"]),
        ], at: place)
      return .mapping(
        [("type", text("oauth2")), ("x-amazon-apigateway-authorizer", gateway)], at: place)
    }
    let uri = "arn:aws:apigateway:${Region}:lambda:path/2015-03-31/functions/\(arn)/invocations"
    let isRequest = isHTTP || authorizer["FunctionPayloadType"]?.knownText == "REQUEST"
    let gateway = Value.mapping(
      [
        ("type", text(isRequest ? "request" : "token")), ("authorizerUri", text(uri)),
        ("authorizerCredentials", authorizer["FunctionInvokeRole"]),
        ("authorizerPayloadFormatVersion", authorizer["AuthorizerPayloadFormatVersion"]),
      ], at: place)
    return keyScheme("custom", gateway, at: place)
  }

  private static func keyScheme(
    _ kind: String, _ gateway: Value, at place: SourceRange
  ) -> Value {
    .mapping(
      [
        ("type", .text("apiKey", at: place)), ("name", .text("Authorization", at: place)),
        ("in", .text("header", at: place)),
        ("x-amazon-apigateway-authtype", .text(kind, at: place)),
        ("x-amazon-apigateway-authorizer", gateway),
      ], at: place)
  }

  /// IAM's and that of API keys, which SAM knows without their being declared.
  static func builtIn(at place: SourceRange) -> [(String, Value)] {
    func scheme(_ name: String, _ kind: String?) -> Value {
      .mapping(
        [
          ("type", .text("apiKey", at: place)), ("name", .text(name, at: place)),
          ("in", .text("header", at: place)),
          ("x-amazon-apigateway-authtype", kind.map { .text($0, at: place) }),
        ], at: place)
    }
    return [
      ("AWS_IAM", scheme("Authorization", "awsSigv4")), ("api_key", scheme("x-api-key", nil)),
    ]
  }
}
