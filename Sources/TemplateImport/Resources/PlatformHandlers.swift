import Diagnostics
import Topology
import YAMLTree

/// MSK, Amazon MQ and MWAA: what runs on machines of its own.
enum PlatformHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::MSK::Cluster": cluster, "AWS::MSK::ServerlessCluster": serverlessCluster,
    "AWS::AmazonMQ::Broker": broker, "AWS::MWAA::Environment": environment,
  ]

  private static let clusterProperties: Set<String> = [
    "BrokerNodeGroupInfo", "ClientAuthentication", "ClusterName", "ConfigurationInfo",
    "CurrentVersion", "EncryptionInfo", "EnhancedMonitoring", "KafkaVersion", "LoggingInfo",
    "NumberOfBrokerNodes", "OpenMonitoring", "Rebalancing", "StorageMode", "Tags",
  ]

  @Sendable private static func cluster(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: clusterProperties)
    let nodes = resource["BrokerNodeGroupInfo"]
    let encryption = resource["EncryptionInfo"]
    lowering.set(id, "brokers", lowering.integer(resource["NumberOfBrokerNodes"]))
    lowering.set(id, "instanceType", lowering.text(nodes?["InstanceType"]))
    lowering.set(
      id, "storagePerBroker",
      lowering.size(nodes?.value(at: "StorageInfo", "EBSStorageInfo", "VolumeSize"), "GiB"))
    lowering.set(
      id, "encryptionInTransit",
      lowering.word(
        encryption?.value(at: "EncryptionInTransit", "ClientBroker"),
        ["TLS": "tls", "TLS_PLAINTEXT": "tlsOrPlaintext", "PLAINTEXT": "plaintext"]))
    lowering.set(
      id, "encryption",
      lowering.encryption(encryption?.value(at: "EncryptionAtRest", "DataVolumeKMSKeyId")))
    if let logging = resource["LoggingInfo"] {
      lowering.set(id, "logging", .plain("true", at: logging.range))
    }
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
  }

  @Sendable private static func serverlessCluster(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(
      of: resource, among: ["ClientAuthentication", "ClusterName", "Tags", "VpcConfigs"])
    lowering.set(id, "serverless", .plain("true", at: resource.nameRange))
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
  }

  private static let brokerProperties: Set<String> = [
    "AuthenticationStrategy", "AutoMinorVersionUpgrade", "BrokerName", "Configuration",
    "DataReplicationMode", "DataReplicationPrimaryBrokerArn", "DeploymentMode",
    "EncryptionOptions", "EngineType", "EngineVersion", "HostInstanceType",
    "LdapServerMetadata", "Logs", "MaintenanceWindowStartTime", "PubliclyAccessible",
    "SecurityGroups", "StorageType", "SubnetIds", "Tags", "Users",
  ]

  @Sendable private static func broker(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: brokerProperties)
    let engines = [
      "ACTIVEMQ": "activemq", "ActiveMQ": "activemq", "RABBITMQ": "rabbitmq",
      "RabbitMQ": "rabbitmq",
    ]
    lowering.set(id, "engine", lowering.word(resource["EngineType"], engines))
    lowering.set(id, "instanceType", lowering.text(resource["HostInstanceType"]))
    let nodes = ["SINGLE_INSTANCE": "1", "ACTIVE_STANDBY_MULTI_AZ": "2", "CLUSTER_MULTI_AZ": "3"]
    if let mode = resource["DeploymentMode"], let count = mode.knownText.flatMap({ nodes[$0] }) {
      lowering.set(id, "nodes", .plain(count, at: mode.range))
    }
    lowering.set(id, "publiclyAccessible", lowering.boolean(resource["PubliclyAccessible"]))
    lowering.set(
      id, "encryption", lowering.encryption(resource["EncryptionOptions"]?["KmsKeyId"]))
    if let logs = resource["Logs"], logs.entries.contains(where: { $0.value.boolean == true }) {
      lowering.set(id, "logging", .plain("true", at: logs.range))
    }
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
  }

  private static let environmentProperties: Set<String> = [
    "AirflowConfigurationOptions", "AirflowVersion", "DagS3Path", "EndpointManagement",
    "EnvironmentClass", "ExecutionRoleArn", "KmsKey", "LoggingConfiguration", "MaxWebservers",
    "MaxWorkers", "MinWebservers", "MinWorkers", "Name", "NetworkConfiguration",
    "PluginsS3ObjectVersion", "PluginsS3Path", "RequirementsS3ObjectVersion",
    "RequirementsS3Path", "Schedulers", "SourceBucketArn", "StartupScriptS3ObjectVersion",
    "StartupScriptS3Path", "Tags", "WebserverAccessMode", "WeeklyMaintenanceWindowStart",
    "WorkerReplacementStrategy",
  ]

  @Sendable private static func environment(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: environmentProperties)
    let sizes = ["micro", "small", "medium", "large", "xlarge", "2xlarge"]
    lowering.set(
      id, "class",
      lowering.word(
        resource["EnvironmentClass"],
        Dictionary(uniqueKeysWithValues: sizes.map { ("mw1.\($0)", $0) })))
    var workers = YAMLDraft.mapping(at: resource.range)
    workers.set("min", optional: lowering.integer(resource["MinWorkers"]))
    workers.set("max", optional: lowering.integer(resource["MaxWorkers"]))
    if !workers.isEmptyCollection { lowering.set(id, "workers", workers) }
    lowering.set(id, "role", lowering.reference(resource["ExecutionRoleArn"], .role))
    lowering.set(id, "encryption", lowering.encryption(resource["KmsKey"]))
    if let logging = resource["LoggingConfiguration"] {
      lowering.set(id, "logging", .plain("true", at: logging.range))
    }
    lowering.set(id, "tags", lowering.tags(resource["Tags"]))
  }
}
