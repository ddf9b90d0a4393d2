import Diagnostics
import Topology
import YAMLTree

/// DynamoDB.
enum TableHandlers {
  static let all: [String: ResourceHandlers.Handler] = [
    "AWS::DynamoDB::Table": table, "AWS::DynamoDB::GlobalTable": globalTable,
  ]

  private static let properties: Set<String> = [
    "AttributeDefinitions", "BillingMode", "ContributorInsightsSpecification",
    "DeletionProtectionEnabled", "GlobalSecondaryIndexes", "ImportSourceSpecification",
    "KeySchema", "KinesisStreamSpecification", "LocalSecondaryIndexes", "OnDemandThroughput",
    "PointInTimeRecoverySpecification", "ProvisionedThroughput", "ResourcePolicy",
    "SSESpecification", "StreamSpecification", "TableClass", "TableName", "Tags",
    "TimeToLiveSpecification", "WarmThroughput",
  ]
  private static let globalProperties = properties.union([
    "GlobalTableSourceArn", "GlobalTableSettingsReplicationMode", "GlobalTableWitnesses",
    "MultiRegionConsistency", "ReadOnDemandThroughputSettings",
    "ReadProvisionedThroughputSettings", "Replicas", "WriteOnDemandThroughputSettings",
    "WriteProvisionedThroughputSettings",
  ])

  @Sendable private static func table(_ resource: SourceResource, _ lowering: inout Lowering) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: properties)
    set(id, resource.properties, &lowering)
    set(id, ofOne: resource.properties, &lowering)
  }

  /// A table of several Regions; what is said of replicas is the same for each as a rule.
  @Sendable private static func globalTable(
    _ resource: SourceResource, _ lowering: inout Lowering
  ) {
    guard let id = lowering.id(of: resource) else { return }
    lowering.checkProperties(of: resource, among: globalProperties)
    set(id, resource.properties, &lowering)
    for replica in resource["Replicas"]?.elements ?? [] { set(id, ofOne: replica, &lowering) }
  }

  private static func set(_ id: ResourceID, _ table: Value, _ lowering: inout Lowering) {
    let views = ["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"]
    let stream = table["StreamSpecification"]
    let view = lowering.word(
      stream?["StreamViewType"], Dictionary(uniqueKeysWithValues: views.map { ($0, $0) }))
    let isUnknown = stream?.isUnknown == true
    lowering.set(
      id, "stream",
      view ?? (isUnknown ? stream.map { .unknown("StreamSpecification", at: $0.range) } : nil))
  }

  private static func set(_ id: ResourceID, ofOne table: Value, _ lowering: inout Lowering) {
    lowering.set(
      id, "pointInTimeRecovery",
      lowering.boolean(table["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"]))
    lowering.set(
      id, "kinesisStream",
      lowering.reference(table["KinesisStreamSpecification"]?["StreamArn"], .stream))
    lowering.set(id, "encryption", encryption(table["SSESpecification"], &lowering))
    lowering.set(id, "tags", lowering.tags(table["Tags"]))
    for statement in lowering.statements(table["ResourcePolicy"]?["PolicyDocument"]) {
      lowering.native.append(id, "policy", statement)
    }
  }

  private static func encryption(_ value: Value?, _ lowering: inout Lowering) -> YAMLDraft? {
    if let key = lowering.encryption(value?["KMSMasterKeyId"]) { return key }
    guard let enabled = value?["SSEEnabled"], enabled.boolean == true else { return nil }
    return .text("managed", at: enabled.range)
  }
}
