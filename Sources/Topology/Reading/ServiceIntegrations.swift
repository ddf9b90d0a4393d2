import AccessPolicy
import Diagnostics
import YAMLTree

/// What a service integration acts upon: the parameter that names it, and the kind of thing it is.
/// From the Step Functions developer guide, "Integrating services".
private struct Integration {
  var service: String
  var parameter: String
  var kind: ResourceKind
}

private let integrations: [Integration] = [
  Integration(service: "lambda", parameter: "FunctionName", kind: .function),
  Integration(service: "sqs", parameter: "QueueUrl", kind: .queue),
  Integration(service: "sns", parameter: "TopicArn", kind: .topic),
  Integration(service: "states", parameter: "StateMachineArn", kind: .stateMachine),
  Integration(service: "sfn", parameter: "StateMachineArn", kind: .stateMachine),
  Integration(service: "dynamodb", parameter: "TableName", kind: .table),
  Integration(service: "kinesis", parameter: "StreamName", kind: .stream),
  Integration(service: "kinesis", parameter: "StreamARN", kind: .stream),
  Integration(service: "firehose", parameter: "DeliveryStreamName", kind: .deliveryStream),
  Integration(service: "s3", parameter: "Bucket", kind: .bucket),
]

extension ReadingContext {
  /// The things that a task calls.
  mutating func calls(of state: YAMLNode, _ resource: Located<String>) -> [Reference] {
    let text = resource.value
    if ResourceID(reference: text) != nil {
      return reference(text, at: resource.range).map { [$0] } ?? []
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 5, parts[0] == "arn" else { return [] }
    if parts[2] == "lambda" { return [named(text, at: resource.range, .function)] }
    guard parts[2] == "states", parts[3].isEmpty, parts[4].isEmpty else { return [] }
    let isSDK = parts[5] == "aws-sdk"
    guard let service = isSDK ? parts.dropFirst(6).first : parts[5] else { return [] }
    let parameters = state["Arguments"] ?? state["Parameters"]
    if service == "events" || service == "eventbridge" { return buses(in: parameters) }
    return integrations.filter { $0.service == service }.compactMap { integration in
      parameters.flatMap { argument(integration, in: $0) }
    }
  }

  private mutating func argument(
    _ integration: Integration, in parameters: YAMLNode
  ) -> Reference? {
    if let value = parameters[integration.parameter] {
      return value.string.map { named($0, at: value.range, integration.kind) }
    }
    // A key that ends in `.$` holds a path that is read at run time.
    guard let path = parameters[integration.parameter + ".$"] else { return nil }
    return Located(.unknown(reason: "named at run time by \(excerpt(path.text))"), path.range)
  }

  /// The buses that the entries of a putEvents name; the default bus for one that names none.
  private mutating func buses(in parameters: YAMLNode?) -> [Reference] {
    var result: [Reference] = []
    for entry in parameters?["Entries"]?.elements ?? [] where entry.kind == .mapping {
      let bus = Integration(service: "events", parameter: "EventBusName", kind: .bus)
      let reference =
        argument(bus, in: entry)
        ?? Located(.resource(ResourceID(.bus, "default")), entry.range)
      if !result.contains(where: { $0.value == reference.value }) { result.append(reference) }
    }
    return result
  }

  /// A name, ARN, queue URL or reference of a thing of `kind`.
  private mutating func named(
    _ text: String, at range: SourceRange, _ kind: ResourceKind
  ) -> Reference {
    if let id = ResourceID(reference: text), id.kind == kind, !text.hasPrefix("arn:") {
      checkDeclared(id, at: range)
      return Located(.resource(id), range)
    }
    if text.hasPrefix("{%") {
      return Located(.unknown(reason: "named at run time by \(excerpt(text))"), range)
    }
    let isARN = text.hasPrefix("arn:")
    let name = text.split { $0 == "/" || (isARN && $0 == ":") }.last.map(String.init) ?? text
    if !isARN, kind == .bus && name == "default" || names[ResourceID(kind, name)] != nil {
      return Located(.resource(ResourceID(kind, name)), range)
    }
    if isARN { return reference(text, at: range) ?? Located(.arn(text), range) }
    return Located(.unknown(reason: "\(excerpt(text)) is not declared"), range)
  }
}
