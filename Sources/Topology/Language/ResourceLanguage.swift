import Diagnostics
import YAMLTree

/// A kind of resource: its top-level key's grammar, and how its declarations are read.
struct ResourceLanguage: Sendable {
  let kind: ResourceKind
  let summary: String
  let grammar: Grammar
  let read: @Sendable (YAMLNode, inout Topology, inout ReadingContext) -> Void

  init<Kind: Resource>(
    _ record: Record<Kind>, _ catalog: any (WritableKeyPath<Topology, Catalog<Kind>> & Sendable),
    _ summary: String
  ) {
    kind = Kind.kind
    self.summary = summary
    grammar = Self.grammar(of: record, Kind.kind)
    read = { node, topology, context in
      for (key, value) in node.entries {
        guard let resource = record.resource(key, value, &context) else { continue }
        _ = topology[keyPath: catalog].add(resource)
      }
    }
  }

  private static func grammar<Kind: Resource>(
    of record: Record<Kind>, _ kind: ResourceKind
  ) -> Grammar {
    var map = ObjectGrammar(record.object.title)
    map.others = .each(keys: .name, record.resourceGrammar(kind.rawValue))
    map.mayBeNull = true
    map.declares = kind
    return .object(map)
  }

  static let all: [ResourceLanguage] = [
    .init(Producer.record, \.producers, "Who emits events from outside."),
    .init(Bus.record, \.buses, "Event buses with their rules."),
    .init(Topic.record, \.topics, "SNS topics with their subscriptions."),
    .init(Queue.record, \.queues, "SQS queues."),
    .init(Function.record, \.functions, "Lambda functions."),
    .init(StateMachine.record, \.stateMachines, "Step Functions."),
    .init(API.record, \.apis, "API Gateway: REST, HTTP and WebSocket."),
    .init(Stream.record, \.streams, "Kinesis data streams."),
    .init(DeliveryStream.record, \.deliveryStreams, "Firehose delivery streams."),
    .init(Bucket.record, \.buckets, "S3 buckets and their notifications."),
    .init(Table.record, \.tables, "DynamoDB tables and their streams."),
    .init(Cluster.record, \.clusters, "MSK clusters."),
    .init(Broker.record, \.brokers, "Amazon MQ brokers."),
    .init(Environment.record, \.environments, "MWAA environments."),
    .init(Pipe.record, \.pipes, "EventBridge Pipes."),
    .init(Schedule.record, \.schedules, "EventBridge Scheduler."),
    .init(Destination.record, \.destinations, "API destinations with their connection."),
    .init(LogGroup.record, \.logGroups, "CloudWatch log groups."),
    .init(Alarm.record, \.alarms, "CloudWatch alarms."),
    .init(Key.record, \.keys, "KMS keys with their key policies."),
    .init(Role.record, \.roles, "IAM roles: trust and permissions."),
  ]
}

extension Record where Root: Resource {
  /// Reads one declaration; nil for the second of a name, which has been reported.
  func resource(
    _ key: YAMLNode, _ value: YAMLNode, _ context: inout ReadingContext
  ) -> Root? {
    let id = ResourceID(Root.kind, key.text)
    guard context.names[id] == key.range else { return nil }
    var info = ResourceInfo(
      id: id, nameRange: key.range, range: key.range.joined(value.range))
    info.account = context.account
    info.region = context.region
    context.resource = id.description
    defer { context.resource = nil }
    var root = Root(info: info)
    context.unknownKeys = []
    _ = fill(&root, from: value, &context)
    root.info.unknownKeys = context.unknownKeys
    return root
  }
}
