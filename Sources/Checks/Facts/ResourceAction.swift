/// Actions of event-driven systems that can be allowed on single resources.
enum ResourceAction {
  /// By service: the actions, and a reference that may stand as the resource.
  static let all: [String: (actions: Set<String>, example: String)] = [
    "sqs": (
      [
        "SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility",
        "GetQueueAttributes", "GetQueueUrl", "PurgeQueue",
      ], "queue/NAME"
    ),
    "sns": (["Publish", "Subscribe"], "topic/NAME"),
    "events": (["PutEvents", "InvokeApiDestination", "PutRule", "PutTargets"], "bus/NAME"),
    "lambda": (["InvokeFunction", "InvokeAsync"], "function/NAME"),
    "states": (
      ["StartExecution", "StartSyncExecution", "StopExecution"], "stateMachine/NAME"
    ),
    "kinesis": (
      ["PutRecord", "PutRecords", "GetRecords", "GetShardIterator", "DescribeStream"],
      "stream/NAME"
    ),
    "firehose": (["PutRecord", "PutRecordBatch"], "deliveryStream/NAME"),
    "dynamodb": (
      [
        "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem",
        "BatchWriteItem", "ConditionCheckItem", "GetRecords", "GetShardIterator",
        "DescribeStream",
      ], "table/NAME"
    ),
    "s3": (
      ["GetObject", "PutObject", "DeleteObject", "ListBucket"], "arn:aws:s3:::NAME/*"
    ),
    "kms": (
      ["Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "Sign"],
      "key/NAME"
    ),
    "secretsmanager": (
      ["GetSecretValue", "PutSecretValue"], "arn:aws:secretsmanager:…:secret:NAME-*"
    ),
    "ssm": (
      ["GetParameter", "GetParameters", "GetParametersByPath", "PutParameter"],
      "arn:aws:ssm:…:parameter/NAME"
    ),
    "execute-api": (["Invoke", "ManageConnections"], "arn:aws:execute-api:…:API/*"),
    "sts": (["AssumeRole"], "role/NAME"),
  ]

  static let source = "https://docs.aws.amazon.com/service-authorization/latest/reference/"

  /// Whether `action` (`sqs:SendMessage`) is one of them; IAM takes its case as it comes.
  static func takes(_ action: String) -> Bool {
    guard let (service, name) = parts(action), let known = all[service] else { return false }
    return known.actions.contains { $0.lowercased() == name }
  }

  static func example(_ action: String) -> String {
    parts(action).flatMap { all[$0.service]?.example } ?? "ARN"
  }

  private static func parts(_ action: String) -> (service: String, name: String)? {
    let parts = action.lowercased().split(separator: ":", maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  static var facts: [Fact] {
    all.sorted { $0.key < $1.key }.map { service, known in
      Fact(
        topic: "iam", name: "actions of \(service) that take a resource",
        value: known.actions.sorted().joined(separator: ", "), source: source)
    }
  }
}
