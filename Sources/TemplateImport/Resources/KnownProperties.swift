/// The properties that CloudFormation's own schemas of the types give them, without those that only
/// are read back.
enum KnownProperties {
  static let messaging: [String: Set<String>] = [
    "AWS::Events::Rule": words(
      """
      Description EventBusName EventPattern Name RoleArn ScheduleExpression State Tags Targets
      """),
    "AWS::Events::EventBus": words(
      """
      DeadLetterConfig Description EventSourceName KmsKeyIdentifier LogConfig Name Policy Tags
      """),
    "AWS::Events::EventBusPolicy": words(
      """
      Action Condition EventBusName Principal Statement StatementId
      """),
    "AWS::Events::Archive": words(
      """
      ArchiveName Description EventPattern KmsKeyIdentifier RetentionDays SourceArn
      """),
    "AWS::Events::ApiDestination": words(
      """
      ConnectionArn Description HttpMethod InvocationEndpoint InvocationRateLimitPerSecond Name
      """),
    "AWS::Events::Connection": words(
      """
      AuthParameters AuthorizationType Description InvocationConnectivityParameters
      KmsKeyIdentifier Name
      """),
    "AWS::Events::Endpoint": words(
      """
      Description EventBuses Name ReplicationConfig RoleArn RoutingConfig
      """),
    "AWS::EventsV2::EventBus": words(
      """
      Description EncryptionConfiguration Name StorageConfiguration Tags
      """),
    "AWS::EventsV2::EventSource": words(
      """
      Configuration Description EventBusArn Name Tags
      """),
    "AWS::EventsV2::ResourcePolicy": words(
      """
      EventBusArn PolicyDocument
      """),
    "AWS::EventsV2::Subscriber": words(
      """
      BatchConfiguration Description EventBusArn FilterConfiguration InvokeConfiguration
      LogConfiguration Name OnFailureConfiguration PointInTimeConfiguration ResumePosition
      RetryPolicy StartingPosition State Tags Transformer Type
      """),
    "AWS::Pipes::Pipe": words(
      """
      Description DesiredState Enrichment EnrichmentParameters KmsKeyIdentifier LogConfiguration
      Name RoleArn Source SourceParameters Tags Target TargetParameters
      """),
    "AWS::Scheduler::Schedule": words(
      """
      Description EndDate FlexibleTimeWindow GroupName KmsKeyArn Name ScheduleExpression
      ScheduleExpressionTimezone StartDate State Target
      """),
    "AWS::Scheduler::ScheduleGroup": words(
      """
      Name Tags
      """),
    "AWS::SNS::Topic": words(
      """
      ArchivePolicy ContentBasedDeduplication DataProtectionPolicy DeliveryStatusLogging
      DisplayName FifoThroughputScope FifoTopic KmsMasterKeyId MaximumMessageSize
      SignatureVersion Subscription Tags TopicName TracingConfig
      """),
    "AWS::SNS::Subscription": words(
      """
      DeliveryPolicy Endpoint FilterPolicy FilterPolicyScope Protocol RawMessageDelivery
      RedrivePolicy Region ReplayPolicy SubscriptionRoleArn TopicArn
      """),
    "AWS::SNS::TopicPolicy": words(
      """
      PolicyDocument Topics
      """),
    "AWS::SNS::TopicInlinePolicy": words(
      """
      PolicyDocument TopicArn
      """),
    "AWS::SQS::Queue": words(
      """
      ContentBasedDeduplication DeduplicationScope DelaySeconds FifoQueue FifoThroughputLimit
      KmsDataKeyReusePeriodSeconds KmsMasterKeyId MaximumMessageSize MessageRetentionPeriod
      QueueName ReceiveMessageWaitTimeSeconds RedriveAllowPolicy RedrivePolicy
      SqsManagedSseEnabled Tags VisibilityTimeout
      """),
    "AWS::SQS::QueuePolicy": words(
      """
      PolicyDocument Queues
      """),
    "AWS::SQS::QueueInlinePolicy": words(
      """
      PolicyDocument Queue
      """),
    "AWS::Lambda::Function": words(
      """
      Architectures CapacityProviderConfig Code CodeSigningConfigArn DeadLetterConfig
      Description DurableConfig Environment EphemeralStorage FileSystemConfigs FunctionName
      FunctionScalingConfig Handler ImageConfig KmsKeyArn Layers LoggingConfig MemorySize
      PackageType PublishToLatestPublished RecursiveLoop ReservedConcurrentExecutions Role
      Runtime RuntimeManagementConfig SnapStart Tags TenancyConfig Timeout TracingConfig
      VpcConfig
      """),
    "AWS::Lambda::EventSourceMapping": words(
      """
      AmazonManagedKafkaEventSourceConfig BatchSize BisectBatchOnFunctionError DestinationConfig
      DocumentDBEventSourceConfig Enabled EventSourceArn FilterCriteria FunctionName
      FunctionResponseTypes KmsKeyArn LoggingConfig MaximumBatchingWindowInSeconds
      MaximumRecordAgeInSeconds MaximumRetryAttempts MetricsConfig ParallelizationFactor
      ProvisionedPollerConfig Queues ScalingConfig SelfManagedEventSource
      SelfManagedKafkaEventSourceConfig SourceAccessConfigurations StartingPosition
      StartingPositionTimestamp Tags Topics TumblingWindowInSeconds
      """),
    "AWS::Lambda::Permission": words(
      """
      Action EventSourceToken FunctionName FunctionUrlAuthType InvokedViaFunctionUrl Principal
      PrincipalOrgID SourceAccount SourceArn
      """),
    "AWS::Lambda::EventInvokeConfig": words(
      """
      DestinationConfig FunctionName MaximumEventAgeInSeconds MaximumRetryAttempts Qualifier
      """),
    "AWS::Lambda::Url": words(
      """
      AuthType Cors InvokeMode Qualifier TargetFunctionArn
      """),
    "AWS::Lambda::Version": words(
      """
      CodeSha256 Description FunctionName FunctionScalingConfig ProvisionedConcurrencyConfig
      RuntimePolicy
      """),
    "AWS::Lambda::Alias": words(
      """
      Description FunctionName FunctionVersion Name ProvisionedConcurrencyConfig RoutingConfig
      """),
    "AWS::S3::Bucket": words(
      """
      AbacStatus AccelerateConfiguration AccessControl AnalyticsConfigurations BucketEncryption
      BucketName BucketNamePrefix BucketNamespace CorsConfiguration
      IntelligentTieringConfigurations InventoryConfigurations LifecycleConfiguration
      LoggingConfiguration MetadataConfiguration MetadataTableConfiguration
      MetricsConfigurations NotificationConfiguration ObjectLockConfiguration ObjectLockEnabled
      OwnershipControls PublicAccessBlockConfiguration ReplicationConfiguration Tags
      VersioningConfiguration WebsiteConfiguration
      """),
    "AWS::S3::BucketPolicy": words(
      """
      Bucket PolicyDocument
      """),
    "AWS::IoT::TopicRule": words(
      """
      RuleName Tags TopicRulePayload
      """),
    "AWS::Logs::LogGroup": words(
      """
      BearerTokenAuthenticationEnabled DataProtectionPolicy DeletionProtectionEnabled
      FieldIndexPolicies KmsKeyId LogGroupClass LogGroupName ResourcePolicyDocument
      RetentionInDays Tags
      """),
    "AWS::Logs::SubscriptionFilter": words(
      """
      ApplyOnTransformedLogs DestinationArn Distribution EmitSystemFields FieldSelectionCriteria
      FilterName FilterPattern LogGroupName RoleArn
      """),
    "AWS::Logs::ResourcePolicy": words(
      """
      PolicyDocument PolicyName
      """),
    "AWS::Logs::Destination": words(
      """
      DestinationName DestinationPolicy RoleArn Tags TargetArn
      """),
    "AWS::CloudWatch::Alarm": words(
      """
      ActionConfiguration ActionsEnabled AlarmActions AlarmDescription AlarmName
      ComparisonOperator DatapointsToAlarm Dimensions EvaluateLowSampleCountPercentile
      EvaluationCriteria EvaluationInterval EvaluationPeriods EvaluationWindow ExtendedStatistic
      InsufficientDataActions MetricName Metrics Namespace OKActions Period Statistic Tags
      Threshold ThresholdMetricId TreatMissingData Unit WarmUpConfiguration
      """),
    "AWS::CloudWatch::CompositeAlarm": words(
      """
      ActionConfiguration ActionsEnabled ActionsSuppressor ActionsSuppressorExtensionPeriod
      ActionsSuppressorWaitPeriod AlarmActions AlarmDescription AlarmName AlarmRule
      InsufficientDataActions OKActions Tags
      """),
    "AWS::CloudWatch::Dashboard": words(
      """
      DashboardBody DashboardName Tags
      """),
    "AWS::CloudTrail::Trail": words(
      """
      AdvancedEventSelectors AggregationConfigurations CloudWatchLogsLogGroupArn
      CloudWatchLogsRoleArn EnableLogFileValidation EventSelectors IncludeGlobalServiceEvents
      InsightSelectors IsLogging IsMultiRegionTrail IsOrganizationTrail KMSKeyId S3BucketName
      S3KeyPrefix SnsTopicName Tags TrailName
      """),
  ]

  /// What stands inside of properties, by the type and the way to it; lists are passed through.
  static let inside: [String: [(path: [String], known: Set<String>)]] = {
    var shapes: [String: [(path: [String], known: Set<String>)]] = [:]
    for (name, known) in shapesByWay {
      let way = name.split(separator: "/").map(String.init)
      shapes[way[0], default: []].append((Array(way.dropFirst()), known))
    }
    return shapes.mapValues { $0.sorted { $0.path.joined() < $1.path.joined() } }
  }()

  private static let shapesByWay: [String: Set<String>] = [
    "AWS::Events::Rule/Targets": words(
      """
      AppSyncParameters Arn BatchParameters DeadLetterConfig EcsParameters HttpParameters
      Id Input InputPath InputTransformer KinesisParameters RedshiftDataParameters
      RetryPolicy RoleArn RunCommandParameters SageMakerPipelineParameters SqsParameters
      """),
    "AWS::Events::Rule/Targets/DeadLetterConfig": words("Arn"),
    "AWS::Events::Rule/Targets/RetryPolicy": words("MaximumEventAgeInSeconds MaximumRetryAttempts"),
    "AWS::Events::Rule/Targets/InputTransformer": words("InputPathsMap InputTemplate"),
    "AWS::Events::Rule/Targets/SqsParameters": words("MessageGroupId"),
    "AWS::Events::Rule/Targets/KinesisParameters": words("PartitionKeyPath"),
    "AWS::Events::Rule/Targets/HttpParameters": words(
      "HeaderParameters PathParameterValues QueryStringParameters"),
    "AWS::Events::EventBus/DeadLetterConfig": words("Arn"),
    "AWS::Events::EventBus/LogConfig": words("IncludeDetail Level"),
    "AWS::EventsV2::Subscriber/InvokeConfiguration": words(
      """
      EventBusV2Parameters HttpParameters KinesisParameters LambdaParameters RoleArn
      SnsParameters SqsParameters StepFunctionsParameters TargetArn
      UniversalTargetParameters
      """),
    "AWS::EventsV2::Subscriber/RetryPolicy": words(
      "MaxEventAgeInSeconds MaxRetryAttempts RetryStrategy"),
    "AWS::EventsV2::Subscriber/OnFailureConfiguration": words("Arn"),
    "AWS::EventsV2::Subscriber/FilterConfiguration": words("Filters Language"),
    "AWS::EventsV2::Subscriber/FilterConfiguration/Filters": words("Pattern Scope"),
    "AWS::EventsV2::Subscriber/BatchConfiguration": words("MaxBatchSize MaxBatchWindowInSeconds"),
    "AWS::Pipes::Pipe/SourceParameters": words(
      """
      ActiveMQBrokerParameters DynamoDBStreamParameters FilterCriteria
      KinesisStreamParameters ManagedStreamingKafkaParameters RabbitMQBrokerParameters
      SelfManagedKafkaParameters SqsQueueParameters
      """),
    "AWS::Pipes::Pipe/SourceParameters/FilterCriteria": words("Filters"),
    "AWS::Pipes::Pipe/SourceParameters/FilterCriteria/Filters": words("Pattern"),
    "AWS::Pipes::Pipe/SourceParameters/SqsQueueParameters": words(
      "BatchSize MaximumBatchingWindowInSeconds"),
    "AWS::Pipes::Pipe/SourceParameters/KinesisStreamParameters": words(
      """
      BatchSize DeadLetterConfig MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds
      MaximumRetryAttempts OnPartialBatchItemFailure ParallelizationFactor
      StartingPosition StartingPositionTimestamp
      """),
    "AWS::Pipes::Pipe/SourceParameters/KinesisStreamParameters/DeadLetterConfig": words("Arn"),
    "AWS::Pipes::Pipe/SourceParameters/DynamoDBStreamParameters": words(
      """
      BatchSize DeadLetterConfig MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds
      MaximumRetryAttempts OnPartialBatchItemFailure ParallelizationFactor
      StartingPosition
      """),
    "AWS::Pipes::Pipe/SourceParameters/DynamoDBStreamParameters/DeadLetterConfig": words("Arn"),
    "AWS::Pipes::Pipe/SourceParameters/ManagedStreamingKafkaParameters": words(
      """
      BatchSize ConsumerGroupID Credentials MaximumBatchingWindowInSeconds
      StartingPosition TopicName
      """),
    "AWS::Pipes::Pipe/TargetParameters": words(
      """
      BatchJobParameters CloudWatchLogsParameters EcsTaskParameters
      EventBridgeEventBusParameters HttpParameters InputTemplate KinesisStreamParameters
      LambdaFunctionParameters RedshiftDataParameters SageMakerPipelineParameters
      SqsQueueParameters StepFunctionStateMachineParameters TimestreamParameters
      """),
    "AWS::Pipes::Pipe/TargetParameters/SqsQueueParameters": words(
      "MessageDeduplicationId MessageGroupId"),
    "AWS::Pipes::Pipe/TargetParameters/EventBridgeEventBusParameters": words(
      "DetailType EndpointId Resources Source Time"),
    "AWS::Pipes::Pipe/EnrichmentParameters": words("HttpParameters InputTemplate"),
    "AWS::Scheduler::Schedule/FlexibleTimeWindow": words("MaximumWindowInMinutes Mode"),
    "AWS::Scheduler::Schedule/Target": words(
      """
      Arn DeadLetterConfig EcsParameters EventBridgeParameters Input KinesisParameters
      RetryPolicy RoleArn SageMakerPipelineParameters SqsParameters
      """),
    "AWS::Scheduler::Schedule/Target/DeadLetterConfig": words("Arn"),
    "AWS::Scheduler::Schedule/Target/RetryPolicy": words(
      "MaximumEventAgeInSeconds MaximumRetryAttempts"),
    "AWS::Scheduler::Schedule/Target/SqsParameters": words("MessageGroupId"),
    "AWS::Scheduler::Schedule/Target/EventBridgeParameters": words("DetailType Source"),
    "AWS::SNS::Topic/Subscription": words("Endpoint Protocol"),
    "AWS::Lambda::Function/DeadLetterConfig": words("TargetArn"),
    "AWS::Lambda::Function/TracingConfig": words("Mode"),
    "AWS::Lambda::Function/VpcConfig": words("Ipv6AllowedForDualStack SecurityGroupIds SubnetIds"),
    "AWS::Lambda::Function/EphemeralStorage": words("Size"),
    "AWS::Lambda::EventSourceMapping/DestinationConfig": words("OnFailure"),
    "AWS::Lambda::EventSourceMapping/DestinationConfig/OnFailure": words("Destination"),
    "AWS::Lambda::EventSourceMapping/FilterCriteria": words("Filters"),
    "AWS::Lambda::EventSourceMapping/FilterCriteria/Filters": words("Pattern"),
    "AWS::Lambda::EventSourceMapping/ScalingConfig": words("MaximumConcurrency"),
    "AWS::Lambda::EventSourceMapping/SelfManagedEventSource": words("Endpoints"),
    "AWS::Lambda::EventSourceMapping/DocumentDBEventSourceConfig": words(
      "CollectionName DatabaseName FullDocument"),
    "AWS::Lambda::EventInvokeConfig/DestinationConfig": words("OnFailure OnSuccess"),
    "AWS::Lambda::EventInvokeConfig/DestinationConfig/OnFailure": words("Destination"),
    "AWS::Lambda::EventInvokeConfig/DestinationConfig/OnSuccess": words("Destination"),
    "AWS::S3::Bucket/NotificationConfiguration": words(
      """
      EventBridgeConfiguration LambdaConfigurations QueueConfigurations
      TopicConfigurations
      """),
    "AWS::S3::Bucket/NotificationConfiguration/EventBridgeConfiguration": words(
      "EventBridgeEnabled"),
    "AWS::S3::Bucket/NotificationConfiguration/LambdaConfigurations": words(
      "Event Filter Function"),
    "AWS::S3::Bucket/NotificationConfiguration/QueueConfigurations": words("Event Filter Queue"),
    "AWS::S3::Bucket/NotificationConfiguration/TopicConfigurations": words("Event Filter Topic"),
    "AWS::S3::Bucket/NotificationConfiguration/LambdaConfigurations/Filter": words("S3Key"),
    "AWS::CloudWatch::Alarm/Dimensions": words("Name Value"),
    "AWS::SQS::Queue/RedrivePolicy": words("deadLetterTargetArn maxReceiveCount"),
    "AWS::SQS::Queue/RedriveAllowPolicy": words("redrivePermission sourceQueueArns"),
    "AWS::SNS::Subscription/RedrivePolicy": words("deadLetterTargetArn maxReceiveCount"),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
