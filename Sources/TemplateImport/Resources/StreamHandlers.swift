import Diagnostics
import Topology
import YAMLTree

/// Kinesis and Firehose.
enum StreamHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::Kinesis::Stream": stream, "AWS::Kinesis::StreamConsumer": consumer,
    "AWS::Kinesis::ResourcePolicy": policy, "AWS::KinesisFirehose::DeliveryStream": delivery,
  ]

  private static let properties: Set<String> = [
    "DesiredShardLevelMetrics", "MaxRecordSizeInKiB", "Name", "RetentionPeriodHours", "ShardCount",
    "StreamEncryption", "StreamModeDetails", "Tags", "WarmThroughputMiBps", "WarmThroughputObject",
  ]

  @Sendable private static func stream(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: properties)
    let words = ["ON_DEMAND": "onDemand", "PROVISIONED": "provisioned"]
    let mode = lowering.word(resource["StreamModeDetails"]?["StreamMode"], words)
    // A stream with shards of its own is provisioned where it says nothing.
    let implied = resource["ShardCount"].map { YAMLDraft.text("provisioned", at: $0.range) }
    lowering.set(id, "mode", mode ?? implied)
    lowering.set(id, "shards", lowering.integer(resource["ShardCount"]))
    lowering.set(id, "retention", lowering.duration(resource["RetentionPeriodHours"], "h"))
    lowering.set(id, "encryption", lowering.encryption(resource["StreamEncryption"]?["KeyId"]))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
  }

  @Sendable private static func consumer(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: ["ConsumerName", "StreamARN", "Tags"])
    guard let stream = lowering.owner(resource["StreamARN"], .stream) else { return }
    let name =
      lowering.text(resource["ConsumerName"]) ?? .text(resource.key.id, at: resource.nameRange)
    lowering.native.append(stream, "consumers", name)
  }

  @Sendable private static func policy(_ resource: SourceResource, _ lowering: inout Lowering) {
    lowering.checkProperties(of: resource, among: ["ResourceArn", "ResourcePolicy"])
    let statements = lowering.statements(resource["ResourcePolicy"])
    lowering.attach(statements, to: resource["ResourceArn"]?.elements ?? [], .stream)
  }

  private static let deliveryProperties: Set<String> = [
    "AmazonOpenSearchServerlessDestinationConfiguration",
    "AmazonopensearchserviceDestinationConfiguration", "DatabaseSourceConfiguration",
    "DeliveryStreamEncryptionConfigurationInput", "DeliveryStreamName", "DeliveryStreamType",
    "DirectPutSourceConfiguration", "ElasticsearchDestinationConfiguration",
    "ExtendedS3DestinationConfiguration", "HttpEndpointDestinationConfiguration",
    "IcebergDestinationConfiguration", "KinesisStreamSourceConfiguration",
    "MSKSourceConfiguration", "RedshiftDestinationConfiguration", "S3DestinationConfiguration",
    "SnowflakeDestinationConfiguration", "SplunkDestinationConfiguration", "Tags",
  ]

  @Sendable private static func delivery(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: deliveryProperties)
    if let source = resource["KinesisStreamSourceConfiguration"] {
      lowering.set(id, "source", lowering.reference(source["KinesisStreamARN"], .stream))
    } else if let source = resource["MSKSourceConfiguration"] {
      lowering.set(id, "source", lowering.reference(source["MSKClusterARN"], .cluster))
    }
    lowering.set(
      id, "encryption",
      lowering.encryption(resource["DeliveryStreamEncryptionConfigurationInput"]?["KeyARN"]))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
    let destination = resource.properties.entries.first {
      $0.key.hasSuffix("DestinationConfiguration")
    }
    guard let destination else { return }
    let value = destination.value
    lowering.set(id, "role", lowering.reference(value["RoleARN"] ?? value["RoleArn"], .role))
    lowering.set(id, "transform", transform(value["ProcessingConfiguration"], &lowering))
    lowering.set(id, "destination", place(value, &lowering))
  }

  /// Where records are written; addresses that are no ARN are told by name alone.
  private static func place(_ value: Value, _ lowering: inout Lowering) -> YAMLDraft? {
    if value.isUnknown { return .unknown("destination", at: value.range) }
    if let bucket = value["BucketARN"] { return lowering.reference(bucket, .bucket) }
    if let domain = value["DomainARN"] { return lowering.reference(domain) }
    let addresses = [
      value["ClusterEndpoint"], value["CollectionEndpoint"], value["ClusterJDBCURL"],
      value["HECEndpoint"], value["EndpointConfiguration"]?["Url"], value["AccountUrl"],
    ]
    if let address = addresses.compactMap({ $0 }).first {
      return .unknown(lowering.system.text(address, in: 0) ?? "", at: address.range)
    }
    // Iceberg tables lie in the bucket that is named for them.
    return lowering.reference(value["S3Configuration"]?["BucketARN"], .bucket)
  }

  private static func transform(_ value: Value?, _ lowering: inout Lowering) -> YAMLDraft? {
    if value?["Enabled"]?.boolean == false { return nil }
    for processor in value?["Processors"]?.elements ?? []
    where processor["Type"]?.knownText == "Lambda" {
      let parameters = processor["Parameters"]?.elements ?? []
      let function = parameters.first { $0["ParameterName"]?.knownText == "LambdaArn" }
      if let arn = function?["ParameterValue"] { return lowering.reference(arn, .function) }
    }
    return nil
  }
}
