import Diagnostics
import Testing

@testable import Topology

@Suite("What a task calls")
struct StateMachineTests {
  private func calls(_ task: String) -> (calls: [ReferenceTarget], report: [String]) {
    let text = """
      stateMachines:
        m:
          definition:
            StartAt: A
            States: {A: {Type: Task, End: true, \(task)}}
      functions: {f: }
      queues: {work: }
      topics: {news: }
      tables: {parcels: }
      streams: {scans: }
      deliveryStreams: {archive: }
      buckets: {photos: }
      buses: {main: }
      """
    let result = read(text)
    let states = result.topology.stateMachines["m"]?.definition?.states ?? []
    return (states.flatMap(\.calls).map(\.value), result.report)
  }

  /// A service integration with its parameters.
  private static func call(
    _ integration: String, _ parameters: String, in key: String = "Parameters"
  ) -> String {
    "Resource: \"arn:aws:states:::\(integration)\", \(key): {\(parameters)}"
  }

  private static let url = "https://sqs.us-east-1.amazonaws.com/123456789012/work"
  private static let arn = "arn:aws:lambda:us-east-1:123456789012:function:g"

  @Test(
    "is read from its resource and parameters",
    arguments: [
      ("Resource: function/f", ["function/f"]),
      ("Resource: stateMachine/m", ["stateMachine/m"]),
      ("Resource: \"\(arn)\"", [arn]),
      (call("lambda:invoke", "FunctionName: f"), ["function/f"]),
      (
        call("lambda:invoke.waitForTaskToken", "FunctionName: function/f", in: "Arguments"),
        ["function/f"]
      ),
      (call("lambda:invoke", "FunctionName: \"\(arn)\""), [arn]),
      (call("sqs:sendMessage", "QueueUrl: \"\(url)\""), ["queue/work"]),
      (call("sqs:sendMessage", "QueueUrl.$: $.queue"), ["unknown"]),
      (
        call("sqs:sendMessage", "QueueUrl: \"{% $states.input.q %}\"", in: "Arguments"), ["unknown"]
      ),
      (call("sqs:sendMessage", "QueueUrl: elsewhere"), ["unknown"]),
      (call("sns:publish", "TopicArn: topic/news"), ["topic/news"]),
      (call("dynamodb:putItem", "TableName: parcels"), ["table/parcels"]),
      (call("aws-sdk:kinesis:putRecord", "StreamName: scans"), ["stream/scans"]),
      (
        call("aws-sdk:firehose:putRecord", "DeliveryStreamName: archive"),
        ["deliveryStream/archive"]
      ),
      (call("aws-sdk:s3:putObject", "Bucket: photos"), ["bucket/photos"]),
      (call("states:startExecution.sync:2", "StateMachineArn: stateMachine/m"), ["stateMachine/m"]),
      (
        call(
          "events:putEvents",
          "Entries: [{EventBusName: bus/main}, {EventBusName: main}, {Source: a}]"),
        ["bus/main", "bus/default"]
      ),
      (call("events:putEvents", "Entries: [{EventBusName: default}]"), ["bus/default"]),
      (call("ecs:runTask", "Cluster: main"), []),
      ("Resource: \"arn:aws:states:us-east-1:123456789012:activity:wait\"", []),
      ("Resource: \"\"", []),
      ("Resource: \"arn:aws:states:::\"", []),
      ("Resource: \"arn:aws:states:::aws-sdk\"", []),
    ])
  func isRead(_ task: String, _ expected: [String]) {
    let result = calls(task)
    #expect(result.report == [])
    #expect(result.calls.map(\.label) == expected)
  }

  @Test("that is not declared is reported where it stands")
  func dangling() {
    let result = calls(
      Self.call("sqs:sendMessage", "QueueUrl: queue/wrok"))
    #expect(
      result.report == [
        "5:112: topology/dangling-reference: 'queue/wrok' is not declared (did you mean 'queue/work'?)"
      ])
  }
}
