import AccessPolicy
import YAMLTree

/// `aws events`, `aws pipes`, `aws scheduler`.
extension InventoryShape {
  static let events: [InventoryShape] = [
    .init(.list(of: "EventBuses", having: ["Name", "Arn"])) { dump, inventory in
      for bus in dump.elements("EventBuses") { inventory.put(bus: bus) }
    },
    .init(.named(":event-bus/", having: ["Name"])) { dump, inventory in
      inventory.put(bus: dump.root)
    },
    .init(.list(of: "Rules", having: ["Name", "Arn"])) { dump, inventory in
      for rule in dump.elements("Rules") { inventory.put(rule: rule) }
    },
    .init(.list(of: "Targets", having: ["Id", "Arn"]), adds: true) { dump, inventory in
      inventory.add(targets: dump)
    },
    .init(.list(of: "Archives", having: ["ArchiveName", "EventSourceArn"])) { dump, inventory in
      for archive in dump.elements("Archives") {
        let members = Value.members(
          archive, ["ArchiveName", "EventSourceArn=SourceArn", "RetentionDays", "EventPattern"])
        inventory.put(
          "AWS::Events::Archive", "archive \(archive["ArchiveName"]?.text ?? "")",
          name: archive["ArchiveName"]?.text ?? "", members, at: archive.range)
      }
    },
    .init(.list(of: "Connections", having: ["ConnectionArn", "Name"])) { dump, inventory in
      for connection in dump.elements("Connections") {
        inventory.put(
          "AWS::Events::Connection", connection["ConnectionArn"]?.text ?? "",
          name: connection["Name"]?.text ?? "",
          Value.members(connection, ["Name", "AuthorizationType"]), at: connection.range)
      }
    },
    .init(.list(of: "ApiDestinations", having: ["ApiDestinationArn", "Name"])) { dump, inventory in
      let names = [
        "Name", "ConnectionArn", "InvocationEndpoint", "HttpMethod", "InvocationRateLimitPerSecond",
      ]
      for destination in dump.elements("ApiDestinations") {
        inventory.put(
          "AWS::Events::ApiDestination", destination["ApiDestinationArn"]?.text ?? "",
          name: destination["Name"]?.text ?? "", Value.members(destination, names),
          at: destination.range)
      }
    },
    .init(.named(":pipe/", having: ["Source", "Target"])) { dump, inventory in
      let names = [
        "Name", "Description", "Source", "SourceParameters", "Enrichment", "EnrichmentParameters",
        "Target", "TargetParameters", "RoleArn", "DesiredState",
      ]
      inventory.put(whole: dump.root, "AWS::Pipes::Pipe", names)
    },
    .init(.named(":schedule/", having: ["ScheduleExpression", "Target"])) { dump, inventory in
      let names = [
        "Name", "GroupName", "ScheduleExpression", "ScheduleExpressionTimezone", "State",
        "FlexibleTimeWindow", "KmsKeyArn", "StartDate", "EndDate", "Target",
      ]
      inventory.put(whole: dump.root, "AWS::Scheduler::Schedule", names)
    },
  ]
}

extension Inventory {
  mutating func put(whole node: YAMLNode, _ type: String, _ names: [String]) {
    put(
      type, node["Arn"]?.text ?? "", name: node["Name"]?.text ?? "", Value.members(node, names),
      at: node.range)
  }

  fileprivate mutating func put(bus: YAMLNode) {
    let names = ["Name", "Description", "KmsKeyIdentifier", "DeadLetterConfig"]
    let arn = bus["Arn"]?.text ?? ""
    put(
      "AWS::Events::EventBus", arn, name: bus["Name"]?.text ?? "", Value.members(bus, names),
      at: bus.range)
    guard let policy = document(bus["Policy"]), policy.isMapping else { return }
    for (number, statement) in (policy["Statement"]?.elements ?? []).enumerated() {
      put(
        "AWS::Events::EventBusPolicy", "\(arn) policy \(number)", name: "",
        [
          ("EventBusName", .text(arn, at: statement.range)),
          ("StatementId", statement["Sid"] ?? .text("statement\(number + 1)", at: statement.range)),
          ("Statement", statement),
        ], at: statement.range)
    }
  }

  fileprivate mutating func put(rule: YAMLNode) {
    let arn = rule["Arn"]?.text ?? ""
    let bus = rule["EventBusName"]?.string ?? "default"
    var members = Value.members(
      rule, ["Name", "Description", "EventPattern", "State", "ScheduleExpression", "RoleArn"])
    if bus != "default" {
      let own = bus.hasPrefix("arn:") ? nil : ARN(arn)
      let whole =
        own.map { "arn:\($0.partition):events:\($0.region):\($0.account):event-bus/\(bus)" } ?? bus
      members.append(("EventBusName", .text(whole, at: rule["EventBusName"]?.range ?? rule.range)))
    }
    let key = put(
      "AWS::Events::Rule", arn, name: rule["Name"]?.text ?? "", members, at: rule.range)
    register(key, as: "rule \(bus) \(rule["Name"]?.text ?? "")")
  }

  /// `list-targets-by-rule@BUS@RULE.json`, or what `--query` put beside the targets.
  fileprivate mutating func add(targets dump: InventoryDump) {
    let rule = dump.root["Rule"]?.string ?? dump.about.last ?? ""
    let bus =
      dump.root["EventBusName"]?.string ?? (dump.about.count > 1 ? dump.about[0] : "default")
    guard let key = registered("rule \(bus) \(rule)") else {
      return noteUnread(
        dump,
        "name the file 'list-targets-by-rule@BUS@RULE.json', with 'list-rules' beside it"
      )
    }
    note("targets", of: key)
    append(key, "Targets", dump.elements("Targets").map { Value(literal: $0) })
  }
}
