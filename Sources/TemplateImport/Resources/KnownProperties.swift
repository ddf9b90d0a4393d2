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

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
