import AccessPolicy
import Diagnostics
import Topology
import YAMLTree

extension Lowering {
  /// What an integration calls; nil where that is no receiver of events: a mock, another web server, an
  /// action that only asks.
  mutating func target(of integration: APIIntegration) -> YAMLDraft? {
    let type = integration.type?.knownText?.uppercased() ?? ""
    if type == "MOCK" || type.hasPrefix("HTTP") { return nil }
    if let subtype = integration.subtype?.knownText { return target(subtype, integration) }
    guard let uri = integration.uri else {
      return integration.subtype.map { .unknown("IntegrationSubtype", at: $0.range) }
    }
    if uri.isUnknown { return .unknown(system.text(uri, in: 0) ?? "", at: uri.range) }
    guard let text = uri.plainText else { return reference(uri) }
    // Where other ARNs have the account stands the service that is called.
    if let arn = ARN(text), arn.service == "apigateway" {
      return target(
        service: String(arn.account), String(arn.resource), integration, at: uri.range)
    }
    if text.hasPrefix("http") { return nil }
    return reference(value(ofText: text, at: uri.range), .function)
  }

  /// `EventBridge-PutEvents` and the like, with the parameters of the call.
  private mutating func target(_ subtype: String, _ integration: APIIntegration) -> YAMLDraft? {
    switch subtype {
    case "EventBridge-PutEvents": requestedBus(integration)
    case "SQS-SendMessage": requested("QueueUrl", .queue, integration)
    case "StepFunctions-StartExecution", "StepFunctions-StartSyncExecution":
      requested("StateMachineArn", .stateMachine, integration)
    case "Kinesis-PutRecord": requested("StreamName", .stream, integration)
    default: nil
    }
  }

  /// `lambda` and `path/2015-03-31/functions/ARN/invocations`, `sqs` and `path/123456789012/orders`,
  /// `events` and `action/PutEvents`.
  private mutating func target(
    service: String, _ operation: String, _ integration: APIIntegration, at range: SourceRange
  ) -> YAMLDraft? {
    let action = operation.hasPrefix("action/") ? String(operation.dropFirst(7)) : ""
    switch service {
    case "lambda":
      guard let function = Self.function(in: operation) else {
        return .unknown(operation, at: range)
      }
      return reference(value(ofText: function, at: range), .function)
    case "sqs": return queue(operation, action, integration, at: range)
    case "sns": return requested("TopicArn", .topic, integration, else: "TargetArn")
    case "events": return requestedBus(integration)
    case "states":
      let starts = action.isEmpty || action.hasPrefix("Start")
      return starts ? requested("stateMachineArn", .stateMachine, integration) : nil
    case "kinesis":
      let puts = action.isEmpty || action.hasPrefix("Put")
      return puts ? requested("StreamName", .stream, integration, else: "StreamARN") : nil
    case "firehose": return requested("DeliveryStreamName", .deliveryStream, integration)
    case "dynamodb": return requested("TableName", .table, integration)
    case "s3": return bucket(operation, integration, at: range)
    default: return nil
    }
  }

  /// What stands between `functions/` and the last slash.
  private static func function(in operation: String) -> String? {
    guard let start = operation.firstRange(of: "functions/"),
      let end = operation.lastIndex(of: "/"), end > start.upperBound
    else { return nil }
    return String(operation[start.upperBound..<end])
  }

  private mutating func queue(
    _ operation: String, _ action: String, _ integration: APIIntegration, at range: SourceRange
  ) -> YAMLDraft? {
    let path = operation.split(separator: "/").map(String.init)
    if path.first == "path", path.count >= 3 {
      return reference(value(ofText: path[2], at: range), .queue)
    }
    if !action.isEmpty, !action.hasPrefix("SendMessage") { return nil }
    return requested("QueueUrl", .queue, integration)
  }

  /// An object that is put into a bucket; one that is got is no event.
  private mutating func bucket(
    _ operation: String, _ integration: APIIntegration, at range: SourceRange
  ) -> YAMLDraft? {
    let path = operation.split(separator: "/").map(String.init)
    guard path.first == "path", path.count >= 2,
      ["PUT", "POST"].contains(integration.method?.knownText?.uppercased())
    else { return nil }
    let isGiven = path[1].hasPrefix("{")
    let name =
      isGiven
      ? integration.requested(String(path[1].dropFirst().dropLast()), system) ?? "" : path[1]
    if name.isEmpty || name.hasPrefix("method.") { return .unknown("bucket", at: range) }
    return reference(value(ofText: name, at: range), .bucket)
  }

  private mutating func requested(
    _ key: String, _ kind: ResourceKind, _ integration: APIIntegration, else other: String? = nil
  ) -> YAMLDraft {
    guard
      let text = integration.requested(key, system)
        ?? other.flatMap({ integration.requested($0, system) })
    else { return .unknown(key, at: integration.range) }
    return named(text, kind, integration)
  }

  /// The bus that the entries name; the account's own where the request names none.
  private mutating func requestedBus(_ integration: APIIntegration) -> YAMLDraft {
    if let text = integration.requested("EventBusName", system) {
      return named(text, .bus, integration)
    }
    guard integration.makesRequest else { return .unknown("EventBusName", at: integration.range) }
    let id = ResourceID(.bus, "default")
    native.declare(id, at: integration.range)
    return .text(id.description, at: integration.range)
  }

  private mutating func named(
    _ text: String, _ kind: ResourceKind, _ integration: APIIntegration
  ) -> YAMLDraft {
    // `$request.body.queue`, `method.request.querystring.url`: the client says it.
    let isAsked =
      text.hasPrefix("$") && !text.hasPrefix("${") || text.hasPrefix("${request")
      || text.hasPrefix("method.request")
    if isAsked { return .unknown(text, at: integration.range) }
    return reference(value(ofText: text, at: integration.range), kind)
      ?? .unknown(text, at: integration.range)
  }

  /// A route of an API.
  mutating func addRoute(
    _ route: String, to integration: APIIntegration, authorizer: YAMLDraft?, of api: ResourceID,
    at range: SourceRange
  ) {
    guard let target = target(of: integration) else { return }
    var draft = YAMLDraft.mapping(at: range)
    draft.set("route", .text(Self.routeKey(route), at: range))
    draft.set("to", target)
    // A client's own rights, or none, are no role.
    let credentials = integration.credentials?.plainText
    if credentials?.hasSuffix("user/*") != true {
      draft.set("role", optional: reference(integration.credentials, .role))
    }
    draft.set("authorizer", optional: authorizer)
    native.append(api, "routes", draft)
  }

  /// `GET /orders`, `$default`, a WebSocket's own word: without what a route of the language has not.
  private static func routeKey(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count == 2, words[1].hasPrefix("/") {
      return words[0].uppercased() + " " + words[1].filter { !$0.isWhitespace }
    }
    let name = text.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "$-_".contains($0)) }
    let first = name.first ?? "r"
    return first.isNumber || first == "-" || name.isEmpty ? "_" + name : name
  }
}
