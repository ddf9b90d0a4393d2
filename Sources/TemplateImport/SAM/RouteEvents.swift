import Diagnostics

/// A route that an event adds to an API.
struct EventRoute {
  /// `/orders/{id}`, `/$default`.
  var path: String
  /// `get`, `x-amazon-apigateway-any-method`.
  var method: String
  /// The OpenAPI operation, with API Gateway's integration in it.
  var operation: Value
  var cause: Cause
}

extension ServerlessExpander {
  /// `Api` and `HttpApi`: a route of an API that is declared, of the one that SAM makes for all
  /// events that name none, or of one that is declared elsewhere.
  mutating func expandRoute(_ event: ServerlessEvent, _ owner: EventOwner) {
    let isHTTP = event.type == "HttpApi"
    guard let (path, method) = pathAndMethod(event, isHTTP) else { return }
    let given = event[isHTTP ? "ApiId" : "RestApiId"]
    let api = self.api(given, event, isHTTP)
    let place = event.cause.nameRange
    var credentials: Value?
    switch owner.kind {
    case .function: permitRoute(event, owner, api, given, path, method, isHTTP)
    case .stateMachine:
      credentials = makeInvocationRole("apigateway.amazonaws.com", event, owner)
    }
    guard let api else {
      if let given { makeForeignRoute(event, owner, given, path, method) }
      return
    }
    var operation = Value.mapping([], at: event.cause.range)
    operation = operation.setting(
      "x-amazon-apigateway-integration", integration(owner, credentials, isHTTP, at: place))
    operation = operation.setting("security", security(event["Auth"]))
    routes[api, default: []].append(
      EventRoute(path: path, method: method, operation: operation, cause: event.cause))
  }

  private static let anyMethod = "x-amazon-apigateway-any-method"

  private func pathAndMethod(_ event: ServerlessEvent, _ isHTTP: Bool) -> (String, String)? {
    if isHTTP, event["Path"] == nil, event["Method"] == nil { return ("/$default", Self.anyMethod) }
    for key in ["Path", "Method"] where event[key] == nil {
      report(
        "wrong-value", .error, "an event of type '\(event.type)' needs '\(key)'",
        at: event.cause.nameRange)
      return nil
    }
    guard let path = event["Path"], let method = event["Method"] else { return nil }
    // A method that only deployment tells may be any.
    let verb = method.knownText?.lowercased() ?? "any"
    let way = text(path, event.key.stack)
    let isAny = verb == "any" || verb == "*"
    return (way == "$default" ? "/$default" : way, isAny ? Self.anyMethod : verb)
  }

  /// The API of the template that an event means; nil for one that is declared elsewhere.
  private mutating func api(
    _ given: Value?, _ event: ServerlessEvent, _ isHTTP: Bool
  ) -> ResourceKey? {
    guard let given else {
      let key = ResourceKey(event.key.stack, isHTTP ? "ServerlessHttpApi" : "ServerlessRestApi")
      if resource(key) == nil, !implicitAPIs.contains(key) { implicitAPIs.append(key) }
      return key
    }
    if case .reference(let key, nil) = given.content, resource(key) != nil { return key }
    guard let name = given.knownText else { return nil }
    let key = ResourceKey(event.key.stack, name)
    return resource(key) == nil ? nil : key
  }

  private mutating func permitRoute(
    _ event: ServerlessEvent, _ owner: EventOwner, _ api: ResourceKey?, _ given: Value?,
    _ path: String, _ method: String, _ isHTTP: Bool
  ) {
    let id = api.map { text(.reference(to: $0, at: event.cause.range), $0.stack) }
    let name = id ?? given.map { text($0, event.key.stack) } ?? "*"
    let verb = method == Self.anyMethod ? "*" : method.uppercased()
    let way = path == "/$default" ? "/$default" : Self.wildcards(path)
    let source = "arn:aws:execute-api:${Region}:${AccountId}:\(name)/*/\(verb)\(way)"
    let stage = isHTTP ? "" : stageSuffix(api)
    permit(
      "apigateway.amazonaws.com", event, owner,
      source: .text(source, at: event.cause.nameRange), suffix: stage)
  }

  /// SAM names the permission after the API's stage.
  private func stageSuffix(_ api: ResourceKey?) -> String {
    guard let api, let resource = resource(api) else { return "Prod" }
    let stage = resource["StageName"]
    if case .scalar? = stage?.content, let name = stage?.knownText {
      return name.filter { $0.isLetter || $0.isNumber }
    }
    return stage == nil ? "AllStages" : "Stage"
  }

  /// `/orders/*` for `/orders/{id}`.
  private static func wildcards(_ path: String) -> String {
    var result = ""
    var rest = Substring(path)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let isSymbol = rest[..<open].hasSuffix("$")
      result += rest[..<open]
      result += isSymbol ? rest[open...close] : "*"
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    return result.count > 1 && result.hasSuffix("/") ? String(result.dropLast()) : result
  }

  private func integration(
    _ owner: EventOwner, _ credentials: Value?, _ isHTTP: Bool, at place: SourceRange
  ) -> Value {
    let post = Value.text("POST", at: place)
    guard let credentials else {
      let path = "lambda:path/2015-03-31/functions/\(owner.arn)/invocations"
      let uri = "arn:aws:apigateway:${Region}:\(path)"
      return .mapping(
        [
          ("type", .text("aws_proxy", at: place)), ("httpMethod", post),
          ("uri", .text(uri, at: place)),
          ("payloadFormatVersion", isHTTP ? .text("2.0", at: place) : nil),
        ], at: place)
    }
    let input = "$util.escapeJavaScript($input.json('$'))"
    let template = "{\"input\": \"\(input)\", \"stateMachineArn\": \"\(owner.arn)\"}"
    let templates = Value.mapping([("application/json", .text(template, at: place))], at: place)
    let uri = "arn:aws:apigateway:${Region}:states:action/StartExecution"
    return .mapping(
      [
        ("type", .text("aws", at: place)), ("httpMethod", post), ("uri", .text(uri, at: place)),
        ("credentials", credentials), ("requestTemplates", templates),
      ], at: place)
  }

  /// OpenAPI's `security` for an event's `Auth`; `NONE` opens what the API's default would close.
  private func security(_ auth: Value?) -> Value? {
    guard let auth else { return nil }
    guard let name = auth["Authorizer"] else {
      guard auth["ApiKeyRequired"]?.boolean == true else { return nil }
      return ServerlessAPI.security("api_key", nil, at: auth.range)
    }
    guard let word = name.knownText else { return nil }
    if word == "NONE" { return .list([], at: name.range) }
    return ServerlessAPI.security(word, auth["AuthorizationScopes"], at: name.range)
  }

  /// A route of an API that another stack declares.
  private mutating func makeForeignRoute(
    _ event: ServerlessEvent, _ owner: EventOwner, _ api: Value, _ path: String, _ method: String
  ) {
    let place = event.cause.nameRange
    let integration = event.id("Integration")
    let verb = method == Self.anyMethod ? "ANY" : method.uppercased()
    let key = path == "/$default" ? "$default" : "\(verb) \(path)"
    make(
      integration, "AWS::ApiGatewayV2::Integration",
      [
        ("ApiId", api), ("IntegrationType", .text("AWS_PROXY", at: place)),
        ("IntegrationUri", owner.target),
      ], for: event.cause)
    make(
      event.key, "AWS::ApiGatewayV2::Route",
      [
        ("ApiId", api), ("RouteKey", .text(key, at: place)),
        ("Target", .text("integrations/${\(system.nativeName(integration))}", at: place)),
      ], for: event.cause)
  }
}
