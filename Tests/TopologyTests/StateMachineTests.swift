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
      (call("dynamodb:getItem", "TableName: parcels"), []),
      (call("aws-sdk:sfn:describeExecution", "StateMachineArn: stateMachine/m"), []),
      (call("sqs:sendMessage", "QueueUrl: !unknown Orders"), ["unknown/Orders"]),
      ("Resource: !unknown WorkArn", ["unknown/WorkArn"]),
      (call("events:putEvents", "Entries: [{EventBusName: !unknown Bus}]"), ["unknown/Bus"]),
      (
        call("ecs:runTask.sync", "TaskDefinition: pack"),
        ["arn:aws:ecs:${Region}:${AccountId}:task-definition/pack"]
      ),
      (
        call("glue:startJobRun", "JobName: \"arn:aws:glue:us-east-1:123456789012:job/pack\""),
        ["arn:aws:glue:us-east-1:123456789012:job/pack"]
      ),
      (
        "ResultWriter: {Resource: \"arn:aws:states:::s3:putObject\", Parameters: {Bucket: photos}}",
        ["bucket/photos"]
      ),
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

  @Test(
    "is the declared thing that an ARN names, in its own account and region",
    arguments: [
      ("arn:aws:sqs:us-east-1:123456789012:work", "queue/work"),
      ("arn:aws:sqs:eu-west-1:123456789012:work", nil),
      ("arn:aws:sqs:us-east-1:210987654321:work", nil),
      ("arn:aws:sqs:us-east-1:123456789012:other", nil),
      ("arn:aws:sns:us-east-1:123456789012:news", "topic/news"),
      ("arn:aws:lambda:us-east-1:123456789012:function:f:live", "function/f"),
      ("arn:aws:states:us-east-1:123456789012:stateMachine:m", "stateMachine/m"),
      ("arn:aws:events:us-east-1:123456789012:event-bus/main", "bus/main"),
      ("arn:aws:events:us-east-1:123456789012:rule/main/r", nil),
      ("arn:aws:kinesis:us-east-1:123456789012:stream/scans", "stream/scans"),
      ("arn:aws:firehose:us-east-1:123456789012:deliverystream/archive", "deliveryStream/archive"),
      ("arn:aws:dynamodb:us-east-1:123456789012:table/parcels/stream/2026", "table/parcels"),
      ("arn:aws:s3:::photos", "bucket/photos"),
      ("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/audit:*", "logGroup//aws/audit"),
    ] as [(String, String?)])
  func named(_ arn: String, _ expected: String?) throws {
    let text = """
      account: "123456789012"
      region: us-east-1
      buses: {main: {rules: {r: {pattern: {source: [a]}, targets: [{to: "\(arn)"}]}}}}
      functions: {f: }
      queues: {work: }
      stateMachines: {m: }
      topics: {news: }
      tables: {parcels: }
      streams: {scans: }
      deliveryStreams: {archive: }
      buckets: {photos: }
      logGroups: {/aws/audit: {region: eu-west-1}}
      """
    let result = read(text)
    #expect(result.report == [])
    let target = try #require(result.topology.buses["main"]?.rules.first?.targets.first)
    #expect(target.to.value.label == expected ?? arn)
  }

  @Test("is read from a definition that was pasted as JSON text, with findings inside the text")
  func text() {
    let text = """
      stateMachines:
        m:
          definition: |
            {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "function/f", "Next": "B"}}}
        n: {definition: '{"StartAt": "A" "States": {}}'}
      functions: {f: }
      """
    let result = read(text)
    let states = result.topology.stateMachines["m"]?.definition?.states ?? []
    #expect(states.flatMap(\.calls).map(\.value.label) == ["function/f"])
    #expect(result.report.count == 2)
    #expect(
      result.report.first
        == "4:91: topology/unknown-state: there is no state 'B' here (did you mean 'A'?)")
    #expect(result.report.last?.contains("syntax/") == true, "\(result.report)")
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
