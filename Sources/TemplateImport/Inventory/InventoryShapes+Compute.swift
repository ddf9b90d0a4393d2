import YAMLTree

/// `aws lambda`, `aws stepfunctions`.
extension InventoryShape {
  static let compute: [InventoryShape] = [
    .init(.list(of: "Functions", having: ["FunctionName", "FunctionArn"])) { dump, inventory in
      for function in dump.elements("Functions") { inventory.put(function: function) }
    },
    .init(.list(of: "EventSourceMappings", having: ["UUID"]), adds: true) { dump, inventory in
      for mapping in dump.elements("EventSourceMappings") { inventory.put(mapping: mapping) }
    },
    .init(.object(having: ["Policy", "RevisionId"]), adds: true) { dump, inventory in
      inventory.put(functionPolicy: dump.root)
    },
    .init(.list(of: "FunctionEventInvokeConfigs", having: ["FunctionArn"]), adds: true) {
      dump, inventory in
      for config in dump.elements("FunctionEventInvokeConfigs") {
        inventory.put(invocation: config)
      }
    },
    .init(.object(having: ["FunctionArn", "LastModified", "DestinationConfig"]), adds: true) {
      dump, inventory in
      inventory.put(invocation: dump.root)
    },
    .init(.object(having: ["stateMachineArn", "definition"])) { dump, inventory in
      inventory.put(
        "AWS::StepFunctions::StateMachine", dump.root["stateMachineArn"]?.text ?? "",
        name: dump.root["name"]?.text ?? "",
        Value.members(
          dump.root, ["definition=DefinitionString", "roleArn=RoleArn", "type=StateMachineType"]),
        at: dump.root.range)
    },
  ]
}

extension Inventory {
  fileprivate mutating func put(function node: YAMLNode) {
    let names = [
      "FunctionName", "Description", "Runtime", "Role", "Handler", "Timeout", "MemorySize",
      "DeadLetterConfig", "KMSKeyArn=KmsKeyArn", "Architectures", "EphemeralStorage", "PackageType",
    ]
    var members = Value.members(node, names)
    if let mode = node["TracingConfig"]?["Mode"] {
      members.append(("TracingConfig", .mapping([("Mode", Value(literal: mode))], at: mode.range)))
    }
    if let variables = node["Environment"]?["Variables"] {
      let value = Value.mapping([("Variables", Value(literal: variables))], at: variables.range)
      members.append(("Environment", value))
    }
    put(
      "AWS::Lambda::Function", node["FunctionArn"]?.text ?? "",
      name: node["FunctionName"]?.text ?? "", members, at: node.range)
  }

  fileprivate mutating func put(mapping node: YAMLNode) {
    let names = [
      "EventSourceArn", "FunctionArn=FunctionName", "BatchSize", "MaximumBatchingWindowInSeconds",
      "ParallelizationFactor", "StartingPosition", "FilterCriteria", "BisectBatchOnFunctionError",
      "TumblingWindowInSeconds", "FunctionResponseTypes", "Topics", "Queues", "ScalingConfig",
      "DestinationConfig", "SelfManagedEventSource", "DocumentDBEventSourceConfig",
      "AmazonManagedKafkaEventSourceConfig", "SelfManagedKafkaEventSourceConfig",
    ]
    var members = Value.members(node, names)
    for name in ["MaximumRetryAttempts", "MaximumRecordAgeInSeconds"] {
      guard let bound = node[name], (bound.integer ?? 0) >= 0 else { continue }
      members.append((name, Value(literal: bound)))
    }
    if let state = node["State"] {
      let isOn = ["Enabled", "Enabling", "Creating", "Updating"].contains(state.text)
      members.append(("Enabled", .text(isOn ? "true" : "false", at: state.range)))
    }
    put(
      "AWS::Lambda::EventSourceMapping", "mapping \(node["UUID"]?.text ?? "")", name: "", members,
      at: node.range)
  }

  /// Each statement of a function's policy is one of CloudFormation's permissions.
  fileprivate mutating func put(functionPolicy root: YAMLNode) {
    note("function policies")
    guard let policy = document(root["Policy"]) else { return }
    for (number, statement) in (policy["Statement"]?.elements ?? []).enumerated() {
      let function = statement["Resource"]?.elements.first
      func test(_ key: String) -> Value? {
        for test in statement["Condition"]?.entries ?? [] {
          for entry in test.value.entries where entry.key.lowercased() == key { return entry.value }
        }
        return nil
      }
      let principal = statement["Principal"]
      put(
        "AWS::Lambda::Permission", "\(function?.knownText ?? "") permission \(number)", name: "",
        [
          ("FunctionName", function), ("Action", statement["Action"]),
          ("Principal", principal?["Service"] ?? principal?["AWS"] ?? principal),
          ("SourceArn", test("aws:sourcearn")), ("SourceAccount", test("aws:sourceaccount")),
          ("PrincipalOrgID", test("aws:principalorgid")),
          ("FunctionUrlAuthType", test("lambda:functionurlauthtype")),
        ], at: statement.range)
    }
  }

  fileprivate mutating func put(invocation node: YAMLNode) {
    let arn = node["FunctionArn"]?.text ?? ""
    var members = Value.members(
      node, ["FunctionArn=FunctionName", "MaximumRetryAttempts", "MaximumEventAgeInSeconds"])
    // An empty 'OnSuccess' says that there is none.
    let destinations = (node["DestinationConfig"]?.entries ?? []).compactMap { key, value in
      value["Destination"].map { target in
        (
          key.text,
          Value?.some(.mapping([("Destination", Value(literal: target))], at: value.range))
        )
      }
    }
    if !destinations.isEmpty {
      members.append(("DestinationConfig", .mapping(destinations, at: node.range)))
    }
    put("AWS::Lambda::EventInvokeConfig", "\(arn) invocation", name: "", members, at: node.range)
  }
}
