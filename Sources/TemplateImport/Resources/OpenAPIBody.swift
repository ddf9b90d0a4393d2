import Diagnostics
import Topology
import YAMLTree

extension Lowering {
  /// The routes of an API that is given as OpenAPI: each method with an integration.
  mutating func addBody(of resource: SourceResource, to api: ResourceID) {
    if let place = resource["BodyS3Location"] {
      system.note(
        unread: "the API's body", resource.key.stack, at: place.range,
        help: "its routes are in another file: they are unknown, not absent")
      native.set(api, "routes", .unknown("BodyS3Location", at: place.range))
    }
    guard let body = resource["Body"] else { return }
    guard let root = structure(of: body), root.isMapping else {
      native.set(api, "routes", .unknown("Body", at: body.range))
      return
    }
    let document = OpenAPIDocument(root)
    for path in document.paths {
      for operation in path.value.entries {
        guard let verb = OpenAPIDocument.verb(operation.key) else { continue }
        addOperation(operation, "\(verb) \(path.key)", of: document, to: api)
      }
    }
    if root["x-amazon-apigateway-request-validator"] != nil {
      set(api, "validation", .plain("true", at: root.range))
    }
    if root["paths"] == nil || root["paths"]?.isUnknown == true, document.paths.isEmpty {
      native.set(api, "routes", .unknown("paths", at: body.range))
    }
  }

  private mutating func addOperation(
    _ operation: Value.Entry, _ route: String, of document: OpenAPIDocument, to api: ResourceID
  ) {
    guard let integration = document.integration(of: operation.value) else { return }
    let isDefault = route.hasSuffix("/$default")
    let guarding = document.scheme(of: operation.value)
    var authorizer: YAMLDraft?
    if let guarding { authorizer = self.authorizer(guarding) }
    addRoute(
      isDefault ? "$default" : route, to: APIIntegration(openAPI: integration),
      authorizer: authorizer, of: api, at: operation.keyRange)
  }

  /// Who may call, by a security scheme.
  private mutating func authorizer(_ scheme: OpenAPIDocument.Scheme) -> YAMLDraft? {
    switch scheme {
    case .open(let range): return .text("none", at: range)
    case .unknown(let range): return .unknown("security", at: range)
    case .declared(let value):
      switch value["x-amazon-apigateway-authtype"]?.knownText?.lowercased() {
      case "awssigv4": return .text("iam", at: value.range)
      case "cognito_user_pools": return .text("cognito", at: value.range)
      default: break
      }
      guard let authorizer = value["x-amazon-apigateway-authorizer"] else {
        let isKey = value["type"]?.knownText == "apiKey"
        return isKey ? .text("apiKey", at: value.range) : .unknown("security", at: value.range)
      }
      switch authorizer["type"]?.knownText?.lowercased() {
      case "jwt": return .text("jwt", at: authorizer.range)
      case "cognito_user_pools": return .text("cognito", at: authorizer.range)
      default:
        return authorizer["authorizerUri"].map { self.authorizer(uri: $0) }
          ?? .unknown("authorizer", at: authorizer.range)
      }
    }
  }
}

/// An OpenAPI document with API Gateway's extensions.
struct OpenAPIDocument {
  enum Scheme {
    case open(SourceRange)
    case unknown(SourceRange)
    case declared(Value)
  }

  private let root: Value
  private let schemes: Value?
  private let integrations: Value?

  init(_ root: Value) {
    self.root = root
    let components = root["components"]
    schemes = components?["securitySchemes"] ?? root["securityDefinitions"]
    integrations = components?["x-amazon-apigateway-integrations"]
  }

  var paths: [Value.Entry] { root["paths"]?.entries ?? [] }

  static func verb(_ key: String) -> String? {
    switch key.lowercased() {
    case "get", "put", "post", "delete", "options", "head", "patch": key.uppercased()
    case "x-amazon-apigateway-any-method": "ANY"
    default: nil
    }
  }

  /// The integration of an operation, also where it refers to one of the components.
  func integration(of operation: Value) -> Value? {
    guard let value = operation["x-amazon-apigateway-integration"] else { return nil }
    guard let place = value["$ref"]?.plainText else { return value.isMapping ? value : nil }
    return place.split(separator: "/").last.flatMap { integrations?[String($0)] }
  }

  /// What guards an operation; nil where nothing is said.
  func scheme(of operation: Value) -> Scheme? {
    if let auth = operation["x-amazon-apigateway-auth"]?["type"] {
      switch auth.knownText?.uppercased() {
      case "NONE": return .open(auth.range)
      case "AWS_IAM":
        let type = Value.text("awsSigv4", at: auth.range)
        return .declared(.mapping([("x-amazon-apigateway-authtype", type)], at: auth.range))
      default: return .unknown(auth.range)
      }
    }
    guard let security = operation["security"] ?? root["security"] else { return nil }
    guard security.isSequence else { return .unknown(security.range) }
    // A key beside an authorizer only counts calls.
    let names = security.elements.flatMap { $0.entries.map(\.key) }
    guard !names.isEmpty else { return .open(security.range) }
    let found = names.compactMap { schemes?[$0] }
    let strong =
      found.first { $0["x-amazon-apigateway-authtype"] != nil }
      ?? found.first { $0["x-amazon-apigateway-authorizer"] != nil } ?? found.first
    return strong.map { .declared($0) } ?? .unknown(security.range)
  }
}
