/// The properties that SAM's resources and events have. From the SAM specification.
enum ServerlessProperties {
  /// By the type of a resource.
  static let ofType: [String: Set<String>] = [
    "AWS::Serverless::Api": words(
      """
      AccessLogSetting AlwaysDeploy ApiKeySourceType Auth BinaryMediaTypes
      CacheClusterEnabled CacheClusterSize CanarySetting Cors DefinitionBody DefinitionUri
      Description DisableExecuteApiEndpoint Domain EndpointAccessMode EndpointConfiguration
      FailOnWarnings GatewayResponses MergeDefinitions MethodSettings MinimumCompressionSize
      Mode Models Name OpenApiVersion Policy PropagateTags SecurityPolicy StageName Tags
      TracingEnabled Variables
      """),
    "AWS::Serverless::Application": words(
      """
      Location NotificationARNs Parameters Tags TemplateUrl TimeoutInMinutes
      """),
    "AWS::Serverless::CapacityProvider": words(
      """
      CapacityProviderName InstanceRequirements KmsKeyArn LogGroup LoggingConfig
      ManagedResourceTags OperatorRole PropagateTags ScalingConfig SystemLogLevel Tags
      VpcConfig
      """),
    "AWS::Serverless::Connector": words(
      """
      Destination Permissions Source SourceReference
      """),
    "AWS::Serverless::Function": words(
      """
      Architectures AssumeRolePolicyDocument AutoPublishAlias AutoPublishAliasAllProperties
      AutoPublishCodeSha256 CapacityProviderConfig CodeSigningConfigArn CodeUri
      DeadLetterQueue DeploymentPreference Description DurableConfig Environment
      EphemeralStorage EventInvokeConfig Events FileSystemConfigs FunctionName
      FunctionScalingConfig FunctionUrlConfig Handler ImageConfig ImageUri InlineCode
      KmsKeyArn Layers LoggingConfig MemorySize PackageType PermissionsBoundary Policies
      PropagateTags ProvisionedConcurrencyConfig PublishToLatestPublished RecursiveLoop
      ReservedConcurrentExecutions Role RolePath Runtime RuntimeManagementConfig SnapStart
      SourceKMSKeyArn Tags TenancyConfig Timeout Tracing VersionDeletionPolicy
      VersionDescription VpcConfig
      """),
    "AWS::Serverless::GraphQLApi": words(
      """
      ApiKeys Auth Cache DataSources DomainName Functions IntrospectionConfig Logging
      LogicalId Name OwnerContact QueryDepthLimit ResolverCountLimit Resolvers SchemaInline
      SchemaUri Tags Visibility XrayEnabled
      """),
    "AWS::Serverless::HttpApi": words(
      """
      AccessLogSettings Auth CorsConfiguration DefaultRouteSettings DefinitionBody
      DefinitionUri Description DisableExecuteApiEndpoint Domain FailOnWarnings Name
      PropagateTags RouteSettings StageName StageVariables Tags
      """),
    "AWS::Serverless::LayerVersion": words(
      """
      CompatibleArchitectures CompatibleRuntimes ContentUri Description LayerName
      LicenseInfo PublishLambdaVersion RetentionPolicy
      """),
    "AWS::Serverless::MicrovmImage": words(
      """
      AdditionalOsCapabilities BaseImageArn BaseImageVersion BuildRoleArn CodeUri
      CpuConfigurations Description EgressNetworkConnectors EnvironmentVariables Hooks
      Logging Name PropagateTags Resources Tags
      """),
    "AWS::Serverless::NetworkConnector": words(
      """
      ComputeTypes Name OperatorRole PropagateTags Tags VpcConfig
      """),
    "AWS::Serverless::SimpleTable": words(
      """
      PointInTimeRecoverySpecification PrimaryKey ProvisionedThroughput SSESpecification
      TableName Tags
      """),
    "AWS::Serverless::StateMachine": words(
      """
      AutoPublishAlias Definition DefinitionSubstitutions DefinitionUri DeploymentPreference
      Events Logging Name PermissionsBoundary Policies PropagateTags Role RolePath Tags
      Tracing Type UseAliasAsEventTarget
      """),
    "AWS::Serverless::WebFunction": words(
      """
      AuthType AutoDeploymentMode CodeUri EgressNetworkConnectorArn EndpointDescription
      EndpointName EndpointType EntryPoint EnvironmentVariables ExecutionRoleArn
      FunctionName InlineCode KmsKeyArn LoggingConfig MaxConcurrencyPerEnvironment
      ReplicaRegions RevisionDescription RevisionWeights Runtime ScalingConfig Tags
      ThrottleConfig Timeout
      """),
    "AWS::Serverless::WebSocketApi": words(
      """
      AccessLogSettings ApiKeySelectionExpression Auth DefaultRouteSettings Description
      DisableExecuteApiEndpoint DisableSchemaValidation Domain FailOnWarnings IpAddressType
      Name PropagateTags RouteSelectionExpression RouteSettings Routes StageName
      StageVariables Tags
      """),
  ]

  /// What may stand in `Globals`, by its sections.
  static let ofGlobals: [String: Set<String>] = [
    "Api": words(
      """
      AccessLogSetting AlwaysDeploy Auth BinaryMediaTypes CacheClusterEnabled
      CacheClusterSize CanarySetting Cors DefinitionUri Domain EndpointAccessMode
      EndpointConfiguration GatewayResponses MergeDefinitions MethodSettings
      MinimumCompressionSize Name OpenApiVersion PropagateTags SecurityPolicy TracingEnabled
      Variables
      """),
    "CapacityProvider": words(
      """
      InstanceRequirements KmsKeyArn LoggingConfig ManagedResourceTags OperatorRole
      PropagateTags ScalingConfig Tags VpcConfig
      """),
    "Function": words(
      """
      Architectures AssumeRolePolicyDocument AutoPublishAlias AutoPublishAliasAllProperties
      CapacityProviderConfig CodeSigningConfigArn CodeUri DeadLetterQueue
      DeploymentPreference Description DurableConfig Environment EphemeralStorage
      EventInvokeConfig FileSystemConfigs FunctionScalingConfig FunctionUrlConfig Handler
      KmsKeyArn Layers LoggingConfig MemorySize PermissionsBoundary PropagateTags
      ProvisionedConcurrencyConfig PublishToLatestPublished RecursiveLoop
      ReservedConcurrentExecutions RolePath Runtime RuntimeManagementConfig SnapStart
      SourceKMSKeyArn Tags TenancyConfig Timeout Tracing VersionDeletionPolicy VpcConfig
      """),
    "HttpApi": words(
      """
      AccessLogSettings Auth CorsConfiguration DefaultRouteSettings Domain FailOnWarnings
      PropagateTags RouteSettings StageVariables Tags
      """),
    "LayerVersion": words(
      """
      PublishLambdaVersion
      """),
    "MicrovmImage": words(
      """
      AdditionalOsCapabilities BaseImageArn BaseImageVersion BuildRoleArn CpuConfigurations
      EgressNetworkConnectors EnvironmentVariables Hooks Logging PropagateTags Resources
      Tags
      """),
    "NetworkConnector": words(
      """
      OperatorRole PropagateTags Tags
      """),
    "SimpleTable": words(
      """
      SSESpecification
      """),
    "StateMachine": words(
      """
      PropagateTags
      """),
    "WebSocketApi": words(
      """
      AccessLogSettings ApiKeySelectionExpression DefaultRouteSettings
      DisableExecuteApiEndpoint DisableSchemaValidation Domain FailOnWarnings IpAddressType
      PropagateTags RouteSelectionExpression RouteSettings StageVariables Tags
      """),
  ]

  /// By the type of a function's event; events that Lambda polls for have `ofPolledEvent` too.
  static let ofFunctionEvent: [String: Set<String>] = [
    "AlexaSkill": words(
      """
      SkillId
      """),
    "Api": words(
      """
      Auth Method Path RequestModel RequestParameters ResponseTransferMode RestApiId Stage
      TimeoutInMillis
      """),
    "CloudWatchEvent": words(
      """
      DeadLetterConfig Enabled EventBusName Input InputPath InputTransformer Pattern
      RetryPolicy RuleName State Target
      """),
    "CloudWatchLogs": words(
      """
      FilterPattern LogGroupName
      """),
    "Cognito": words(
      """
      Trigger UserPool
      """),
    "DocumentDB": words(
      """
      Cluster CollectionName DatabaseName FullDocument
      """),
    "DynamoDB": words(
      """
      Stream
      """),
    "EventBridgeRule": words(
      """
      DeadLetterConfig Enabled EventBusName Input InputPath InputTransformer Pattern
      RetryPolicy RuleName State Target
      """),
    "HttpApi": words(
      """
      ApiId Auth Method Path PayloadFormatVersion RouteSettings Stage TimeoutInMillis
      """),
    "IoTRule": words(
      """
      AwsIotSqlVersion Sql
      """),
    "Kinesis": words(
      """
      Stream
      """),
    "MQ": words(
      """
      Broker DynamicPolicyName
      """),
    "MSK": words(
      """
      Stream
      """),
    "S3": words(
      """
      Bucket Events Filter
      """),
    "SNS": words(
      """
      FilterPolicy FilterPolicyScope RedrivePolicy Region SqsSubscription Topic
      """),
    "SQS": words(
      """
      Queue
      """),
    "Schedule": words(
      """
      DeadLetterConfig Description Enabled Input Name RetryPolicy RuleName Schedule State
      """),
    "ScheduleV2": words(
      """
      DeadLetterConfig Description EndDate FlexibleTimeWindow GroupName Input KmsKeyArn Name
      OmitName PermissionsBoundary RetryPolicy RoleArn ScheduleExpression
      ScheduleExpressionTimezone StartDate State
      """),
    "SelfManagedKafka": [],
  ]

  static let ofPolledEvent = words(
    """
    BatchSize BisectBatchOnFunctionError ConsumerGroupId DestinationConfig Enabled
    FilterCriteria FunctionResponseTypes KafkaBootstrapServers KmsKeyArn LoggingConfig
    MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts
    MetricsConfig ParallelizationFactor ProvisionedPollerConfig Queues ScalingConfig
    SchemaRegistryConfig SecretsManagerKmsKeyId SourceAccessConfigurations StartingPosition
    StartingPositionTimestamp Topics TumblingWindowInSeconds
    """)

  /// By the type of a state machine's event.
  static let ofStateMachineEvent: [String: Set<String>] = [
    "Api": words(
      """
      Auth Method Path RestApiId Stage UnescapeMappingTemplate
      """),
    "CloudWatchEvent": words(
      """
      DeadLetterConfig EventBusName Input InputPath InputTransformer Pattern RetryPolicy
      RuleName State Target
      """),
    "EventBridgeRule": words(
      """
      DeadLetterConfig EventBusName Input InputPath InputTransformer Pattern RetryPolicy
      RuleName State Target
      """),
    "Schedule": words(
      """
      DeadLetterConfig Description Enabled Input Name RetryPolicy RoleArn Schedule State
      Target
      """),
    "ScheduleV2": words(
      """
      DeadLetterConfig Description EndDate FlexibleTimeWindow GroupName Input KmsKeyArn Name
      OmitName PermissionsBoundary RetryPolicy RoleArn ScheduleExpression
      ScheduleExpressionTimezone StartDate State
      """),
  ]

  static let ofConnection = words(
    """
    Arn Id Name Qualifier QueueUrl ResourceId RoleName Type
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
