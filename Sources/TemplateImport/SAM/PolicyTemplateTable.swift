/// SAM's policy templates as data: a name, below it for each statement its resources and actions.
/// `{QueueName}` is a parameter, `@` the region and account of the stack; a line with `if` is a
/// condition of the statement above. From the SAM policy template list.
enum PolicyTemplateTable {
  /// Every template, in the order of their names.
  static let text = """
    AMIDescribePolicy
      * ec2:DescribeImages
    AWSSecretsManagerGetSecretValuePolicy
      {SecretArn} secretsmanager:GetSecretValue
    AWSSecretsManagerRotationPolicy
      arn:aws:secretsmanager:@:secret:* secretsmanager:DescribeSecret
        secretsmanager:GetSecretValue secretsmanager:PutSecretValue
        secretsmanager:UpdateSecretVersionStage
        if StringEquals secretsmanager:resource/AllowRotationLambdaArn arn:aws:lambda:@:function:{FunctionName}
      * secretsmanager:GetRandomPassword
    AcmGetCertificatePolicy
      {CertificateArn} acm:GetCertificate
    AthenaQueryPolicy
      * athena:ListWorkGroups athena:GetExecutionEngine athena:GetExecutionEngines
        athena:GetNamespace athena:GetCatalogs athena:GetNamespaces athena:GetTables
        athena:GetTable
      arn:aws:athena:@:workgroup/{WorkGroupName} athena:StartQueryExecution
        athena:GetQueryResults athena:DeleteNamedQuery athena:GetNamedQuery
        athena:ListQueryExecutions athena:StopQueryExecution athena:GetQueryResultsStream
        athena:ListNamedQueries athena:CreateNamedQuery athena:GetQueryExecution
        athena:BatchGetNamedQuery athena:BatchGetQueryExecution athena:GetWorkGroup
    CloudFormationDescribeStacksPolicy
      arn:aws:cloudformation:@:stack/* cloudformation:DescribeStacks
    CloudWatchDashboardPolicy
      * cloudwatch:GetDashboard cloudwatch:ListDashboards cloudwatch:PutDashboard
        cloudwatch:ListMetrics
    CloudWatchDescribeAlarmHistoryPolicy
      * cloudwatch:DescribeAlarmHistory
    CloudWatchPutMetricPolicy
      * cloudwatch:PutMetricData
    CodeCommitCrudPolicy
      arn:aws:codecommit:@:{RepositoryName} codecommit:GitPull codecommit:GitPush
        codecommit:CreateBranch codecommit:DeleteBranch codecommit:GetBranch
        codecommit:ListBranches codecommit:MergeBranchesByFastForward
        codecommit:MergeBranchesBySquash codecommit:MergeBranchesByThreeWay
        codecommit:UpdateDefaultBranch codecommit:BatchDescribeMergeConflicts
        codecommit:CreateUnreferencedMergeCommit codecommit:DescribeMergeConflicts
        codecommit:GetMergeCommit codecommit:GetMergeOptions codecommit:BatchGetPullRequests
        codecommit:CreatePullRequest codecommit:DescribePullRequestEvents
        codecommit:GetCommentsForPullRequest codecommit:GetCommitsFromMergeBase
        codecommit:GetMergeConflicts codecommit:GetPullRequest codecommit:ListPullRequests
        codecommit:MergePullRequestByFastForward codecommit:MergePullRequestBySquash
        codecommit:MergePullRequestByThreeWay codecommit:PostCommentForPullRequest
        codecommit:UpdatePullRequestDescription codecommit:UpdatePullRequestStatus
        codecommit:UpdatePullRequestTitle codecommit:DeleteFile codecommit:GetBlob
        codecommit:GetFile codecommit:GetFolder codecommit:PutFile
        codecommit:DeleteCommentContent codecommit:GetComment
        codecommit:GetCommentsForComparedCommit codecommit:PostCommentForComparedCommit
        codecommit:PostCommentReply codecommit:UpdateComment codecommit:BatchGetCommits
        codecommit:CreateCommit codecommit:GetCommit codecommit:GetCommitHistory
        codecommit:GetDifferences codecommit:GetObjectIdentifier codecommit:GetReferences
        codecommit:GetTree codecommit:GetRepository codecommit:UpdateRepositoryDescription
        codecommit:ListTagsForResource codecommit:TagResource codecommit:UntagResource
        codecommit:GetRepositoryTriggers codecommit:PutRepositoryTriggers
        codecommit:TestRepositoryTriggers codecommit:GetBranch codecommit:GetCommit
        codecommit:UploadArchive codecommit:GetUploadArchiveStatus
        codecommit:CancelUploadArchive
    CodeCommitReadPolicy
      arn:aws:codecommit:@:{RepositoryName} codecommit:GitPull codecommit:GetBranch
        codecommit:ListBranches codecommit:BatchDescribeMergeConflicts
        codecommit:DescribeMergeConflicts codecommit:GetMergeCommit codecommit:GetMergeOptions
        codecommit:BatchGetPullRequests codecommit:DescribePullRequestEvents
        codecommit:GetCommentsForPullRequest codecommit:GetCommitsFromMergeBase
        codecommit:GetMergeConflicts codecommit:GetPullRequest codecommit:ListPullRequests
        codecommit:GetBlob codecommit:GetFile codecommit:GetFolder codecommit:GetComment
        codecommit:GetCommentsForComparedCommit codecommit:BatchGetCommits codecommit:GetCommit
        codecommit:GetCommitHistory codecommit:GetDifferences codecommit:GetObjectIdentifier
        codecommit:GetReferences codecommit:GetTree codecommit:GetRepository
        codecommit:ListTagsForResource codecommit:GetRepositoryTriggers
        codecommit:TestRepositoryTriggers codecommit:GetBranch codecommit:GetCommit
        codecommit:GetUploadArchiveStatus
    CodePipelineLambdaExecutionPolicy
      * codepipeline:PutJobSuccessResult codepipeline:PutJobFailureResult
    CodePipelineReadOnlyPolicy
      arn:aws:codepipeline:@:{PipelineName} codepipeline:ListPipelineExecutions
    ComprehendBasicAccessPolicy
      * comprehend:BatchDetectKeyPhrases comprehend:DetectDominantLanguage
        comprehend:DetectEntities comprehend:BatchDetectEntities comprehend:DetectKeyPhrases
        comprehend:DetectSentiment comprehend:BatchDetectDominantLanguage
        comprehend:BatchDetectSentiment
    CostExplorerReadOnlyPolicy
      * ce:GetCostAndUsage ce:GetDimensionValues ce:GetReservationCoverage
        ce:GetReservationPurchaseRecommendation ce:GetReservationUtilization ce:GetTags
    DynamoDBBackupFullAccessPolicy
      arn:aws:dynamodb:@:table/{TableName} dynamodb:CreateBackup
        dynamodb:DescribeContinuousBackups
      arn:aws:dynamodb:@:table/{TableName}/backup/* dynamodb:DeleteBackup
        dynamodb:DescribeBackup dynamodb:ListBackups
    DynamoDBCrudPolicy
      arn:aws:dynamodb:@:table/{TableName},arn:aws:dynamodb:@:table/{TableName}/index/*
        dynamodb:GetItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:Scan dynamodb:Query
        dynamodb:UpdateItem dynamodb:BatchWriteItem dynamodb:BatchGetItem dynamodb:DescribeTable
        dynamodb:ConditionCheckItem
    DynamoDBReadPolicy
      arn:aws:dynamodb:@:table/{TableName},arn:aws:dynamodb:@:table/{TableName}/index/*
        dynamodb:GetItem dynamodb:Scan dynamodb:Query dynamodb:BatchGetItem
        dynamodb:DescribeTable
    DynamoDBReconfigurePolicy
      arn:aws:dynamodb:@:table/{TableName} dynamodb:UpdateTable
    DynamoDBRestoreFromBackupPolicy
      arn:aws:dynamodb:@:table/{TableName}/backup/* dynamodb:RestoreTableFromBackup
      arn:aws:dynamodb:@:table/{TableName} dynamodb:PutItem dynamodb:UpdateItem
        dynamodb:DeleteItem dynamodb:GetItem dynamodb:Query dynamodb:Scan
        dynamodb:BatchWriteItem
    DynamoDBStreamReadPolicy
      arn:aws:dynamodb:@:table/{TableName}/stream/{StreamName} dynamodb:DescribeStream
        dynamodb:GetRecords dynamodb:GetShardIterator
      arn:aws:dynamodb:@:table/{TableName}/stream/* dynamodb:ListStreams
    DynamoDBWritePolicy
      arn:aws:dynamodb:@:table/{TableName},arn:aws:dynamodb:@:table/{TableName}/index/*
        dynamodb:PutItem dynamodb:UpdateItem dynamodb:BatchWriteItem
    EC2CopyImagePolicy
      arn:aws:ec2:@:image/{ImageId} ec2:CopyImage
    EC2DescribePolicy
      * ec2:DescribeRegions ec2:DescribeInstances
    EFSWriteAccessPolicy
      arn:aws:elasticfilesystem:@:file-system/{FileSystem} elasticfilesystem:ClientMount
        elasticfilesystem:ClientWrite
        if StringEquals elasticfilesystem:AccessPointArn arn:aws:elasticfilesystem:@:access-point/{AccessPoint}
    EKSDescribePolicy
      * eks:DescribeCluster eks:ListClusters
    EcsRunTaskPolicy
      arn:aws:ecs:@:task-definition/{TaskDefinition} ecs:RunTask
    ElasticMapReduceAddJobFlowStepsPolicy
      arn:aws:elasticmapreduce:@:cluster/{ClusterId} elasticmapreduce:AddJobFlowSteps
    ElasticMapReduceCancelStepsPolicy
      arn:aws:elasticmapreduce:@:cluster/{ClusterId} elasticmapreduce:CancelSteps
    ElasticMapReduceModifyInstanceFleetPolicy
      arn:aws:elasticmapreduce:@:cluster/{ClusterId} elasticmapreduce:ModifyInstanceFleet
        elasticmapreduce:ListInstanceFleets
    ElasticMapReduceModifyInstanceGroupsPolicy
      arn:aws:elasticmapreduce:@:cluster/{ClusterId} elasticmapreduce:ModifyInstanceGroups
        elasticmapreduce:ListInstanceGroups
    ElasticMapReduceSetTerminationProtectionPolicy
      arn:aws:elasticmapreduce:@:cluster/{ClusterId} elasticmapreduce:SetTerminationProtection
    ElasticMapReduceTerminateJobFlowsPolicy
      arn:aws:elasticmapreduce:@:cluster/{ClusterId} elasticmapreduce:TerminateJobFlows
    ElasticsearchHttpPostPolicy
      arn:aws:es:@:domain/{DomainName}/* es:ESHttpPost es:ESHttpPut
    EventBridgePutEventsPolicy
      arn:aws:events:@:event-bus/{EventBusName} events:PutEvents
    FilterLogEventsPolicy
      arn:aws:logs:@:log-group:{LogGroupName}:log-stream:* logs:FilterLogEvents
    FirehoseCrudPolicy
      arn:aws:firehose:@:deliverystream/{DeliveryStreamName} firehose:CreateDeliveryStream
        firehose:DeleteDeliveryStream firehose:DescribeDeliveryStream firehose:PutRecord
        firehose:PutRecordBatch firehose:UpdateDestination
    FirehoseWritePolicy
      arn:aws:firehose:@:deliverystream/{DeliveryStreamName} firehose:PutRecord
        firehose:PutRecordBatch
    KMSDecryptPolicy
      arn:aws:kms:@:key/{KeyId} kms:Decrypt
    KMSEncryptPolicy
      arn:aws:kms:@:key/{KeyId} kms:Encrypt
    KMSEncryptPolicy_v2
      arn:aws:kms:@:key/{KeyId} kms:Encrypt kms:GenerateDataKey
        kms:GenerateDataKeyWithoutPlaintext kms:GenerateDataKeyPair
        kms:GenerateDataKeyPairWithoutPlaintext
    KinesisCrudPolicy
      arn:aws:kinesis:@:stream/{StreamName} kinesis:AddTagsToStream kinesis:CreateStream
        kinesis:DecreaseStreamRetentionPeriod kinesis:DeleteStream kinesis:DescribeStream
        kinesis:DescribeStreamSummary kinesis:GetShardIterator
        kinesis:IncreaseStreamRetentionPeriod kinesis:ListTagsForStream kinesis:MergeShards
        kinesis:PutRecord kinesis:PutRecords kinesis:SplitShard kinesis:RemoveTagsFromStream
    KinesisStreamReadPolicy
      arn:aws:kinesis:@:stream/* kinesis:ListStreams kinesis:DescribeLimits
      arn:aws:kinesis:@:stream/{StreamName} kinesis:DescribeStream
        kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator
    LambdaInvokePolicy
      arn:aws:lambda:@:function:{FunctionName}* lambda:InvokeFunction
    MobileAnalyticsWriteOnlyAccessPolicy
      * mobileanalytics:PutEvents
    OrganizationsListAccountsPolicy
      * organizations:ListAccounts
    PinpointEndpointAccessPolicy
      arn:aws:mobiletargeting:@:apps/{PinpointApplicationId}/endpoints/*
        mobiletargeting:GetEndpoint mobiletargeting:UpdateEndpoint
        mobiletargeting:UpdateEndpointsBatch
    PollyFullAccessPolicy
      arn:aws:polly:@:lexicon/{LexiconName} polly:GetLexicon polly:DeleteLexicon
      arn:aws:polly:@:lexicon/* polly:DescribeVoices polly:ListLexicons polly:PutLexicon
        polly:SynthesizeSpeech
    RekognitionDetectOnlyPolicy
      * rekognition:DetectFaces rekognition:DetectLabels rekognition:DetectModerationLabels
        rekognition:DetectText
    RekognitionFacesManagementPolicy
      arn:aws:rekognition:@:collection/{CollectionId} rekognition:IndexFaces
        rekognition:DeleteFaces rekognition:SearchFaces rekognition:SearchFacesByImage
        rekognition:ListFaces
    RekognitionFacesPolicy
      * rekognition:CompareFaces rekognition:DetectFaces
    RekognitionLabelsPolicy
      * rekognition:DetectLabels rekognition:DetectModerationLabels
    RekognitionNoDataAccessPolicy
      arn:aws:rekognition:@:collection/{CollectionId} rekognition:CompareFaces
        rekognition:DetectFaces rekognition:DetectLabels rekognition:DetectModerationLabels
    RekognitionReadPolicy
      arn:aws:rekognition:@:collection/{CollectionId} rekognition:ListCollections
        rekognition:ListFaces rekognition:SearchFaces rekognition:SearchFacesByImage
    RekognitionWriteOnlyAccessPolicy
      arn:aws:rekognition:@:collection/{CollectionId} rekognition:CreateCollection
        rekognition:IndexFaces
    Route53ChangeResourceRecordSetsPolicy
      arn:aws:route53:::hostedzone/{HostedZoneId} route53:ChangeResourceRecordSets
    S3CrudPolicy
      arn:aws:s3:::{BucketName},arn:aws:s3:::{BucketName}/* s3:GetObject s3:ListBucket
        s3:GetBucketLocation s3:GetObjectVersion s3:PutObject s3:PutObjectAcl
        s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration s3:DeleteObject
    S3FullAccessPolicy
      arn:aws:s3:::{BucketName}/* s3:GetObject s3:GetObjectAcl s3:GetObjectVersion
        s3:PutObject s3:PutObjectAcl s3:DeleteObject s3:DeleteObjectTagging
        s3:DeleteObjectVersionTagging s3:GetObjectTagging s3:GetObjectVersionTagging
        s3:PutObjectTagging s3:PutObjectVersionTagging
      arn:aws:s3:::{BucketName} s3:ListBucket s3:GetBucketLocation
        s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration
    S3ReadPolicy
      arn:aws:s3:::{BucketName},arn:aws:s3:::{BucketName}/* s3:GetObject s3:ListBucket
        s3:GetBucketLocation s3:GetObjectVersion s3:GetLifecycleConfiguration
    S3WritePolicy
      arn:aws:s3:::{BucketName},arn:aws:s3:::{BucketName}/* s3:PutObject s3:PutObjectAcl
        s3:PutLifecycleConfiguration
    SESBulkTemplatedCrudPolicy
      arn:aws:ses:@:identity/{IdentityName} ses:GetIdentityVerificationAttributes
        ses:SendEmail ses:SendRawEmail ses:SendTemplatedEmail ses:SendBulkTemplatedEmail
        ses:VerifyEmailIdentity
    SESBulkTemplatedCrudPolicy_v2
      arn:aws:ses:@:identity/{IdentityName},arn:aws:ses:@:template/{TemplateName}
        ses:SendEmail ses:SendRawEmail ses:SendTemplatedEmail ses:SendBulkTemplatedEmail
      * ses:GetIdentityVerificationAttributes ses:VerifyEmailIdentity
    SESCrudPolicy
      arn:aws:ses:@:identity/{IdentityName} ses:GetIdentityVerificationAttributes
        ses:SendEmail ses:SendRawEmail ses:VerifyEmailIdentity
    SESEmailTemplateCrudPolicy
      * ses:CreateTemplate ses:GetTemplate ses:ListTemplates ses:UpdateTemplate
        ses:DeleteTemplate ses:TestRenderTemplate
    SESSendBouncePolicy
      arn:aws:ses:@:identity/{IdentityName} ses:SendBounce
    SNSCrudPolicy
      arn:aws:sns:@:{TopicName}* sns:ListSubscriptionsByTopic sns:CreateTopic
        sns:SetTopicAttributes sns:Subscribe sns:Publish
    SNSPublishMessagePolicy
      arn:aws:sns:@:{TopicName} sns:Publish
    SQSPollerPolicy
      arn:aws:sqs:@:{QueueName} sqs:ChangeMessageVisibility sqs:ChangeMessageVisibilityBatch
        sqs:DeleteMessage sqs:DeleteMessageBatch sqs:GetQueueAttributes sqs:ReceiveMessage
    SQSSendMessagePolicy
      arn:aws:sqs:@:{QueueName} sqs:SendMessage*
    SSMParameterReadPolicy
      * ssm:DescribeParameters
      arn:aws:ssm:@:parameter/{ParameterName} ssm:GetParameters ssm:GetParameter
        ssm:GetParametersByPath
    SSMParameterWithSlashPrefixReadPolicy
      * ssm:DescribeParameters
      arn:aws:ssm:@:parameter{ParameterName} ssm:GetParameters ssm:GetParameter
        ssm:GetParametersByPath
    SageMakerCreateEndpointConfigPolicy
      arn:aws:sagemaker:@:endpoint-config/{EndpointConfigName} sagemaker:CreateEndpointConfig
    SageMakerCreateEndpointPolicy
      arn:aws:sagemaker:@:endpoint/{EndpointName} sagemaker:CreateEndpoint
    ServerlessRepoReadWriteAccessPolicy
      arn:aws:serverlessrepo:@:applications/* serverlessrepo:CreateApplication
        serverlessrepo:CreateApplicationVersion serverlessrepo:UpdateApplication
        serverlessrepo:GetApplication serverlessrepo:ListApplications
        serverlessrepo:ListApplicationVersions serverlessrepo:ListApplicationDependencies
    StepFunctionsCallbackPolicy
      arn:aws:states:@:stateMachine:{StateMachineName} states:SendTaskFailure
        states:SendTaskHeartbeat states:SendTaskSuccess
    StepFunctionsExecutionPolicy
      arn:aws:states:@:stateMachine:{StateMachineName} states:StartExecution
    StepFunctionsExecutionPolicy_v2
      arn:aws:states:@:stateMachine:{StateMachineName} states:StartExecution
        states:StartSyncExecution
    TextractDetectAnalyzePolicy
      * textract:DetectDocumentText textract:StartDocumentTextDetection
        textract:StartDocumentAnalysis textract:AnalyzeDocument
    TextractGetResultPolicy
      * textract:GetDocumentTextDetection textract:GetDocumentAnalysis
    TextractPolicy
      * textract:*
    VPCAccessPolicy
      * ec2:CreateNetworkInterface ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces
        ec2:DetachNetworkInterface
    """
}
