import Diagnostics
import Topology
import YAMLTree

/// Rules of AWS IoT: each a producer that sends what devices publish to whatever its actions name.
enum DeviceRuleHandlers {
  static let all: [String: ResourceHandlers.Handler] = ["AWS::IoT::TopicRule": rule]

  @Sendable private static func rule(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let payload = resource["TopicRulePayload"] else { return }
    var receivers = (payload["Actions"]?.elements ?? []).flatMap { self.receivers($0, lowering) }
    for receiver in payload["ErrorAction"].map({ self.receivers($0, lowering) }) ?? [] {
      receivers.append(("ErrorAction", receiver.to, receiver.kinds))
    }
    lowering.emissions(of: resource, kind: "awsService", to: receivers)
    let id = ResourceID(.producer, lowering.system.nativeName(resource.key))
    lowering.set(id, "description", lowering.label(payload["Description"]))
  }

  /// Where an action names what it acts on, and what that is.
  private static let actions: [String: (path: [String], kind: ResourceKind)] = [
    "Lambda": (["FunctionArn"], .function), "Sqs": (["QueueUrl"], .queue),
    "Sns": (["TargetArn"], .topic), "Kinesis": (["StreamName"], .stream),
    "Firehose": (["DeliveryStreamName"], .deliveryStream), "DynamoDB": (["TableName"], .table),
    "DynamoDBv2": (["PutItem", "TableName"], .table), "S3": (["BucketName"], .bucket),
    "StepFunctions": (["StateMachineName"], .stateMachine),
    "CloudwatchLogs": (["LogGroupName"], .logGroup),
  ]

  /// Where an action names what no topology has a kind for: the service and the resource of its ARN.
  private static let others: [String: (path: [String], arn: String)] = [
    "Republish": (["Topic"], "iot:*:topic/"), "IotEvents": (["InputName"], "iotevents:*:input/"),
    "IotAnalytics": (["ChannelName"], "iotanalytics:*:channel/"),
    "Timestream": (["TableName"], "timestream:*:table/"),
    "Location": (["TrackerName"], "geo:*:tracker/"),
    "OpenSearch": (["Index"], "es:*:index/"), "Elasticsearch": (["Index"], "es:*:index/"),
  ]

  private static func receivers(
    _ action: Value, _ lowering: Lowering
  ) -> [(step: String?, to: Value, kinds: [ResourceKind])] {
    action.entries.compactMap { entry in
      let name = entry.key
      if let known = actions[name] {
        let to = known.path.reduce(Optional(entry.value)) { $0?[$1] }
        return to.map {
          (name, known.kind == .function ? lowering.function($0) ?? $0 : $0, [known.kind])
        }
      }
      if let other = others[name] {
        guard let to = other.path.reduce(Optional(entry.value), { $0?[$1] }) else { return nil }
        return (name, arn(other.arn, to, lowering), [])
      }
      let to = entry.value["DestinationArn"] ?? entry.value["Url"].map { address($0, lowering) }
      return to.map { (name, $0, []) }
    }
  }

  private static func arn(_ form: String, _ name: Value, _ lowering: Lowering) -> Value {
    let text = (lowering.system.text(name, in: 0) ?? "").filter { !$0.isWhitespace }
    let place = form.replacing("*", with: "${Region}:${AccountId}")
    return .text("arn:aws:\(place)\(text)", at: name.range)
  }

  private static func address(_ url: Value, _ lowering: Lowering) -> Value {
    .unknown(lowering.system.text(url, in: 0) ?? "", at: url.range)
  }
}
