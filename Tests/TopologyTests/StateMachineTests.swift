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

  private static let arn = "arn:aws:lambda:us-east-1:123456789012:function:g"

  @Test(
    "is read from its resource and parameters",
    arguments: [
      ("Resource: function/f", ["function/f"]),
      ("Resource: stateMachine/m", ["stateMachine/m"]),
      ("Resource: \"\(arn)\"", [arn]),
      ("Resource: \"arn:aws:states:::lambda:invoke\", Parameters: {FunctionName: f}", ["function/f"]),
      ("Resource: \"arn:aws:states:::lambda:invoke.waitForTaskToken\", Arguments: {FunctionName: function/f}", ["function/f"]),
      ("Resource: \"arn:aws:states:::lambda:invoke\", Parameters: {FunctionName: \"\(arn)\"}", [arn]),
      ("Resource: \"arn:aws:states:::sqs:sendMessage\", Parameters: {QueueUrl: \"https://sqs.us-east-1.amazonaws.com/123456789012/work\"}", ["queue/work"]),
      ("Resource: \"arn:aws:states:::sqs:sendMessage\", Parameters: {QueueUrl.$: $.queue}", ["unknown"]),
      ("Resource: \"arn:aws:states:::sqs:sendMessage\", Arguments: {QueueUrl: \"{% $states.input.q %}\"}", ["unknown"]),
      ("Resource: \"arn:aws:states:::sqs:sendMessage\", Parameters: {QueueUrl: elsewhere}", ["unknown"]),
      ("Resource: \"arn:aws:states:::sns:publish\", Parameters: {TopicArn: topic/news}", ["topic/news"]),
      ("Resource: \"arn:aws:states:::dynamodb:putItem\", Parameters: {TableName: parcels}", ["table/parcels"]),
      ("Resource: \"arn:aws:states:::aws-sdk:kinesis:putRecord\", Parameters: {StreamName: scans}", ["stream/scans"]),
      ("Resource: \"arn:aws:states:::aws-sdk:firehose:putRecord\", Parameters: {DeliveryStreamName: archive}", ["deliveryStream/archive"]),
      ("Resource: \"arn:aws:states:::aws-sdk:s3:putObject\", Parameters: {Bucket: photos}", ["bucket/photos"]),
      ("Resource: \"arn:aws:states:::states:startExecution.sync:2\", Parameters: {StateMachineArn: stateMachine/m}", ["stateMachine/m"]),
      ("Resource: \"arn:aws:states:::events:putEvents\", Parameters: {Entries: [{EventBusName: bus/main}, {EventBusName: main}, {Source: a}]}", ["bus/main", "bus/default"]),
      ("Resource: \"arn:aws:states:::events:putEvents\", Parameters: {Entries: [{EventBusName: default}]}", ["bus/default"]),
      ("Resource: \"arn:aws:states:::ecs:runTask\", Parameters: {Cluster: main}", []),
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
    let result = calls("Resource: \"arn:aws:states:::sqs:sendMessage\", Parameters: {QueueUrl: queue/wrok}")
    #expect(result.report == [
      "5:112: topology/dangling-reference: 'queue/wrok' is not declared (did you mean 'queue/work'?)"
    ])
  }
}
