import Diagnostics

extension ServerlessExpander {
  /// The API that SAM makes for events that name none, with what `Globals` says of APIs.
  mutating func makeImplicitAPI(_ key: ResourceKey) {
    guard let first = routes[key]?.first else { return }
    let isHTTP = key.id == "ServerlessHttpApi"
    let type = isHTTP ? "AWS::Serverless::HttpApi" : "AWS::Serverless::Api"
    let cause = Cause(nameRange: first.cause.nameRange, range: first.cause.range)
    make(key, type, [], for: cause)
    guard var api = resource(key) else { return }
    let shared = globals(isHTTP ? "HttpApi" : "Api", for: api)
    if let shared { api.properties = shared }
    if !isHTTP {
      api.properties = api.properties.setting("StageName", .text("Prod", at: cause.nameRange))
    }
    expandAPI(api)
  }

  /// `AWS::Serverless::Api` and `HttpApi`: the API with the routes of its events in its OpenAPI
  /// body, and its stage.
  mutating func expandAPI(_ api: SourceResource) {
    let isHTTP = api.type == "AWS::Serverless::HttpApi"
    let body = openAPI(api, isHTTP)
    var properties = api.properties.picking(isHTTP ? Self.keptOfHTTP : Self.keptOfREST)
    properties = properties.setting("Body", body)
    if isHTTP {
      properties = properties.setting("ProtocolType", .text("HTTP", at: api.nameRange))
    }
    if let policy = api["Auth"]?["ResourcePolicy"] {
      properties = properties.setting("Policy", resourcePolicy(policy))
    }
    become(api.key, isHTTP ? "AWS::ApiGatewayV2::Api" : "AWS::ApiGateway::RestApi", properties)
    makeStage(api, isHTTP)
    makeUsage(api)
  }

  private static let keptOfREST: Set<String> = [
    "ApiKeySourceType", "BinaryMediaTypes", "Description", "DisableExecuteApiEndpoint", "Mode",
    "Name", "Policy",
  ]
  private static let keptOfHTTP: Set<String> = ["Description", "DisableExecuteApiEndpoint", "Name"]

  /// The statements of the user's own are known; SAM's short forms allow and deny by address.
  private func resourcePolicy(_ policy: Value) -> Value {
    guard policy.entries.allSatisfy({ $0.key == "CustomStatements" }),
      let statements = policy["CustomStatements"]
    else { return .unknown("ResourcePolicy", at: policy.range) }
    return .policy(statements.elements, at: policy.range)
  }

  /// The body that the user gives, or none; with the routes of events where SAM puts them in.
  private mutating func openAPI(_ api: SourceResource, _ isHTTP: Bool) -> Value {
    let place = api.nameRange
    let added = routes[api.key] ?? []
    var body: Value
    if let given = api["DefinitionBody"] {
      body = given
    } else if let location = api["DefinitionUri"] {
      body = document(location, api.key.stack) ?? .unknown("DefinitionUri", at: location.range)
    } else {
      body = .mapping([(isHTTP ? "openapi" : "swagger", .text("2.0", at: place))], at: place)
    }
    let isGiven = api["DefinitionBody"] != nil || api["DefinitionUri"] != nil
    let isMerged = !isGiven || isHTTP || api["MergeDefinitions"]?.boolean == true
    if !body.isMapping {
      // What the body holds is not known, but the routes of events are.
      if added.isEmpty { return body }
      body = .mapping([], at: body.range)
    } else if !isMerged {
      return withAuthorizers(body, api, isHTTP)
    }
    var paths = body["paths"] ?? .mapping([], at: place)
    for route in added {
      let path = paths[route.path] ?? .mapping([], at: route.cause.range)
      guard path[route.method] == nil else { continue }
      paths = paths.setting(route.path, path.setting(route.method, route.operation))
    }
    return withAuthorizers(body.setting("paths", paths), api, isHTTP)
  }

  /// Adds SAM's authorizers as security schemes, and the default one to every operation without.
  private mutating func withAuthorizers(
    _ body: Value, _ api: SourceResource, _ isHTTP: Bool
  ) -> Value {
    guard let auth = api["Auth"], auth.isMapping else { return body }
    var schemes = Value.mapping(ServerlessAPI.builtIn(at: auth.range), at: auth.range)
    for entry in auth["Authorizers"]?.entries ?? [] {
      let function = entry.value["FunctionArn"]
      let arn = function.map { text($0, api.key.stack) }
      schemes = schemes.setting(
        entry.key, ServerlessAPI.scheme(entry.key, entry.value, isHTTP: isHTTP, arn: arn))
      if let function { permitAuthorizer(entry, function, api, isHTTP) }
    }
    var body = body
    if isHTTP {
      let components = body["components"] ?? .mapping([], at: auth.range)
      let present = components["securitySchemes"] ?? .mapping([], at: auth.range)
      body = body.setting(
        "components", components.setting("securitySchemes", present.merged(over: schemes)))
    } else {
      let present = body["securityDefinitions"] ?? .mapping([], at: auth.range)
      body = body.setting("securityDefinitions", present.merged(over: schemes))
    }
    let fallback =
      auth["DefaultAuthorizer"]?.knownText
      ?? (auth["ApiKeyRequired"]?.boolean == true ? "api_key" : nil)
    guard let fallback, let paths = body["paths"] else { return body }
    return body.setting("paths", secured(paths, by: fallback, at: auth.range))
  }

  private func secured(_ paths: Value, by name: String, at range: SourceRange) -> Value {
    guard case .mapping(var entries) = paths.content else { return paths }
    for number in entries.indices {
      guard case .mapping(var operations) = entries[number].value.content else { continue }
      for place in operations.indices {
        let operation = operations[place]
        if operation.key == "options" || operation.key == "parameters" { continue }
        guard operation.value.isMapping, operation.value["security"] == nil else { continue }
        operations[place].value = operation.value.setting(
          "security", ServerlessAPI.security(name, nil, at: range))
      }
      entries[number].value.content = .mapping(operations)
    }
    return Value(.mapping(entries), at: paths.range)
  }

  private mutating func permitAuthorizer(
    _ entry: Value.Entry, _ function: Value, _ api: SourceResource, _ isHTTP: Bool
  ) {
    let isPermitted =
      isHTTP
      ? entry.value["EnableFunctionDefaultPermissions"]?.boolean == true
      : entry.value["DisableFunctionDefaultPermissions"]?.boolean != true
    guard isPermitted else { return }
    let place = entry.keyRange
    let name = text(.reference(to: api.key, at: place), api.key.stack)
    let source = "arn:aws:execute-api:${Region}:${AccountId}:\(name)/authorizers/*"
    make(
      ResourceKey(api.key.stack, "\(api.key.id)\(entry.key)AuthorizerPermission"),
      "AWS::Lambda::Permission",
      [
        ("Action", .text("lambda:InvokeFunction", at: place)), ("FunctionName", function),
        ("Principal", .text("apigateway.amazonaws.com", at: place)),
        ("SourceArn", .text(source, at: place)),
      ], for: Cause(api).at(entry))
  }

  private mutating func makeStage(_ api: SourceResource, _ isHTTP: Bool) {
    let cause = Cause(api)
    let name = api["StageName"]
    let letters = (name?.knownText ?? "").filter { $0.isLetter || $0.isNumber }
    let word = isHTTP && name == nil ? "ApiGatewayDefault" : letters
    let stage = ResourceKey(api.key.stack, "\(api.key.id)\(word)Stage")
    let reference = Value.reference(to: api.key, at: api.nameRange)
    make(
      stage, isHTTP ? "AWS::ApiGatewayV2::Stage" : "AWS::ApiGateway::Stage",
      [
        (isHTTP ? "ApiId" : "RestApiId", reference),
        ("StageName", name ?? .text("$default", at: api.nameRange)),
        ("TracingEnabled", api["TracingEnabled"]), ("MethodSettings", api["MethodSettings"]),
        ("AccessLogSetting", api["AccessLogSetting"]),
        ("AccessLogSettings", api["AccessLogSettings"]),
      ], for: cause)
    letStand("\(api.key.id).Stage", for: stage, cause)
    if !isHTTP {
      let deployment = ResourceKey(api.key.stack, "\(api.key.id)Deployment")
      make(deployment, "AWS::ApiGateway::Deployment", [("RestApiId", reference)], for: cause)
      letStand("\(api.key.id).Deployment", for: deployment, cause)
    }
  }

  /// `UsagePlan`: SAM makes a plan and a key for each API or one of both for all.
  private mutating func makeUsage(_ api: SourceResource) {
    guard let plan = api["Auth"]?["UsagePlan"], let mode = plan["CreateUsagePlan"]?.knownText,
      mode == "PER_API" || mode == "SHARED"
    else { return }
    let prefix = mode == "PER_API" ? api.key.id : "Serverless"
    let cause = Cause(nameRange: plan.range, range: plan.range)
    for suffix in ["UsagePlan", "ApiKey", "UsagePlanKey"] {
      make(
        ResourceKey(api.key.stack, prefix + suffix), "AWS::ApiGateway::\(suffix)", [], for: cause)
    }
  }
}
