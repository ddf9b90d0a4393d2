import Topology

/// What is told of a type of resource by its name alone: what it is in a topology, what names it and
/// what its ARN looks like.
struct ResourceType {
  /// Nil for what is no resource of a topology (a rule, a policy).
  var kind: ResourceKind?
  /// The property that names it.
  var nameKey: String
  /// Its ARN with `*` for the name; empty where it has none that is of use here.
  var arn: String
  /// What `Ref` gives.
  var ref = Ref.name

  enum Ref { case name, arn, url }

  init(_ kind: ResourceKind?, _ nameKey: String, _ arn: String, ref: Ref = .name) {
    self.kind = kind
    self.nameKey = nameKey
    self.arn = arn
    self.ref = ref
  }

  private static func regional(_ service: String, _ resource: String) -> String {
    "arn:aws:\(service):${Region}:${AccountId}:\(resource)"
  }

  /// From the CloudFormation resource reference, "Return values".
  static let all: [String: ResourceType] = [
    "AWS::SQS::Queue": .init(.queue, "QueueName", regional("sqs", "*"), ref: .url),
    "AWS::SNS::Topic": .init(.topic, "TopicName", regional("sns", "*"), ref: .arn),
    "AWS::Lambda::Function": .init(.function, "FunctionName", regional("lambda", "function:*")),
    "AWS::Serverless::Function": .init(.function, "FunctionName", regional("lambda", "function:*")),
    "AWS::Events::EventBus": .init(.bus, "Name", regional("events", "event-bus/*")),
    "AWS::EventsV2::EventBus": .init(
      .bus, "Name", regional("events", "event-busv2/*/${Id}"), ref: .arn),
    "AWS::Events::Rule": .init(nil, "Name", regional("events", "rule/*")),
    "AWS::Events::ApiDestination": .init(
      .destination, "Name", regional("events", "api-destination/*")),
    "AWS::Events::Connection": .init(nil, "Name", regional("events", "connection/*")),
    "AWS::Events::Archive": .init(nil, "ArchiveName", regional("events", "archive/*")),
    "AWS::Pipes::Pipe": .init(.pipe, "Name", regional("pipes", "pipe/*")),
    "AWS::Scheduler::Schedule": .init(
      .schedule, "Name", regional("scheduler", "schedule/default/*")),
    "AWS::StepFunctions::StateMachine": .init(
      .stateMachine, "StateMachineName", regional("states", "stateMachine:*"), ref: .arn),
    "AWS::Serverless::StateMachine": .init(
      .stateMachine, "Name", regional("states", "stateMachine:*"), ref: .arn),
    "AWS::ApiGateway::RestApi": .init(.api, "Name", regional("execute-api", "*")),
    "AWS::Serverless::Api": .init(.api, "Name", regional("execute-api", "*")),
    "AWS::ApiGatewayV2::Api": .init(.api, "Name", regional("execute-api", "*")),
    "AWS::Serverless::HttpApi": .init(.api, "Name", regional("execute-api", "*")),
    "AWS::Kinesis::Stream": .init(.stream, "Name", regional("kinesis", "stream/*")),
    "AWS::KinesisFirehose::DeliveryStream": .init(
      .deliveryStream, "DeliveryStreamName", regional("firehose", "deliverystream/*")),
    "AWS::S3::Bucket": .init(.bucket, "BucketName", "arn:aws:s3:::*"),
    "AWS::DynamoDB::Table": .init(.table, "TableName", regional("dynamodb", "table/*")),
    "AWS::DynamoDB::GlobalTable": .init(.table, "TableName", regional("dynamodb", "table/*")),
    "AWS::Serverless::SimpleTable": .init(.table, "TableName", regional("dynamodb", "table/*")),
    "AWS::MSK::Cluster": .init(.cluster, "ClusterName", regional("kafka", "cluster/*"), ref: .arn),
    "AWS::MSK::ServerlessCluster": .init(
      .cluster, "ClusterName", regional("kafka", "cluster/*"), ref: .arn),
    "AWS::AmazonMQ::Broker": .init(.broker, "BrokerName", regional("mq", "broker:*")),
    "AWS::MWAA::Environment": .init(.environment, "Name", regional("airflow", "environment/*")),
    "AWS::Logs::LogGroup": .init(.logGroup, "LogGroupName", regional("logs", "log-group:*")),
    "AWS::CloudWatch::Alarm": .init(.alarm, "AlarmName", regional("cloudwatch", "alarm:*")),
    "AWS::CloudWatch::CompositeAlarm": .init(
      .alarm, "AlarmName", regional("cloudwatch", "alarm:*")),
    "AWS::KMS::Key": .init(.key, "", regional("kms", "key/*")),
    "AWS::IAM::Role": .init(.role, "RoleName", "arn:aws:iam::${AccountId}:role/*"),
  ]
}
