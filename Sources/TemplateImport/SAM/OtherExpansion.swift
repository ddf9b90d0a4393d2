import Diagnostics

extension ServerlessExpander {
  /// SAM's types without events.
  mutating func expandOther(_ resource: SourceResource) {
    switch resource.type {
    case "AWS::Serverless::Api", "AWS::Serverless::HttpApi": expandAPI(resource)
    case "AWS::Serverless::WebSocketApi": expandWebSocketAPI(resource)
    case "AWS::Serverless::SimpleTable": expandTable(resource)
    case "AWS::Serverless::LayerVersion":
      become(
        resource.key, "AWS::Lambda::LayerVersion",
        resource.properties.picking(["Description", "LayerName", "LicenseInfo"]))
    default: break
    }
  }

  /// Tags as CloudFormation has them: a list, where SAM has a mapping.
  static func listed(_ tags: Value?) -> Value? {
    guard let tags, tags.isMapping else { return tags }
    let list = tags.entries.map { tag in
      Value.mapping(
        [("Key", .text(tag.key, at: tag.keyRange)), ("Value", tag.value)], at: tag.keyRange)
    }
    return .list(list, at: tags.range)
  }

  private mutating func expandTable(_ resource: SourceResource) {
    let name = resource["PrimaryKey"]?["Name"] ?? .text("id", at: resource.nameRange)
    let type = resource["PrimaryKey"]?["Type"]?.knownText ?? "String"
    let letter = ["String": "S", "Number": "N", "Binary": "B"][type] ?? "S"
    let attribute = Value.mapping(
      [("AttributeName", name), ("AttributeType", .text(letter, at: name.range))],
      at: name.range)
    let key = Value.mapping(
      [("AttributeName", name), ("KeyType", .text("HASH", at: name.range))], at: name.range)
    let kept: Set<String> = [
      "PointInTimeRecoverySpecification", "ProvisionedThroughput", "SSESpecification", "TableName",
    ]
    var table = resource.properties.picking(kept)
    table = table.setting("Tags", Self.listed(resource["Tags"]))
    table = table.setting("AttributeDefinitions", .list([attribute], at: name.range))
    table = table.setting("KeySchema", .list([key], at: name.range))
    become(resource.key, "AWS::DynamoDB::Table", table)
  }

  private mutating func expandWebSocketAPI(_ resource: SourceResource) {
    let cause = Cause(resource)
    let api = Value.reference(to: resource.key, at: resource.nameRange)
    for entry in resource["Routes"]?.entries ?? [] {
      let letters = entry.key.filter { $0.isLetter || $0.isNumber }
      let stem = "\(resource.key.id)\(letters)"
      let integration = ResourceKey(resource.key.stack, "\(stem)Integration")
      make(
        integration, "AWS::ApiGatewayV2::Integration",
        [
          ("ApiId", api), ("IntegrationType", .text("AWS_PROXY", at: entry.keyRange)),
          ("IntegrationUri", entry.value["FunctionArn"]),
        ], for: cause.at(entry))
      make(
        ResourceKey(resource.key.stack, "\(stem)Route"), "AWS::ApiGatewayV2::Route",
        [
          ("ApiId", api), ("RouteKey", .text(entry.key, at: entry.keyRange)),
          (
            "Target",
            .text("integrations/${\(system.nativeName(integration))}", at: entry.keyRange)
          ),
        ], for: cause.at(entry))
    }
    let kept: Set<String> = ["Name", "Description", "RouteSelectionExpression"]
    become(
      resource.key, "AWS::ApiGatewayV2::Api",
      resource.properties.picking(kept).setting(
        "ProtocolType", .text("WEBSOCKET", at: resource.nameRange)))
  }
}
