import Diagnostics
import Topology
import YAMLTree

/// Services that tell topics and functions of what happens in them, and have no kind of their own in
/// a topology: each such resource is a producer.
enum NoticeHandlers {
  static let all: [String: ResourceHandlers.Handler] = receivers.mapValues { _ in notice }

  private typealias Receiver = (path: [String], kind: ResourceKind)

  /// Where each type names whom it tells; `*` stands for every member. From the CloudFormation
  /// resource reference.
  private static let receivers: [String: [Receiver]] = [
    "AWS::Cognito::UserPool": [
      (["LambdaConfig", "*"], .function), (["LambdaConfig", "*", "LambdaArn"], .function),
    ],
    "AWS::SES::ReceiptRule": [
      (["Rule", "Actions", "LambdaAction", "FunctionArn"], .function),
      (["Rule", "Actions", "SNSAction", "TopicArn"], .topic),
      (["Rule", "Actions", "S3Action", "BucketName"], .bucket),
      (["Rule", "Actions", "S3Action", "TopicArn"], .topic),
    ],
    "AWS::SES::ConfigurationSetEventDestination": [
      (["EventDestination", "SnsDestination", "TopicARN"], .topic),
      (["EventDestination", "EventBridgeDestination", "EventBusArn"], .bus),
      (["EventDestination", "KinesisFirehoseDestination", "DeliveryStreamARN"], .deliveryStream),
    ],
    "AWS::CodeStarNotifications::NotificationRule": [(["Targets", "TargetAddress"], .topic)],
    "AWS::CodeCommit::Repository": [(["Triggers", "DestinationArn"], .topic)],
    "AWS::RDS::EventSubscription": [(["SnsTopicArn"], .topic)],
    "AWS::DMS::EventSubscription": [(["SnsTopicArn"], .topic)],
    "AWS::Redshift::EventSubscription": [(["SnsTopicArn"], .topic)],
    "AWS::ElastiCache::ReplicationGroup": [(["NotificationTopicArn"], .topic)],
    "AWS::AutoScaling::AutoScalingGroup": [
      (["NotificationConfigurations", "TopicARN"], .topic),
      (["NotificationConfigurations", "TopicARNs"], .topic),
    ],
    "AWS::AutoScaling::LifecycleHook": [(["NotificationTargetARN"], .topic)],
    "AWS::Backup::BackupVault": [(["Notifications", "SNSTopicArn"], .topic)],
    "AWS::Config::DeliveryChannel": [(["SnsTopicARN"], .topic)],
    "AWS::SecretsManager::RotationSchedule": [(["RotationLambdaARN"], .function)],
  ]

  @Sendable private static func notice(_ resource: SourceResource, _ lowering: inout Lowering) {
    var told: [(step: String?, to: Value, kinds: [ResourceKind])] = []
    for receiver in receivers[resource.type] ?? [] {
      for value in values(at: receiver.path, of: resource.properties) where !value.isMapping {
        let to = receiver.kind == .function ? lowering.function(value) ?? value : value
        told.append((nil, to, [receiver.kind]))
      }
    }
    if !told.isEmpty { lowering.emissions(of: resource, kind: "awsService", to: told) }
  }

  private static func values(at path: [String], of root: Value) -> [Value] {
    var values = [root]
    for key in path {
      values = values.flatMap { value in
        // The key that encrypts what a function is told is none of those who are.
        key == "*"
          ? value.entries.filter { $0.key != "KMSKeyID" }.map(\.value) : value[key]?.elements ?? []
      }
    }
    return values
  }
}
