import AccessPolicy
import Diagnostics
import Topology

extension Topology {
  /// The declared queue that `reference` names; nil where its contents are not known.
  func queue(_ reference: Reference) -> Queue? { find(reference, .queue, queues) }
  func topic(_ reference: Reference) -> Topic? { find(reference, .topic, topics) }
  func function(_ reference: Reference) -> Function? { find(reference, .function, functions) }
  func bus(_ reference: Reference) -> Bus? { find(reference, .bus, buses) }

  private func find<Element>(
    _ reference: Reference, _ kind: ResourceKind, _ catalog: Catalog<Element>
  ) -> Element? {
    guard let id = reference.value.resource, id.kind == kind, let found = catalog[id.name],
      !found.info.isExternal
    else { return nil }
    return found
  }

  /// What is said of the resource that `reference` names, where it is declared.
  func info(_ reference: Reference) -> ResourceInfo? {
    reference.value.resource.flatMap { info($0) }
  }

  func info(_ id: ResourceID) -> ResourceInfo? {
    switch id.kind {
    case .producer: producers[id.name]?.info
    case .bus: buses[id.name]?.info
    case .topic: topics[id.name]?.info
    case .queue: queues[id.name]?.info
    case .function: functions[id.name]?.info
    case .stateMachine: stateMachines[id.name]?.info
    case .api: apis[id.name]?.info
    case .stream: streams[id.name]?.info
    case .deliveryStream: deliveryStreams[id.name]?.info
    case .bucket: buckets[id.name]?.info
    case .table: tables[id.name]?.info
    case .cluster: clusters[id.name]?.info
    case .broker: brokers[id.name]?.info
    case .environment: environments[id.name]?.info
    case .pipe: pipes[id.name]?.info
    case .schedule: schedules[id.name]?.info
    case .destination: destinations[id.name]?.info
    case .logGroup: logGroups[id.name]?.info
    case .alarm: alarms[id.name]?.info
    case .key: keys[id.name]?.info
    case .role: roles[id.name]?.info
    }
  }

  /// The account and region that hold what `reference` names, as far as they are known.
  func home(of reference: Reference) -> Home {
    switch reference.value {
    case .resource(let id): info(id).map { Home($0) } ?? Home()
    case .arn(let text): ARN(text).map { Home($0) } ?? Home()
    case .endpoint, .unknown: Home()
    }
  }

  /// Whether the topic is first-in-first-out; of one that is declared elsewhere only its name or what is
  /// said of it here tells so.
  func isFIFO(_ topic: Topic) -> Bool? {
    if topic.isFIFO || topic.name.hasSuffix(".fifo") { return true }
    return topic.info.isExternal ? nil : false
  }

  /// Whether the queue or topic is first-in-first-out; nil where that is not known.
  func isFIFO(_ reference: Reference) -> Bool? {
    switch reference.value {
    case .resource(let id):
      if id.name.hasSuffix(".fifo") { return true }
      return queue(reference)?.isFIFO ?? topic(reference)?.isFIFO
    case .arn(let text):
      guard let arn = ARN(text), arn.service == "sqs" || arn.service == "sns" else { return nil }
      return arn.resource.hasSuffix(".fifo")
    case .endpoint, .unknown:
      return nil
    }
  }
}

/// The account and region of a resource; nil where not known.
struct Home: Hashable {
  var account: String?
  var region: String?

  init() {}

  init(_ info: ResourceInfo) {
    account = info.account?.value
    region = info.region?.value
  }

  init(_ arn: ARN) {
    account = arn.account.isEmpty ? nil : String(arn.account)
    region = arn.region.isEmpty ? nil : String(arn.region)
  }

  /// True where both accounts are known and differ.
  func isOtherAccount(than other: Home) -> Bool { differ(account, other.account) }

  /// True where both regions are known and differ.
  func isOtherRegion(than other: Home) -> Bool { differ(region, other.region) }

  private func differ(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return false }
    return a != b
  }
}

extension ReferenceTarget {
  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  /// What kind of resource it is, read from the ARN for things outside; nil where not known.
  var kind: ResourceKind? {
    switch self {
    case .resource(let id): id.kind
    case .arn(let text): ARN(text).flatMap(Self.kind)
    case .endpoint, .unknown: nil
    }
  }

  private static func kind(_ arn: ARN) -> ResourceKind? {
    switch arn.service {
    case "sqs": .queue
    case "sns": .topic
    case "lambda": .function
    case "states": .stateMachine
    case "kinesis": .stream
    case "firehose": .deliveryStream
    case "s3": .bucket
    case "dynamodb": .table
    case "kafka": .cluster
    case "mq": .broker
    case "logs": .logGroup
    case "kms": .key
    case "execute-api", "apigateway": .api
    case "events" where arn.resource.hasPrefix("event-bus/"): .bus
    case "events" where arn.resource.hasPrefix("api-destination/"): .destination
    case "iam" where arn.resource.hasPrefix("role/"): .role
    default: nil
    }
  }
}
