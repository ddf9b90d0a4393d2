/// S3, Kinesis, Firehose, DynamoDB and brokers.
extension TerraformType {
  static let data: [String: TerraformType] = [
    "aws_s3_bucket": .init("AWS::S3::Bucket", ["BucketName": "bucket", "Tags": "tags"]),
    "aws_s3_bucket_policy": .init(
      "AWS::S3::BucketPolicy", ["Bucket": "bucket", "PolicyDocument": .document("policy")]),
    "aws_kinesis_stream": .init(
      "AWS::Kinesis::Stream",
      [
        "Name": "name", "ShardCount": "shard_count", "RetentionPeriodHours": "retention_period",
        "StreamModeDetails": .block("stream_mode_details", ["StreamMode": "stream_mode"]),
        "StreamEncryption": .made(streamEncryption), "Tags": "tags",
      ]),
    "aws_kinesis_stream_consumer": .init(
      "AWS::Kinesis::StreamConsumer", ["ConsumerName": "name", "StreamARN": "stream_arn"]),
    "aws_kinesis_resource_policy": .init(
      "AWS::Kinesis::ResourcePolicy",
      ["ResourceArn": "resource_arn", "ResourcePolicy": .document("policy")]),
    "aws_kinesis_firehose_delivery_stream": .init(
      "AWS::KinesisFirehose::DeliveryStream", deliveryStream),
    "aws_dynamodb_table": .init(
      "AWS::DynamoDB::Table",
      [
        "TableName": "name", "BillingMode": "billing_mode",
        "StreamSpecification": .made(stream),
        "SSESpecification": .block(
          "server_side_encryption",
          ["SSEEnabled": "enabled", "KMSMasterKeyId": "kms_key_arn"]),
        "PointInTimeRecoverySpecification": .block(
          "point_in_time_recovery", ["PointInTimeRecoveryEnabled": "enabled"]),
        "Tags": "tags",
      ]),
    "aws_msk_cluster": .init("AWS::MSK::Cluster", ["ClusterName": "cluster_name"]),
    "aws_msk_serverless_cluster": .init(
      "AWS::MSK::ServerlessCluster", ["ClusterName": "cluster_name"]),
    "aws_mq_broker": .init(
      "AWS::AmazonMQ::Broker",
      [
        "BrokerName": "broker_name", "EngineType": "engine_type",
        "DeploymentMode": "deployment_mode",
      ]),
  ]

  @Sendable private static func streamEncryption(_ block: TerraformBlock) -> Value? {
    guard block.text("encryption_type") == "KMS", let key = block["kms_key_id"] else { return nil }
    return .mapping([("EncryptionType", block["encryption_type"]), ("KeyId", key)], at: key.range)
  }

  @Sendable private static func stream(_ block: TerraformBlock) -> Value? {
    guard let isOn = block["stream_enabled"], isOn.boolean != false else { return nil }
    let view = block["stream_view_type"] ?? .text("NEW_AND_OLD_IMAGES", at: isOn.range)
    return .mapping([("StreamViewType", view)], at: isOn.range)
  }

  private static let deliveryStream: TerraformPart.Members = [
    "DeliveryStreamName": "name",
    "DeliveryStreamType": .made {
      $0.blocks("kinesis_source_configuration").isEmpty
        ? nil : .text("KinesisStreamAsSource", at: $0.range)
    },
    "KinesisStreamSourceConfiguration": .block(
      "kinesis_source_configuration",
      ["KinesisStreamARN": "kinesis_stream_arn", "RoleARN": "role_arn"]),
    "MSKSourceConfiguration": .block(
      "msk_source_configuration",
      ["MSKClusterARN": "msk_cluster_arn", "TopicName": "topic_name"]),
    "ExtendedS3DestinationConfiguration": .block(
      "extended_s3_configuration",
      ["BucketARN": "bucket_arn", "RoleARN": "role_arn", "ProcessingConfiguration": processing]),
    "HttpEndpointDestinationConfiguration": .block(
      "http_endpoint_configuration",
      [
        "EndpointConfiguration": .group(["Url": "url", "Name": "name"]), "RoleARN": "role_arn",
        "ProcessingConfiguration": processing,
      ]),
    "AmazonopensearchserviceDestinationConfiguration": .block(
      "opensearch_configuration",
      [
        "DomainARN": "domain_arn", "RoleARN": "role_arn", "IndexName": "index_name",
        "ProcessingConfiguration": processing,
      ]),
    "RedshiftDestinationConfiguration": .block(
      "redshift_configuration",
      [
        "ClusterJDBCURL": "cluster_jdbcurl", "RoleARN": "role_arn",
        "ProcessingConfiguration": processing,
      ]),
    "Tags": "tags",
  ]

  private static let processing: TerraformPart = .block(
    "processing_configuration",
    [
      "Enabled": "enabled",
      "Processors": .blocks(
        "processors",
        [
          "Type": "type",
          "Parameters": .blocks(
            "parameters",
            ["ParameterName": "parameter_name", "ParameterValue": "parameter_value"]),
        ]),
    ])
}
