/// What a connector creates, by the types that it connects: where the grant is put, below it for
/// each permission the resources and actions. `{Source.Arn}` stands for what is connected, `@` for
/// region and account; a line with `for` says who is let in, and on whose behalf. From the SAM
/// connector reference.
enum ConnectorTable {
  /// A grant is put on a role, a queue, a topic or a function.
  static let text = """
    AWS::DynamoDB::Table AWS::Lambda::Function destination-role
      Read {Source.Arn}/stream/* dynamodb:DescribeStream dynamodb:GetRecords
        dynamodb:GetShardIterator dynamodb:ListStreams
    AWS::Events::Rule AWS::SNS::Topic topic
      Write {Destination.Arn} sns:Publish
        for events.amazonaws.com {Source.Arn}
    AWS::Events::Rule AWS::Events::EventBus source-role
      Write {Destination.Arn} events:PutEvents
    AWS::Events::Rule AWS::StepFunctions::StateMachine source-role
      Write {Destination.Arn} states:StartExecution
    AWS::Events::Rule AWS::Lambda::Function function
      Write - lambda:InvokeFunction
        for events.amazonaws.com {Source.Arn}
    AWS::Events::Rule AWS::SQS::Queue queue
      Write {Destination.Arn} sqs:SendMessage
        for events.amazonaws.com {Source.Arn}
    AWS::Lambda::Function AWS::Lambda::Function source-role
      Write {Destination.Arn} lambda:InvokeAsync lambda:InvokeFunction
    AWS::Lambda::Function AWS::S3::Bucket source-role
      Read {Destination.Arn},{Destination.Arn}/* s3:GetObject s3:GetObjectAcl
        s3:GetObjectLegalHold s3:GetObjectRetention s3:GetObjectTorrent s3:GetObjectVersion
        s3:GetObjectVersionAcl s3:GetObjectVersionForReplication s3:GetObjectVersionTorrent
        s3:ListBucket s3:ListBucketMultipartUploads s3:ListBucketVersions
        s3:ListMultipartUploadParts
      Write {Destination.Arn},{Destination.Arn}/* s3:AbortMultipartUpload s3:DeleteObject
        s3:DeleteObjectVersion s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention
        s3:RestoreObject
    AWS::Lambda::Function AWS::DynamoDB::Table source-role
      Read {Destination.Arn},{Destination.Arn}/index/* dynamodb:GetItem dynamodb:Query
        dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PartiQLSelect
      Write {Destination.Arn},{Destination.Arn}/index/* dynamodb:PutItem dynamodb:UpdateItem
        dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:PartiQLDelete
        dynamodb:PartiQLInsert dynamodb:PartiQLUpdate
    AWS::Lambda::Function AWS::SQS::Queue source-role
      Read {Destination.Arn} sqs:ReceiveMessage sqs:GetQueueAttributes
      Write {Destination.Arn} sqs:DeleteMessage sqs:SendMessage sqs:ChangeMessageVisibility
        sqs:PurgeQueue
    AWS::Lambda::Function AWS::SNS::Topic source-role
      Write {Destination.Arn} sns:Publish
    AWS::Lambda::Function AWS::StepFunctions::StateMachine source-role
      Write {Destination.Arn} states:StartExecution states:StartSyncExecution
      Write arn:aws:states:@:execution:{Destination.Name}:* states:StopExecution
      Read {Destination.Arn} states:DescribeStateMachine states:ListExecutions
      Read arn:aws:states:@:execution:{Destination.Name}:* states:DescribeExecution
        states:DescribeStateMachineForExecution states:GetExecutionHistory
    AWS::Lambda::Function AWS::Events::EventBus source-role
      Write {Destination.Arn} events:PutEvents
    AWS::Lambda::Function AWS::Location::PlaceIndex source-role
      Read {Destination.Arn} geo:DescribePlaceIndex geo:GetPlace
        geo:SearchPlaceIndexForPosition geo:SearchPlaceIndexForSuggestions
        geo:SearchPlaceIndexForText
    AWS::ApiGatewayV2::Api AWS::Lambda::Function function
      Write - lambda:InvokeFunction
        for apigateway.amazonaws.com arn:aws:execute-api:@:{Source.ResourceId}/{Source.Qualifier}
    AWS::ApiGateway::RestApi AWS::Lambda::Function function
      Write - lambda:InvokeFunction
        for apigateway.amazonaws.com arn:aws:execute-api:@:{Source.ResourceId}/{Source.Qualifier}
    AWS::SNS::Topic AWS::SQS::Queue queue
      Write {Destination.Arn} sqs:SendMessage
        for sns.amazonaws.com {Source.Arn}
    AWS::SNS::Topic AWS::Lambda::Function function
      Write - lambda:InvokeFunction
        for sns.amazonaws.com {Source.Arn}
    AWS::SQS::Queue AWS::Lambda::Function destination-role
      Write {Source.Arn} sqs:DeleteMessage
      Read {Source.Arn} sqs:ReceiveMessage sqs:GetQueueAttributes
    AWS::S3::Bucket AWS::Lambda::Function function
      Write - lambda:InvokeFunction
        for s3.amazonaws.com {Source.Arn}
    AWS::StepFunctions::StateMachine AWS::Lambda::Function source-role
      Write {Destination.Arn} lambda:InvokeAsync lambda:InvokeFunction
    AWS::StepFunctions::StateMachine AWS::SNS::Topic source-role
      Write {Destination.Arn} sns:Publish
    AWS::StepFunctions::StateMachine AWS::SQS::Queue source-role
      Write {Destination.Arn} sqs:SendMessage
    AWS::StepFunctions::StateMachine AWS::S3::Bucket source-role
      Read {Destination.Arn},{Destination.Arn}/* s3:GetObject s3:GetObjectAcl
        s3:GetObjectLegalHold s3:GetObjectRetention s3:GetObjectTorrent s3:GetObjectVersion
        s3:GetObjectVersionAcl s3:GetObjectVersionForReplication s3:GetObjectVersionTorrent
        s3:ListBucket s3:ListBucketMultipartUploads s3:ListBucketVersions
        s3:ListMultipartUploadParts
      Write {Destination.Arn},{Destination.Arn}/* s3:AbortMultipartUpload s3:DeleteObject
        s3:DeleteObjectVersion s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention
        s3:RestoreObject
    AWS::StepFunctions::StateMachine AWS::DynamoDB::Table source-role
      Read {Destination.Arn},{Destination.Arn}/index/* dynamodb:GetItem dynamodb:Query
        dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PartiQLSelect
      Write {Destination.Arn},{Destination.Arn}/index/* dynamodb:PutItem dynamodb:UpdateItem
        dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:PartiQLDelete
        dynamodb:PartiQLInsert dynamodb:PartiQLUpdate
    AWS::StepFunctions::StateMachine AWS::StepFunctions::StateMachine source-role
      Read arn:aws:states:@:execution:{Destination.Name}:* states:DescribeExecution
      Read arn:aws:events:@:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule
        events:DescribeRule
      Write {Destination.Arn} states:StartExecution
      Write arn:aws:states:@:execution:{Destination.Name}:* states:StopExecution
      Write arn:aws:events:@:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule
        events:PutTargets events:PutRule
    AWS::StepFunctions::StateMachine AWS::Events::EventBus source-role
      Write {Destination.Arn} events:PutEvents
    AWS::AppSync::DataSource AWS::DynamoDB::Table source-role
      Read {Destination.Arn},{Destination.Arn}/index/* dynamodb:GetItem dynamodb:Query
        dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PartiQLSelect
      Write {Destination.Arn},{Destination.Arn}/index/* dynamodb:PutItem dynamodb:UpdateItem
        dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:PartiQLDelete
        dynamodb:PartiQLInsert dynamodb:PartiQLUpdate
    AWS::AppSync::DataSource AWS::Lambda::Function source-role
      Write {Destination.Arn},{Destination.Arn}:* lambda:InvokeAsync lambda:InvokeFunction
    AWS::AppSync::DataSource AWS::Events::EventBus source-role
      Write {Destination.Arn} events:PutEvents
    AWS::AppSync::GraphQLApi AWS::Lambda::Function function
      Write - lambda:InvokeFunction
        for appsync.amazonaws.com arn:aws:appsync:@:apis/{Source.ResourceId}
    """
}
