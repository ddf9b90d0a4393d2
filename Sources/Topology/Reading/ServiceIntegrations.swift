import AccessPolicy
import Diagnostics
import YAMLTree

/// What a service integration acts upon: the parameter that names it, and what that is.
/// From the Step Functions developer guide, "Integrating services". Actions that only read or ask
/// hand nothing on and are not among them.
package struct ServiceIntegration: Sendable {
  package var service: String
  /// In lower case.
  package var actions: Set<String>
  package var parameter: String
  /// Nil for what no topology declares.
  package var kind: ResourceKind?
  /// What stands before a bare name in the ARN of what no topology declares.
  var arn = ""

  private init(
    _ service: String, _ actions: Set<String>, _ parameter: String, _ kind: ResourceKind
  ) {
    self.service = service
    self.actions = actions
    self.parameter = parameter
    self.kind = kind
  }

  /// Of something that no topology declares: `resource` is what its ARN has before the name.
  private init(
    _ service: String, _ actions: Set<String>, _ parameter: String, arn resource: String
  ) {
    self.service = service
    self.actions = actions
    self.parameter = parameter
    arn = "arn:aws:\(service):${Region}:${AccountId}:\(resource)"
  }

  /// The integrations of a task's `Resource`; none for what is no service integration.
  package static func all(of resource: String) -> [ServiceIntegration] {
    guard let (service, action) = operation(of: resource) else { return [] }
    return table.filter { $0.service == service && $0.actions.contains(action) }
  }

  /// Whether the task puts events on buses, each of which an entry names.
  package static func putsEvents(_ resource: String) -> Bool {
    operation(of: resource).map {
      ($0.service == "events" || $0.service == "eventbridge") && $0.action == "putevents"
    } ?? false
  }

  /// `states` and `startexecution` of `arn:aws:states:::states:startExecution.sync:2`.
  private static func operation(of resource: String) -> (service: String, action: String)? {
    var parts = resource.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 6, parts[0] == "arn", parts[2] == "states", parts[3].isEmpty,
      parts[4].isEmpty
    else { return nil }
    parts.removeFirst(parts[5] == "aws-sdk" ? 6 : 5)
    guard parts.count > 1 else { return nil }
    let action = parts[1].prefix { $0 != "." }
    return (parts[0], action.lowercased())
  }

  private static let table: [ServiceIntegration] = [
    .init("lambda", ["invoke", "invokeasync"], "FunctionName", .function),
    .init("sqs", ["sendmessage", "sendmessagebatch"], "QueueUrl", .queue),
    .init("sns", ["publish", "publishbatch"], "TopicArn", .topic),
    .init("states", ["startexecution"], "StateMachineArn", .stateMachine),
    .init("sfn", ["startexecution", "startsyncexecution"], "StateMachineArn", .stateMachine),
    .init("dynamodb", writes, "TableName", .table),
    .init("kinesis", ["putrecord", "putrecords"], "StreamName", .stream),
    .init("kinesis", ["putrecord", "putrecords"], "StreamARN", .stream),
    .init("kinesis", ["putrecord", "putrecords"], "StreamArn", .stream),
    .init("firehose", ["putrecord", "putrecordbatch"], "DeliveryStreamName", .deliveryStream),
    .init("s3", objectWrites, "Bucket", .bucket),
    .init("cloudwatchlogs", ["putlogevents"], "LogGroupName", .logGroup),
    .init("apigateway", ["invoke"], "ApiEndpoint", .api),
    .init("ecs", ["runtask"], "TaskDefinition", arn: "task-definition/"),
    .init("batch", ["submitjob"], "JobDefinition", arn: "job-definition/"),
    .init("glue", ["startjobrun"], "JobName", arn: "job/"),
    .init("glue", ["startcrawler"], "Name", arn: "crawler/"),
    .init("databrew", ["startjobrun"], "Name", arn: "job/"),
    .init("codebuild", ["startbuild", "startbuildbatch"], "ProjectName", arn: "project/"),
    .init("codepipeline", ["startpipelineexecution"], "Name", arn: ""),
    .init("eks", ["runjob", "call"], "ClusterName", arn: "cluster/"),
    .init("bedrock", ["invokemodel"], "ModelId", arn: "model/"),
  ]

  private static let writes: Set<String> = [
    "putitem", "updateitem", "deleteitem", "transactwriteitems", "batchwriteitem",
  ]
  private static let objectWrites: Set<String> = [
    "putobject", "copyobject", "deleteobject", "deleteobjects", "completemultipartupload",
    "restoreobject", "putobjecttagging",
  ]
}

extension ReadingContext {
  /// The things that a task calls, and those that a map writes its results to.
  mutating func calls(of state: YAMLNode) -> [Reference] {
    var all: [Reference] = []
    for place in [state, state["ResultWriter"]].compactMap({ $0 }) where place.kind == .mapping {
      guard let resource = place["Resource"] else { continue }
      all += calls(of: resource, with: place["Arguments"] ?? place["Parameters"])
    }
    return all
  }

  private mutating func calls(
    of resource: YAMLNode, with parameters: YAMLNode?
  ) -> [Reference] {
    if resource.isUnknown { return [unknown(resource)] }
    guard let text = resource.string else { return [] }
    if ResourceID(reference: text) != nil {
      return reference(text, at: resource.range).map { [$0] } ?? []
    }
    if ServiceIntegration.putsEvents(text) { return buses(in: parameters) }
    let integrations = ServiceIntegration.all(of: text)
    guard integrations.isEmpty else {
      return integrations.compactMap { integration in
        parameters.flatMap { argument(integration, in: $0) }
      }
    }
    guard let arn = ARN(text), arn.service != "states" else { return [] }
    if arn.service == "lambda" { return [named(text, at: resource.range, .function)] }
    return reference(text, at: resource.range).map { [$0] } ?? []
  }

  private func unknown(_ node: YAMLNode) -> Reference {
    Located(.unknown(reason: node.unknownReason, name: node.text), node.range)
  }

  private mutating func argument(
    _ integration: ServiceIntegration, in parameters: YAMLNode
  ) -> Reference? {
    argument(integration.parameter, integration.kind, arn: integration.arn, in: parameters)
  }

  private mutating func argument(
    _ key: String, _ kind: ResourceKind?, arn: String = "", in parameters: YAMLNode
  ) -> Reference? {
    if let value = parameters[key] {
      if value.isUnknown { return unknown(value) }
      guard let text = value.string else { return nil }
      if let kind { return named(text, at: value.range, kind) }
      return outside(text, arn, at: value.range)
    }
    // A key that ends in `.$` holds a path that is read at run time.
    guard let path = parameters[key + ".$"] else { return nil }
    return Located(.unknown(reason: "named at run time by \(excerpt(path.text))"), path.range)
  }

  /// What no topology declares, by its ARN or its bare name.
  private mutating func outside(
    _ text: String, _ arn: String, at range: SourceRange
  ) -> Reference {
    if text.hasPrefix("{%") {
      return Located(.unknown(reason: "named at run time by \(excerpt(text))"), range)
    }
    return reference(text.hasPrefix("arn:") ? text : arn + text, at: range)
      ?? Located(.arn(text), range)
  }

  /// The buses that the entries of a putEvents name; the default bus for one that names none.
  private mutating func buses(in parameters: YAMLNode?) -> [Reference] {
    guard let entries = parameters?["Entries"] else { return [] }
    if entries.isUnknown { return [unknown(entries)] }
    var result: [Reference] = []
    for entry in entries.elements where entry.kind == .mapping {
      let reference =
        argument("EventBusName", .bus, in: entry)
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
